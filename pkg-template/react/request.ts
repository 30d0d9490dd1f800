import {
  type BuildResult,
  type CompletionDraft,
  type DocumentKind,
  type Issue,
  type Summary,
  type Validator,
  createValidator,
} from "payscore";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Marking, NOWHERE, type RequestOptions, haveSame, markOf, restOf, shownIssues, shownToo } from "../hooks/mark.js";

/** 填写中的请求。 A request that is being filled in. */
export interface RequestForm<Result> extends Marking<Result> {
  /** 由草稿组装并检查的结果；内容不变，对象也不变。 The request composed and checked; the same object as long as it says the same. */
  result: Result;
  /** 合计，单位：分。 What the draft adds up to, in fen. */
  total: Summary;
  /** `show()` 之后没有任何表单项显示的问题，请显示在表单上方。 The issues that no field shows after `show()`: to stand above the form. */
  rest: Issue[];
}

export type RequestHook<Draft, Result> = (draft: Draft | null | undefined, options?: RequestOptions) => RequestForm<Result>;

/** 填写「完结支付分订单」。 Fills in the completion of an order. */
export const useCompletion: RequestHook<CompletionDraft, BuildResult> = hookFor("completion");

function hookFor<Draft, Result>(kind: DocumentKind): RequestHook<Draft, Result> {
  return function useRequest(draft, options) {
    const validator = useValidator(kind, options);
    // Of the kind's own types, whichever it is.
    const build = () => validator.build(draft as CompletionDraft) as Result & BuildResult;
    const result = useSame(build());
    const [shown, setShown] = useState(NOWHERE);
    const [asked, ask] = useAsked();
    const issues = shownIssues(result.issues, shown);
    return {
      result,
      get total() {
        return validator.summarize(draft as CompletionDraft);
      },
      rest: shown === "everywhere" ? restOf(issues, asked) : [],
      at(...pointers) {
        ask(pointers);
        return markOf(issues, pointers, () => setShown((before) => shownToo(before, pointers)));
      },
      show() {
        setShown("everywhere");
        return build();
      },
      hide: () => setShown(NOWHERE),
    };
  };
}

/** Made anew only where an option is another than before. */
function useValidator(kind: DocumentKind, options: RequestOptions = {}): Validator {
  const made = useRef<{ options: RequestOptions; validator: Validator } | undefined>(undefined);
  if (!made.current || !haveSameMembers(made.current.options, options)) {
    made.current = { options, validator: createValidator(Object.assign({}, options, { kind })) };
  }
  return made.current.validator;
}

/** The earlier value while the new one says the same, for the sake of effects that depend on it. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}

/** The places that the fields on the screen have asked for, and the function by which they do. */
function useAsked(): [ReadonlySet<string>, (pointers: readonly string[]) => void] {
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => new Set());
  const asking = new Set<string>();
  useEffectBeforePaint(() => {
    if (!haveSame(asked, asking)) setAsked(asking);
  });
  return [asked, (pointers) => pointers.forEach((pointer) => asking.add(pointer))];
}

/** React warns of an effect of layout on a server, where neither runs. */
const useEffectBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

function haveSameMembers(one: RequestOptions, other: RequestOptions): boolean {
  const names = Object.keys(one) as (keyof RequestOptions)[];
  return names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]));
}
