import { type FormIssue, type FormOptions, type Mark, bracketed, byName, marksOf, text } from "./marks.js";

export interface TDesignMessage {
  type: "error" | "warning";
  message: string;
}

export interface TDesignReactField {
  name: string | number | (string | number)[];
  status: "error" | "warning" | "validating";
  validateMessage?: TDesignMessage;
}

/**
 * TDesign React：`form.setFields(toTDesignReact(issues, { fields }).fields)`
 */
export function toTDesignReact<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { fields: TDesignReactField[]; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  return { fields: marks.map(reactField), rest };
}

function reactField(mark: Mark): TDesignReactField {
  const name = mark.path.length === 1 ? mark.path[0] : mark.path;
  const [first] = messages(mark);
  if (!first) return { name, status: "validating" };
  const same = first.type === "error" ? mark.errors : mark.warnings;
  return { name, status: first.type, validateMessage: { type: first.type, message: text(same) } };
}

/**
 * TDesign Vue（Vue 2、Vue 3）：`formRef.setValidateMessage(toTDesignVue(issues, { fields }).messages)`
 */
export function toTDesignVue<Issue extends FormIssue>(
  issues: readonly Issue[],
  options?: FormOptions,
): { messages: Record<string, TDesignMessage[]>; rest: Issue[] } {
  const { marks, rest } = marksOf(issues, options);
  return { messages: byName(marks, bracketed, messages), rest };
}

function messages({ errors, warnings }: Mark): TDesignMessage[] {
  return [
    ...errors.map((message): TDesignMessage => ({ type: "error", message })),
    ...warnings.map((message): TDesignMessage => ({ type: "warning", message })),
  ];
}
