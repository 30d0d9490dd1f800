import { nextActions, type NextAction, type OrderState, type Verdict } from "payscore";
import { computed } from "vue";
import { locale, words } from "../text";
import { order } from "./order";

/** The actions that share a reason. */
interface Reasoned {
  verdict: Verdict;
  reason: string;
  operations: NextAction["operation"][];
  leadsTo: string;
}

const next = computed(() => nextActions(order.value ?? {}));

/** Where the order stands, as one of the stops that `words` names. */
export const stop = computed(() => stopOf(next.value.current));

/** The same as on the wire. */
export const wireState = computed(() => Object.values(next.value.current).filter(Boolean).join(" · "));

const reasoned = computed(() => {
  const found = new Map<string, Reasoned>();
  for (const { operation, verdict, reason, leadsTo } of next.value.actions) {
    const text = reason[locale.value];
    const group = found.get(text) ?? { verdict, reason: text, operations: [], leadsTo: stopNames(leadsTo) };
    group.operations.push(operation);
    found.set(text, group);
  }
  return [...found.values()];
});

export const open = computed(() => reasoned.value.filter(({ verdict }) => verdict !== "refused"));
export const refused = computed(() => reasoned.value.filter(({ verdict }) => verdict === "refused"));

export const actionOf = (operation: string) => (order.value ? next.value.actions.find((action) => action.operation === operation) : undefined);

export const stopNames = (states: OrderState[]) => states.map((state) => words.value.life.states[stopOf(state)]).join(" / ");

/** A description that is left out is the earlier one: the order of life knows no other DOING. */
function stopOf({ state, state_description }: OrderState) {
  return state === "DOING" ? `DOING/${state_description ?? "USER_CONFIRM"}` : (state ?? "");
}
