"use client";

import { summarize, yuanToFen } from "payscore";
import { useState } from "react";

export default function Total({ created }) {
  const [amount, setAmount] = useState("");
  const { total, left } = summarize({ post_payments: [{ name: "租金", amount: yuanToFen(amount) }] }, { created });
  return (
    <p>
      <label>金额（元） <input value={amount} onChange={({ target }) => setAmount(target.value)} /></label>
      共 {total / 100} 元，还可收 {left / 100} 元
    </p>
  );
}
