import { type BuildResult, type CompletionDraft, type DocumentKind, type Issue, type Summary, createValidator } from "payscore";
import { type ComputedRef, type Ref, computed, getCurrentInstance, onMounted, ref, shallowRef, unref, watch } from "vue";
import { type Marking, NOWHERE, type RequestOptions, haveSame, markOf, restOf, shownIssues, shownToo } from "../hooks/mark.js";

/** 值、ref、computed 或返回值的函数。 A value, a ref of one, or a function that gives one. */
export type Given<Value> = Value | Ref<Value> | (() => Value);

/** 填写中的请求。 A request that is being filled in. */
export interface RequestForm<Result> extends Marking<Result> {
  /** 由草稿组装并检查的结果。 The request composed from the draft and checked. */
  result: ComputedRef<Result>;
  /** 合计，单位：分。 What the draft adds up to, in fen. */
  total: ComputedRef<Summary>;
  /** `show()` 之后没有任何表单项显示的问题，请显示在表单上方。 The issues that no field shows after `show()`: to stand above the form. */
  rest: ComputedRef<Issue[]>;
}

export type RequestComposable<Draft, Result> = (
  draft: Given<Draft | null | undefined>,
  options?: Given<RequestOptions>,
) => RequestForm<Result>;

/** 填写「完结支付分订单」。 Fills in the completion of an order. */
export const useCompletion: RequestComposable<CompletionDraft, BuildResult> = composableFor("completion");

function composableFor<Draft, Result>(kind: DocumentKind): RequestComposable<Draft, Result> {
  return function useRequest(given, options = {}) {
    const validator = computed(() => createValidator(Object.assign({}, valueOf(options), { kind })));
    // Of the kind's own types, whichever it is.
    const draft = () => valueOf(given) as CompletionDraft;
    const submissions = ref(0);
    const result = computed(() => {
      // By then the clock has moved on.
      void submissions.value;
      return validator.value.build(draft()) as Result & BuildResult;
    });
    const shown = shallowRef(NOWHERE);
    const now = computed(() => ({ issues: shownIssues(result.value.issues, shown.value), asked: new Set<string>() }));
    const asked = useAsked(now);
    return {
      result,
      total: computed(() => validator.value.summarize(draft())),
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

/** The places that the fields on the screen have asked for, which are known once they are rendered. */
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
