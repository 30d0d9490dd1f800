import type { Issue } from "payscore";
import { inject, type InjectionKey } from "vue";

/** What a form has to say at its places, and the ids of the controls that hold them. */
export interface Marks {
  idOf(pointer: string): string;
  issuesAt(pointer: string): readonly Issue[];
  /** A control was left, for a form that finds no fault before that. */
  leave?(pointer: string): void;
}

export const marksKey: InjectionKey<Marks> = Symbol("marks");

export const useMarks = () => inject(marksKey)!;

export const NO_ISSUES: readonly Issue[] = [];

export const errorsIn = (issues: readonly Issue[]) => issues.filter(({ severity }) => severity === "error").length;

/** What is said beside a field, whose label stands there already. */
export const briefOf = (issue: Issue & { brief?: string }) => issue.brief ?? issue.message;
