import {
  type BuildOptions,
  type BuildResult,
  type BuildResults,
  type CompletionDraft,
  type DocumentKind,
  type Drafts,
  type Issue,
  type Summary,
  type Validator,
  createValidator,
} from "payscore";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Marking, NOWHERE, type RequestOptions, haveSame, markOf, restOf, shownIssues, shownToo } from "../hooks/mark.js";

/** 填写中的请求。 A request that is being filled in. */
export interface RequestForm<Result> extends Marking<Result> {
  /** 由草稿组装并检查的结果；内容不变，对象也不变。 The request built from the draft and checked; the same object as long as its content is the same. */
  result: Result;
  /** 合计，单位：分。 The draft's sums, in fen. */
  total: Summary;
  /** `show()` 之后没有任何表单项显示的问题，请显示在表单上方。 The issues that no field shows after `show()`: show them above the form. */
  rest: Issue[];
}

export type RequestHook<Draft, Result> = (draft: Draft | null | undefined, options?: RequestOptions) => RequestForm<Result>;

/** 填写「完结支付分订单」。 Fills in a completion. */
export const useCompletion: RequestHook<Drafts["completion"], BuildResults["completion"]> = hookFor("completion");

/** 填写「创建支付分订单」。 Fills in a creation. */
export const useCreate: RequestHook<Drafts["create"], BuildResults["create"]> = hookFor("create");

/** 填写「查询支付分订单」。 Fills in a query. */
export const useQuery: RequestHook<Drafts["query"], BuildResults["query"]> = hookFor("query");

/** 填写「取消支付分订单」。 Fills in a cancellation. */
export const useCancel: RequestHook<Drafts["cancel"], BuildResults["cancel"]> = hookFor("cancel");

/** 填写「修改订单金额」。 Fills in a modification, which lowers an order's amount. */
export const useModify: RequestHook<Drafts["modify"], BuildResults["modify"]> = hookFor("modify");

/** 填写「商户发起催收扣款」。 Fills in a request to collect the payment again. */
export const usePay: RequestHook<Drafts["pay"], BuildResults["pay"]> = hookFor("pay");

/** 填写「同步服务订单信息」。 Fills in the report that an order was paid another way. */
export const useSync: RequestHook<Drafts["sync"], BuildResults["sync"]> = hookFor("sync");

/** 填写「下发服务预扣费消息」。 Fills in the message that announces a deduction. */
export const usePrepaidMessage: RequestHook<Drafts["prepaidMessage"], BuildResults["prepaidMessage"]> = hookFor("prepaidMessage");

/** 填写「下发服务费用待处理消息」。 Fills in the message that a fee is still to be paid. */
export const usePendingMessage: RequestHook<Drafts["pendingMessage"], BuildResults["pendingMessage"]> = hookFor("pendingMessage");

/** 填写「创单结单合并」。 Fills in the creation of an order that is completed at once. */
export const useDirectComplete: RequestHook<Drafts["directComplete"], BuildResults["directComplete"]> = hookFor("directComplete");

function hookFor<Draft, Result>(kind: DocumentKind): RequestHook<Draft, Result> {
  return function useRequest(draft, options) {
    const validator = useValidator(kind, options);
    // Typed by the kind, whichever it is.
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

/** Created again only if an option has changed. */
function useValidator(kind: DocumentKind, options: RequestOptions = {}): Validator {
  const made = useRef<{ options: RequestOptions; validator: Validator } | undefined>(undefined);
  if (!made.current || !haveSameMembers(made.current.options, options)) {
    made.current = { options, validator: createValidator(Object.assign({}, options, { kind }) as BuildOptions) };
  }
  return made.current.validator;
}

/** Keeps the earlier value while the new one is equal, so that effects that depend on it do not run again. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}

/** The places that the rendered fields have asked for, and the function with which they ask. */
function useAsked(): [ReadonlySet<string>, (pointers: readonly string[]) => void] {
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => new Set());
  const asking = new Set<string>();
  useEffectBeforePaint(() => {
    if (!haveSame(asked, asking)) setAsked(asking);
  });
  return [asked, (pointers) => pointers.forEach((pointer) => asking.add(pointer))];
}

/** React warns about layout effects on a server, where neither kind runs. */
const useEffectBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

function haveSameMembers(one: RequestOptions, other: RequestOptions): boolean {
  const names = Object.keys(one) as (keyof RequestOptions)[];
  return names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]));
}
