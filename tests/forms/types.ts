// What the adapters give fits what each library takes, by the library's own declarations.

import type { FormInstance as ArcoReactForm } from "@arco-design/web-react";
import type { FormInstance as ArcoVueForm } from "@arco-design/web-vue";
import type { Form as FormilyForm } from "@formily/core";
import type { ErrorSchema } from "@rjsf/utils";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import type { GlobalFormValidationError } from "@tanstack/form-core";
import type { FormInstance as AntdForm, FormItemProps as AntdItemProps } from "antd";
import type { FormInstance as Antd4Form } from "antd-4";
import type { FormInstance as Antd5Form } from "antd-5";
import type { FormItemProps as ElementItem } from "element-plus";
import type { FormItemProps as NaiveItem } from "naive-ui";
import { type BuildResult, type CompleteRequestBody, type CompletionDraft, type ValidationReport, completionSchema } from "payscore";
import {
  toAntd,
  toArcoReact,
  toArcoVue,
  toElement,
  toFormily,
  toNaive,
  toReactHookForm,
  toRjsf,
  toTDesignReact,
  toTDesignVue,
  toTanStackForm,
  toVeeValidate,
} from "payscore/forms";
import { useCompletion } from "payscore/react";
import { useCompletion as useCompletionInVue } from "payscore/vue";
import type { FieldErrors } from "react-hook-form";
import type { FormInstanceFunctions as TDesignReactForm } from "tdesign-react";
import type { FormInstanceFunctions as TDesignVueForm } from "tdesign-vue-next";
import type { FormContext as VeeForm } from "vee-validate";
import { computed, reactive, ref } from "vue";

declare const report: ValidationReport;
declare const antd: { four: Antd4Form; five: Antd5Form; six: AntdForm };
declare const arco: { react: ArcoReactForm; vue: ArcoVueForm };
declare const tdesign: { react: TDesignReactForm; vue: TDesignVueForm };
declare const vee: VeeForm;
declare const formily: FormilyForm;

const { issues } = report;
antd.four.setFields(toAntd(issues, { fields: antd.four.getFieldsError() }).fields);
antd.five.setFields(toAntd(issues, { fields: antd.five.getFieldsError() }).fields);
antd.six.setFields(toAntd(issues, { fields: antd.six.getFieldsError() }).fields);

export const elementItem: Partial<ElementItem> = { prop: "total_amount", error: toElement(issues).errors.total_amount };
export const naiveItem: NaiveItem = { path: "total_amount", ...toNaive(issues).items.total_amount };

tdesign.react.setFields?.(toTDesignReact(issues).fields);
tdesign.vue.setValidateMessage(toTDesignVue(issues).messages);

arco.react.setFields(toArcoReact(issues).fields);
const { clear, fields } = toArcoVue(issues);
arco.vue.clearValidate(clear);
arco.vue.setFields(fields);

export const errors: FieldErrors = toReactHookForm<FieldErrors>(issues).errors;
export const global: GlobalFormValidationError<CompleteRequestBody> | undefined = toTanStackForm(issues).error;
vee.setErrors(toVeeValidate(issues).errors);
for (const { path, state } of toFormily(issues).fields) formily.setFieldState(path, state);
export const extraErrors: ErrorSchema<CompleteRequestBody> = toRjsf(issues).extraErrors;

export const standard: StandardSchemaV1<CompleteRequestBody> & StandardJSONSchemaV1<CompleteRequestBody> = completionSchema();

// A hook takes the draft in whatever form it is held, and its marks fit the form items of each library.
const draft: CompletionDraft = { post_payments: [{ name: "" }] };
const inReact = useCompletion(undefined as CompletionDraft | undefined, { amountUnit: "yuan" });
const { severity, text } = inReact.at("/total_amount");
export const antdItem: AntdItemProps = { validateStatus: severity ?? "", help: text };
export const elementError: Partial<ElementItem> = { error: text ?? "" };
export const naiveMark: NaiveItem = { ...(severity && { validationStatus: severity }), ...(text && { feedback: text }) };
export const result: BuildResult = inReact.show();
// @ts-expect-error the hook decides the kind
useCompletion(draft, { kind: "serviceOrder" });

for (const inVue of [
  useCompletionInVue(draft),
  useCompletionInVue(reactive(draft), () => ({ amountUnit: "yuan" })),
  useCompletionInVue(ref(draft), ref({ amountUnit: "fen" as const })),
  useCompletionInVue(computed(() => draft)),
  useCompletionInVue(() => draft),
]) {
  const cap: number | null = inVue.total.value.cap;
  const left: string[] = inVue.rest.value.map(({ message }) => message);
  void [cap, left, inVue.result.value.ok];
}
