"use client";

import { fenToYuan } from "payscore";
import { useCompletion } from "payscore/react";
import { useState } from "react";

export default function Total({ created }) {
  const [amount, setAmount] = useState("");
  const { at, total } = useCompletion({ post_payments: [{ name: "租金", amount }] }, { created, amountUnit: "yuan" });
  const { text, onBlur } = at("/post_payments/0/amount");
  return (
    <p>
      <label>金额（元） <input value={amount} onChange={({ target }) => setAmount(target.value)} onBlur={onBlur} /></label>
      {text ?? `共 ${fenToYuan(total.total)} 元，还可收 ${fenToYuan(total.left)} 元`}
    </p>
  );
}
