import { type Industry, type IndustryId, type IndustryItem, type IndustryItems, industries as catalogue, industryTemplate } from "payscore";
import { colorsFor, outputTo } from "../output";
import { Usage } from "../problems";
import type { Locale, Words } from "../words";

interface IndustryFlags {
  format: string;
  template?: boolean;
}

export async function industries(id: string | undefined, { format, template }: IndustryFlags, locale: Locale, words: Words): Promise<number> {
  const chosen = id === undefined ? undefined : catalogue.find((industry) => industry.id === id);
  if ((id !== undefined || template) && chosen === undefined) {
    throw new Usage(words.noIndustry(id ?? "", catalogue.map((industry) => industry.id).join(", ")));
  }
  const output = await outputTo(undefined, words);
  const color = colorsFor(output);
  if (template) await output.write(`${JSON.stringify(industryTemplate(id as IndustryId), null, 2)}\n`);
  else if (format === "json") await output.write(`${JSON.stringify(chosen ?? catalogue, null, 2)}\n`);
  else if (chosen) await output.write(profile(chosen));
  else await output.write(catalogue.map(({ id, label }) => `${color.bold(id.padEnd(20))}${label[locale]}\n`).join(""));
  return 0;

  function profile({ id, label, page, note, stages }: Industry) {
    const lines = [`${color.bold(label[locale])}  ${id}`, color.dim(`${words.page}  https://pay.weixin.qq.com/doc/v3/merchant/${page}`)];
    if (note) lines.push(note[locale]);
    for (const [stage, items] of Object.entries(stages) as [keyof Words["stages"], IndustryItems][]) {
      lines.push("", color.bold(words.stages[stage]) + (items.anyOf ? `  ${words.anyOf}` : ""));
      lines.push(...items.items.map(itemLine));
    }
    return `${lines.join("\n")}\n`;
  }

  function itemLine(item: IndustryItem) {
    const needs = (["presence", "amount", "description", "count"] as const).map((field) => `${words.itemFields[field]} ${words.needs[item[field]]}`);
    return `  ${item.name}  ${color.dim([...needs, ...(item.repeatable ? [words.repeatable] : [])].join(" · "))}`;
  }
}
