import { fenToYuan } from "payscore";
import { useCompletion } from "payscore/react";
import { useId, useState } from "react";

const emptyRow = { name: "", amount: "" };

export function CompletionForm({ created, onRequest }) {
  const [payments, setPayments] = useState([emptyRow]);
  const [endTime, setEndTime] = useState("");
  const draft = { post_payments: payments, time_range: { end_time: endTime } };
  const { at, rest, show, total } = useCompletion(draft, { created, amountUnit: "yuan" });

  const change = (row, name) => ({ target }) => setPayments(payments.map((item, at) => (at === row ? { ...item, [name]: target.value } : item)));

  function submit(event) {
    event.preventDefault();
    const result = show();
    if (result.ok) onRequest(result.request); // 由您的后端签名并发送 bodyText
  }

  return (
    <form onSubmit={submit}>
      {rest.map(({ pointer, code, severity, message }) => <p key={pointer + code} role="alert" className={severity}>{message}</p>)}
      {payments.map(({ name, amount }, row) => (
        <fieldset key={row}>
          <Field label="付费项目" value={name} onChange={change(row, "name")} mark={at(`/post_payments/${row}/name`)} />
          <Field label="金额（元）" value={amount} onChange={change(row, "amount")} mark={at(`/post_payments/${row}/amount`)} inputMode="decimal" />
        </fieldset>
      ))}
      <button type="button" onClick={() => setPayments([...payments, emptyRow])}>添加</button>
      <Field label="结束时间" value={endTime} onChange={({ target }) => setEndTime(target.value)} mark={at("/time_range/end_time")} placeholder="2026-11-20 10:00:00" />
      <p>共 {fenToYuan(total.total)} 元</p>
      <button type="submit">完结订单</button>
    </form>
  );
}

function Field({ label, mark, ...input }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} onBlur={mark.onBlur} aria-invalid={mark.severity === "error"} aria-describedby={`${id}-mark`} {...input} />
      <small id={`${id}-mark`} className={mark.severity}>{mark.text}</small>
    </div>
  );
}
