import type { OperationName } from "payscore/tables";
import { useCancel, useCreate, useDirectComplete, useModify, usePay, usePendingMessage, usePrepaidMessage, useQuery, useSync } from "payscore/vue";
import { ref } from "vue";
import { view } from "./view";

/** The requests beside the completion, in the order of an order's life, and what fills each of them in. */
export const composables = {
  create: useCreate,
  query: useQuery,
  cancel: useCancel,
  prepaidMessage: usePrepaidMessage,
  modify: useModify,
  pendingMessage: usePendingMessage,
  pay: usePay,
  sync: useSync,
  directComplete: useDirectComplete,
} satisfies Partial<Record<OperationName, unknown>>;

export type Operation = keyof typeof composables;

export const operations = Object.keys(composables) as Operation[];

export const isOperation = (name: string): name is Operation => name in composables;

/** Whether the request begins an order, which takes nothing from the one at hand but whose it is. */
export const isNewOrder = (operation: Operation) => operation === "create" || operation === "directComplete";

/** The request that is open. */
export const operation = ref<Operation>("create");

export function openRequest(name: Operation) {
  operation.value = name;
  view.value = "request";
}
