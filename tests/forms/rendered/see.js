import { badIssues, goodIssues, briefAt } from "../reports.mjs";

export const FIELDS = ["total_amount", ["post_payments", 1, "name"]];

/** Marks the form with a bad report, then with a good one, and says in the title what was on the screen. */
export async function see(mark) {
  const messages = ["/total_amount", "/post_payments/1/name"].map(briefAt);
  const shown = () => messages.filter((message) => document.body.innerText.includes(message)).length;
  mark(badIssues);
  await until(() => shown() === messages.length, "the errors were not seen");
  mark(goodIssues);
  await until(() => shown() === 0, "the errors stayed");
  document.title = "seen, then cleared";
}

async function until(condition, otherwise) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (condition()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  document.title = otherwise;
  throw new Error(`${otherwise}: ${document.body.innerText}`);
}
