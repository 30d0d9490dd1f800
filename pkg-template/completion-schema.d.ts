export type CompletionSchemaOptions = Omit<ValidateOptions, "kind">;

export interface StandardIssue {
  readonly message: string;
  readonly path: ReadonlyArray<string | number>;
}

/** Standard Schema v1 and Standard JSON Schema v1, see https://standardschema.dev. */
export interface CompletionSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "payscore";
    readonly types?: { readonly input: CompleteRequestBody; readonly output: CompleteRequestBody } | undefined;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: CompleteRequestBody; readonly issues?: undefined }
      | { readonly issues: ReadonlyArray<StandardIssue> };
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}

/**
 * 完结请求体的 Standard Schema：只报告 `error`，数据原样返回；并提供 JSON Schema（`draft-2020-12`、`draft-07`）。
 *
 * The body of a completion as a Standard Schema: it reports only errors and returns the value unchanged. It also gives the
 * JSON Schema, for the targets `draft-2020-12` and `draft-07`.
 */
export function completionSchema(options?: CompletionSchemaOptions): CompletionSchema;
