import { escaped, front } from "./rule-page.mjs";
import { words } from "./words.mjs";

const DEFAULT_LOCALE = "zh-CN";

/** The page of a code of files, whose example is a file. */
export function fileRulePage({ key, locale }, { code, severity, meaning, remedy, source, params, example: { file, content } }, issue) {
  const { page, severities } = words[key];
  const language = locale === DEFAULT_LOCALE ? "" : ` --locale ${locale}`;
  return [
    front(code, meaning[locale]),
    `# ${code}`,
    `<span class="severity ${severity}">${severities[severity]}</span> ${escaped(meaning[locale])}${page.stop}`,
    `## ${page.remedy}`,
    escaped(remedy[locale]),
    `## ${page.example}`,
    page.givenFile(file),
    `\`\`\`text\n${content.trimEnd()}\n\`\`\``,
    page.called,
    `\`\`\`sh\nnpx payscore check ${file} --now none${language}\n\`\`\``,
    page.found,
    `> ${escaped(issue.message)}`,
    `\`\`\`json\n${JSON.stringify(issue, null, 2)}\n\`\`\``,
    `## ${page.facts}`,
    [
      `| ${page.fact.join(" | ")} |`,
      "|---|---|",
      `| ${page.severity} | ${page.severityText[severity]} |`,
      `| ${page.source} | ${escaped(source[locale])} |`,
      `| \`params\` | ${params.map((name) => `\`${name}\``).join(page.comma)} |`,
    ].join("\n"),
    `${page.more} · ${page.tables}`,
    "",
  ].join("\n\n");
}
