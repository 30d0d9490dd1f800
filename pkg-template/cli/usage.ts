import type { CommanderError } from "commander";
import type { Locale } from "./words";

/** Chinese texts for commander's errors, by code, with what the error quotes. */
const chinese: Record<string, (quoted: string[], detail: string) => string> = {
  "commander.unknownOption": ([option, similar]) => `没有选项 ${option}${similar ? `，是否要用 ${similar}？` : "。"}`,
  "commander.unknownCommand": ([command, similar]) => `没有命令 ${command}${similar ? `，是否要用 ${similar}？` : "。"}`,
  "commander.optionMissingArgument": ([option]) => `选项 ${option} 缺少值。`,
  "commander.missingArgument": ([argument]) => `缺少参数 ${argument}。`,
  "commander.conflictingOption": ([option, other]) => `选项 ${option} 与 ${other} 不能同时使用。`,
  "commander.excessArguments": () => "参数太多。",
  "commander.invalidArgument": ([option, value], detail) => `选项 ${option} 的值 ${value} 不可用：${detail}`,
};

export function usageMessage({ code, message }: CommanderError, locale: Locale): string {
  const sentence = chinese[code];
  if (locale === "en" || sentence === undefined) return message;
  return `用法错误：${sentence(quotedIn(message), detailOf(message))}`;
}

function quotedIn(message: string): string[] {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text!);
  const similar = message.match(/Did you mean (?:one of )?(.+)\?\)/)?.[1];
  return similar === undefined ? quoted : [...quoted, similar];
}

/** commander lists the choices in its own words; any other reason is already in ours. */
function detailOf(message: string) {
  const reason = message.slice(message.indexOf(" is invalid") + " is invalid".length).replace(/^[^.]*\.\s*/, "");
  return reason.replace(/^Allowed choices are (.*)\.$/, "可用的值为 $1。");
}
