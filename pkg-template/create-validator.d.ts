/** 选项只读一次的校验器。 A validator whose options were read once. */
export interface Validator<Draft = CompletionDraft, Result = BuildResult> {
  validate(order: AnyDocument): ValidationReport;
  /** 组装 `kind` 所指的请求。 Builds the request of `kind`. */
  build(draft: Draft): Result;
  summarize(draft: Draft): Summary;
}

/** 每种请求的草稿。 The draft of each request. */
export interface Drafts {
  completion: CompletionDraft;
  create: CreateDraft;
  query: QueryDraft;
  cancel: CancelDraft;
  modify: ModifyDraft;
  pay: PayDraft;
  sync: SyncDraft;
  prepaidMessage: PrepaidMessageDraft;
  pendingMessage: PendingMessageDraft;
  directComplete: DirectCompleteDraft;
}

/** 每种请求的组装结果。 The result of building each request. */
export interface BuildResults {
  completion: BuildResult;
  create: BuildResult<CreateRequestBody>;
  query: BuildResult<never, QueryRequest>;
  cancel: BuildResult<CancelRequestBody>;
  modify: BuildResult<ModifyRequestBody>;
  pay: BuildResult<PayRequestBody>;
  sync: BuildResult<SyncRequestBody>;
  prepaidMessage: BuildResult<PrepaidMessageRequestBody>;
  pendingMessage: BuildResult<PendingMessageRequestBody>;
  directComplete: BuildResult<DirectCompleteRequestBody>;
}

/**
 * 选项只读一次：适合边填边查的表单。`build` 组装 `kind` 所指的请求。
 *
 * Reads the options once, for a form that is checked while it is filled in. `build` builds the request of `kind`.
 */
export function createValidator<Kind extends keyof Drafts>(
  options: BuildOptions & { kind: Kind },
): Validator<Drafts[Kind], BuildResults[Kind]>;
export function createValidator(options?: BuildOptions): Validator;
