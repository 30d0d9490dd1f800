import { buildCompleteRequest } from "payscore";
import { toReactHookForm } from "payscore/forms";
import { useState } from "react";
import { useFieldArray, useForm } from "react-hook-form";

export function CompletionForm({ created, onRequest }) {
  const [warnings, setWarnings] = useState([]); // React Hook Form 没有警告，单独显示
  const { control, register, handleSubmit, formState: { errors } } = useForm({
    defaultValues: { post_payments: [{ name: "", amount: "" }], time_range: { end_time: "" } },
    resolver: (draft, _, { names }) => {
      const result = buildCompleteRequest(draft, { created, amountUnit: "yuan" });
      const { errors, rest } = toReactHookForm(result.issues, { fields: names });
      setWarnings(rest);
      if (result.ok) return { values: result.request, errors: {} }; // 提交的就是组装好的请求
      return { values: {}, errors };
    },
  });
  const { fields, append } = useFieldArray({ control, name: "post_payments" });

  return (
    <form onSubmit={handleSubmit((request) => onRequest(request))}>
      <p role="alert">{errors.root?.message}</p>
      {warnings.map(({ pointer, code, message }) => <p key={pointer + code}>{message}</p>)}
      {fields.map(({ id }, row) => (
        <fieldset key={id}>
          <label>付费项目 <input {...register(`post_payments.${row}.name`)} /></label>
          <p role="alert">{errors.post_payments?.[row]?.name?.message}</p>
          <label>金额（元） <input inputMode="decimal" {...register(`post_payments.${row}.amount`)} /></label>
          <p role="alert">{errors.post_payments?.[row]?.amount?.message}</p>
        </fieldset>
      ))}
      <button type="button" onClick={() => append({ name: "", amount: "" })}>添加</button>
      <label>结束时间 <input {...register("time_range.end_time")} placeholder="2026-11-20 10:00:00" /></label>
      <p role="alert">{errors.time_range?.end_time?.message}</p>
      <button type="submit">完结订单</button>
    </form>
  );
}
