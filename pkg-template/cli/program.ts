import { Command, InvalidArgumentError, Option } from "commander";
import { build } from "./commands/build";
import { check } from "./commands/check";
import { diff } from "./commands/diff";
import { docs } from "./commands/docs";
import { explain } from "./commands/explain";
import { industries } from "./commands/industries";
import { schema } from "./commands/schema";
import { kinds, operationNames } from "../tables/operations";
import { formats } from "./formats";
import { buildFormats } from "./formats/build";
import { helpOf } from "./help";
import { addOrderOptions, wholeNumber } from "./options";
import { version } from "./version";
import { type Locale, type Words, languageOf } from "./words";

const DEFAULT_MAX_ISSUES = 1000;
const USUAL_PORT = 5181;

export function programOf(locale: Locale, words: Words, exit: (code: number) => void): Command {
  const help = helpOf(locale);
  const localeOption = () => new Option("--locale <locale>", help.locale).argParser(language).default("zh-CN");
  const program = new Command("payscore")
    .description(help.program)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => help.titles[title] ?? title, styleUsage: help.usage, optionDescription: describe, argumentDescription: ({ description }) => description })
    .helpOption("-h, --help", help.help)
    .helpCommand("help [command]", help.helpCommand)
    .version(version, "-V, --version", help.version)
    .addOption(localeOption())
    .addHelpText("after", help.end);

  const command = (declaration: string, description: string) =>
    program
      .command(declaration)
      .description(description)
      .helpOption("-h, --help", help.help)
      .addOption(localeOption());
  const oneOf = (flags: string, description: string, choices: readonly string[], preset?: string) => {
    const option = new Option(flags, description).choices(choices);
    return preset === undefined ? option : option.default(preset);
  };
  addOrderOptions(command("check", help.check).argument("[files...]", help.files), help, words)
    .addOption(oneOf("--kind <kind>", help.kind, kinds, "completion"))
    .addOption(new Option("--wrapped", help.wrapped).conflicts(["created", "previous"]))
    .addOption(oneOf("--format <format>", help.format, Object.keys(formats), "pretty"))
    .addOption(new Option("--max-issues <count>", help.maxIssues).default(DEFAULT_MAX_ISSUES).argParser(maxIssues))
    .addHelpText("after", help.checkEnd)
    .action(async (files, flags) => exit(await check(files, flags, locale, words)));

  addOrderOptions(command("build", help.build).argument("[files...]", help.files), help, words)
    .addOption(oneOf("--operation <operation>", help.buildOperation, operationNames, "complete"))
    .addOption(oneOf("--format <format>", help.format, Object.keys(buildFormats), "pretty"))
    .addHelpText("after", help.buildEnd)
    .action(async (files, flags) => exit(await build(files, flags, locale, words)));

  command("explain", help.explain)
    .argument("[refusal]", help.refusal, "-")
    .option("--operation <operation>", help.operation)
    .option("--request-id <id>", help.requestId)
    .addOption(oneOf("--format <format>", help.format, ["pretty", "json"], "pretty"))
    .addHelpText("after", help.explainEnd)
    .action(async (refusal, flags) => exit(await explain(refusal, flags, locale, words)));

  command("industries", help.industries)
    .argument("[industry]", help.industry)
    .option("--template", help.template)
    .addOption(oneOf("--format <format>", help.format, ["pretty", "json"], "pretty"))
    .action(async (id, flags) => exit(await industries(id, flags, locale, words)));

  command("schema", help.schema)
    .addOption(oneOf("--draft <draft>", help.draft, ["2020-12", "07"], "2020-12"))
    .action(async (flags) => exit(await schema(flags, words)));

  command("diff", help.diff)
    .argument("<before>", help.before)
    .argument("<after>", help.after)
    .addOption(oneOf("--format <format>", help.format, ["pretty", "json"], "pretty"))
    .action(async (before, after, flags) => exit(await diff([before, after], flags, words)));

  command("docs", help.docs)
    .argument("[page]", help.page)
    .addOption(new Option("--port <port>", help.port).default(USUAL_PORT).argParser((text) => wholeNumber(text, words)))
    .action(async (page, flags) => exit(await docs(page, flags, locale, words)));

  return program;

  function describe({ description, argChoices, defaultValue }: Option) {
    const notes = [argChoices?.join(" | "), defaultValue === undefined ? undefined : help.preset(String(defaultValue))];
    return [description, ...notes.filter((note) => note !== undefined)].join(help.noteMark);
  }

  function language(tag: string) {
    const known = languageOf(tag);
    if (known === undefined) throw new InvalidArgumentError(words.locale);
    return known;
  }

  function maxIssues(text: string) {
    if (text === "all") return Number.MAX_SAFE_INTEGER;
    if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(words.maxIssues);
    return Number(text);
  }
}
