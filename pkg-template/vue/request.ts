import { type BuildOptions, type BuildResult, type BuildResults, type CompletionDraft, type DocumentKind, type Drafts, type Issue, type Summary, createValidator } from "payscore";
import { type ComputedRef, type Ref, computed, getCurrentInstance, onMounted, ref, shallowRef, unref, watch } from "vue";
import { type Marking, NOWHERE, type RequestOptions, haveSame, markOf, restOf, shownIssues, shownToo } from "../hooks/mark.js";

/** 值、ref、computed 或返回值的函数。 A value, a ref, a computed, or a function that returns the value. */
export type Given<Value> = Value | Ref<Value> | (() => Value);

/** 填写中的请求。 A request that is being filled in. */
export interface RequestForm<Result> extends Marking<Result> {
  /** 由草稿组装并检查的结果。 The request built from the draft and checked. */
  result: ComputedRef<Result>;
  /** 合计，单位：分。 The draft's sums, in fen. */
  total: ComputedRef<Summary>;
  /** `show()` 之后没有任何表单项显示的问题，请显示在表单上方。 The issues that no field shows after `show()`: show them above the form. */
  rest: ComputedRef<Issue[]>;
}

export type RequestComposable<Draft, Result> = (
  draft: Given<Draft | null | undefined>,
  options?: Given<RequestOptions>,
) => RequestForm<Result>;

/** 填写「完结支付分订单」。 Fills in a completion. */
export const useCompletion: RequestComposable<Drafts["completion"], BuildResults["completion"]> = composableFor("completion");

/** 填写「创建支付分订单」。 Fills in a creation. */
export const useCreate: RequestComposable<Drafts["create"], BuildResults["create"]> = composableFor("create");

/** 填写「查询支付分订单」。 Fills in a query. */
export const useQuery: RequestComposable<Drafts["query"], BuildResults["query"]> = composableFor("query");

/** 填写「取消支付分订单」。 Fills in a cancellation. */
export const useCancel: RequestComposable<Drafts["cancel"], BuildResults["cancel"]> = composableFor("cancel");

/** 填写「修改订单金额」。 Fills in a modification, which lowers an order's amount. */
export const useModify: RequestComposable<Drafts["modify"], BuildResults["modify"]> = composableFor("modify");

/** 填写「商户发起催收扣款」。 Fills in a request to collect the payment again. */
export const usePay: RequestComposable<Drafts["pay"], BuildResults["pay"]> = composableFor("pay");

/** 填写「同步服务订单信息」。 Fills in the report that an order was paid another way. */
export const useSync: RequestComposable<Drafts["sync"], BuildResults["sync"]> = composableFor("sync");

/** 填写「下发服务预扣费消息」。 Fills in the message that announces a deduction. */
export const usePrepaidMessage: RequestComposable<Drafts["prepaidMessage"], BuildResults["prepaidMessage"]> = composableFor("prepaidMessage");

/** 填写「下发服务费用待处理消息」。 Fills in the message that a fee is still to be paid. */
export const usePendingMessage: RequestComposable<Drafts["pendingMessage"], BuildResults["pendingMessage"]> = composableFor("pendingMessage");

/** 填写「创单结单合并」。 Fills in the creation of an order that is completed at once. */
export const useDirectComplete: RequestComposable<Drafts["directComplete"], BuildResults["directComplete"]> = composableFor("directComplete");

function composableFor<Draft, Result>(kind: DocumentKind): RequestComposable<Draft, Result> {
  return function useRequest(given, options = {}) {
    const validator = computed(() => createValidator(Object.assign({}, valueOf(options), { kind }) as BuildOptions));
    const submissions = ref(0);
    const draft = computed(() => {
      // What a function reads need not be reactive.
      void submissions.value;
      void validator.value;
      // Typed by the kind, whichever it is.
      return valueOf(given) as CompletionDraft;
    });
    const result = computed(() => {
      // By then the clock has moved on.
      void submissions.value;
      return validator.value.build(draft.value) as Result & BuildResult;
    });
    const shown = shallowRef(NOWHERE);
    const now = computed(() => ({ issues: shownIssues(result.value.issues, shown.value), asked: new Set<string>() }));
    const asked = useAsked(now);
    return {
      result,
      total: computed(() => validator.value.summarize(draft.value)),
      rest: computed(() => (shown.value === "everywhere" ? restOf(now.value.issues, asked.value) : [])),
      at(...pointers) {
        pointers.forEach((pointer) => now.value.asked.add(pointer));
        return markOf(now.value.issues, pointers, () => (shown.value = shownToo(shown.value, pointers)));
      },
      show() {
        shown.value = "everywhere";
        submissions.value += 1;
        return result.value;
      },
      hide: () => (shown.value = NOWHERE),
    };
  };
}

/** The places that the rendered fields have asked for, which are known only after rendering. */
function useAsked(now: Ref<{ asked: ReadonlySet<string> }>): Ref<ReadonlySet<string>> {
  const asked = shallowRef<ReadonlySet<string>>(new Set());
  const note = () => {
    if (!haveSame(asked.value, now.value.asked)) asked.value = now.value.asked;
  };
  watch(now, note, { flush: "post" });
  if (getCurrentInstance()) onMounted(note);
  return asked;
}

function valueOf<Value>(given: Given<Value>): Value {
  return typeof given === "function" ? (given as () => Value)() : (unref(given) as Value);
}
