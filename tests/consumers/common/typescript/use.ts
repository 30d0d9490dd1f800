import { type CompleteRequestBody, type Issue, completionSchema, validateOrder } from "payscore";
import { type AntdField, toAntd, toReactHookForm } from "payscore/forms";
import { initSync, validateOrder as validateSlim } from "payscore/slim";

const { issues } = validateOrder({}, { kind: "completionBody" });
const { fields, rest }: { fields: AntdField[]; rest: Issue[] } = toAntd(issues, { fields: ["total_amount", ["post_payments", 0, "name"]] });
const message: string | undefined = toReactHookForm(issues).errors.root?.message;
const result = completionSchema({ locale: "en" })["~standard"].validate({});
const body: CompleteRequestBody | undefined = result.issues ? undefined : result.value;
// @ts-expect-error the kind is that of the body
completionSchema({ kind: "serviceOrder" });
initSync(new Uint8Array());
const same: typeof issues = validateSlim({}).issues;
export { body, fields, message, rest, same };
