import { badIssues, briefAt, goodIssues } from "../reports.mjs";

export const FIELDS = ["total_amount", ["post_payments", 1, "name"]];

/** Marks the form with a bad report, then with a good one, and says in the title what was on the screen. */
export async function see(mark, issues = badIssues, texts = ["/total_amount", "/post_payments/1/name"].map(briefAt)) {
  const shown = () => texts.filter((text) => document.body.innerText.includes(text)).length;
  mark(issues);
  await until(() => shown() === texts.length, "the errors were not seen");
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
