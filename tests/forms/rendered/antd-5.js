import { Form, Input } from "antd-5";
import { createElement as h, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { toAntd } from "payscore/forms";
import { FIELDS, see } from "./see.js";

function Completion() {
  const [form] = Form.useForm();
  useEffect(() => {
    see((issues) => form.setFields(toAntd(issues, { fields: form.getFieldsError() }).fields));
  }, []);
  return h(Form, { form }, FIELDS.map((name) => h(Form.Item, { key: String(name), name, label: String(name) }, h(Input))));
}

createRoot(document.getElementById("app")).render(h(Completion));
