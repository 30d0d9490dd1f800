import "tdesign-react/es/_util/react-19-adapter";
import { createElement as h, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { toTDesignReact } from "payscore/forms";
import { Form, Input } from "tdesign-react";
import { FIELDS, see } from "./see.js";

function Completion() {
  const [form] = Form.useForm();
  useEffect(() => {
    see((issues) => form.setFields(toTDesignReact(issues, { fields: FIELDS }).fields));
  }, []);
  return h(Form, { form }, FIELDS.map((name) => h(Form.FormItem, { key: String(name), name }, h(Input))));
}

createRoot(document.getElementById("app")).render(h(Completion));
