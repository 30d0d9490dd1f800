import * as payscore from "payscore";
import type { BuildOptions, DocumentKind, Issue } from "payscore";
import type { Drafts, OperationName } from "payscore/tables";

type Builder = (draft: Drafts[OperationName], options: BuildOptions) => { issues: Issue[] };

/** The requests of which there are tables; the package names a builder for each. */
const BUILDERS: { [Operation in OperationName]: (draft: Drafts[Operation], options: BuildOptions) => { issues: Issue[] } } = {
  complete: payscore.buildCompleteRequest,
  create: payscore.buildCreateRequest,
  query: payscore.buildQueryRequest,
  cancel: payscore.buildCancelRequest,
  modify: payscore.buildModifyRequest,
  pay: payscore.buildPayRequest,
  sync: payscore.buildSyncRequest,
  prepaidMessage: payscore.buildPrepaidMessageRequest,
  pendingMessage: payscore.buildPendingMessageRequest,
  directComplete: payscore.buildDirectCompleteRequest,
};

/** Of an order that came back there is no table. */
export function operationOf(kind: DocumentKind): OperationName | undefined {
  const name = kind.replace("Body", "").replace("completion", "complete");
  return name in BUILDERS ? (name as OperationName) : undefined;
}

export const builderOf = (operation: OperationName) => BUILDERS[operation] as unknown as Builder;
