import type { BuildOptions, Issue } from "payscore";
import { briefOf, isError } from "../forms/marks.js";

/** 组装与检查的选项；`kind` 由所用的函数决定。 The options of building and checking, without `kind`, which the function decides. */
export type RequestOptions = Omit<BuildOptions, "kind">;

/** 何处显示什么。 What shows where. */
export interface Marking<Result> {
  /**
   * 某处（JSON Pointer）此刻应显示的内容：离开该表单项或 `show()` 之后才有。时间段选择器一次给出两处。
   *
   * What to show at a place (a JSON Pointer) now: nothing until the field has been left or `show()` called. A range picker
   * passes both of its places at once.
   */
  at(...pointers: string[]): FieldMark;
  /**
   * 提交时调用：显示所有问题，返回此刻的结果。
   *
   * Call it on submit: shows every issue, and returns the current result.
   */
  show(): Result;
  /** 重新开始，不再显示问题。 Starts over, showing no issues. */
  hide(): void;
}

/** 一个表单项此刻应显示的内容。 What a field shows now. */
export interface FieldMark {
  /** 错误在前。 Errors first. */
  issues: Issue[];
  /** 其中最严重的一级。 The highest severity among them. */
  severity: "error" | "warning" | undefined;
  /** 显示在表单项旁的文本，每个问题一行。 To show beside the field, one line per issue. */
  text: string | undefined;
  /** 离开表单项时调用，此后它的问题随填随显。 Call it when the field is left: from then on its issues show. */
  onBlur: () => void;
}

/** Where issues show: at the places that have been left or, once the form has been submitted, everywhere. */
export type Shown = "everywhere" | readonly string[];

export const NOWHERE: Shown = [];

export const shownIssues = (issues: readonly Issue[], shown: Shown): Issue[] =>
  issues.filter(({ pointer }) => shown === "everywhere" || shown.includes(pointer));

export const shownToo = (shown: Shown, pointers: readonly string[]): Shown =>
  shown === "everywhere" ? shown : shown.concat(pointers.filter((pointer) => !shown.includes(pointer)));

/** A field may cover several places, as a range picker does: then each message has to name its place. */
export function markOf(issues: readonly Issue[], pointers: readonly string[], onBlur: () => void): FieldMark {
  const found = issues.filter(({ pointer }) => pointers.includes(pointer));
  const sorted = found.filter(isError).concat(found.filter((issue) => !isError(issue)));
  const lines = sorted.map(pointers.length > 1 ? ({ message }) => message : briefOf);
  return { issues: sorted, severity: sorted[0]?.severity, text: lines.join("\n") || undefined, onBlur };
}

/** The issues that no field asked for, so that none shows them. */
export const restOf = (issues: readonly Issue[], asked: ReadonlySet<string>): Issue[] => issues.filter(({ pointer }) => !asked.has(pointer));

export const haveSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && Array.from(one).every((member) => other.has(member));
