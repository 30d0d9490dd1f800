import { DatePicker, Form } from "antd";
import { validateOrder } from "payscore";
import { toAntd } from "payscore/forms";
import { createElement as h, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { good } from "../reports.mjs";
import { see } from "./see.js";

const { issues } = validateOrder({ ...good(), time_range: { start_time: "9 点", end_time: "10 点" } }, { kind: "completionBody", now: null });
const names = { "/time_range/start_time": ["range", 0], "/time_range/end_time": ["range", 1] };

function Completion() {
  const [form] = Form.useForm();
  useEffect(() => {
    const mark = (issues) => form.setFields(toAntd(issues, { fields: form.getFieldsError(), names }).fields);
    see(mark, issues, issues.map(({ message }) => message));
  }, []);
  return h(Form, { form }, h(Form.Item, { name: "range", label: "服务时间" }, h(DatePicker.RangePicker)));
}

createRoot(document.getElementById("app")).render(h(Completion));
