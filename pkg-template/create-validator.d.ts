/** 选项只读一次的校验器。 A check whose options were read once. */
export interface Validator {
  validate(order: unknown): ValidationReport;
  build(draft: CompletionDraft): BuildResult;
  summarize(draft: CompletionDraft): Summary;
}

/**
 * 选项只读一次，之后每次只为订单本身付出：适合边填边查的表单。
 *
 * Reads the options once, so that each call costs what the order alone does: for a form that is checked while it is filled.
 */
export function createValidator(options?: BuildOptions): Validator;
