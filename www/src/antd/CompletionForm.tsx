import { Button, Form, Input, Space } from "antd";
import { buildCompleteRequest, type CompletionDraft } from "payscore";
import { created, start } from "./example";
import { issuesAt, type Path } from "./issuesAt";

export function CompletionForm() {
  const [form] = Form.useForm<CompletionDraft>();
  const result = buildCompleteRequest(Form.useWatch([], form) ?? start, { created, amountUnit: "yuan" });
  const field = (label: string, path: Path, name = path) => (
    <Form.Item key={label} label={label} name={name} normalize={(text) => text || undefined} {...issuesAt(result, path)}><Input /></Form.Item>
  );
  const items = (title: string, list: "post_payments" | "post_discounts") => (
    <Form.List name={list}>
      {(rows, { add, remove }) => [
        ...rows.map(({ key, name }) => (
          <Space key={key} align="center" wrap role="group" aria-label={`${title} ${name + 1}`}>
            {field("名称", [list, name, "name"], [name, "name"])}
            {field("金额（元）", [list, name, "amount"], [name, "amount"])}
            {field("说明", [list, name, "description"], [name, "description"])}
            <Button onClick={() => remove(name)}>删除</Button>
          </Space>
        )),
        <Form.Item key="add" {...issuesAt(result, [list])}><Button onClick={() => add({ name: "" })}>添加{title}</Button></Form.Item>,
      ]}
    </Form.List>
  );
  return (
    <Form form={form} initialValues={start} layout="vertical">
      {items("付费项目", "post_payments")}
      {items("优惠项目", "post_discounts")}
      {field("结束时间（北京时间）", ["time_range", "end_time"])}
      {field("结束地点", ["location", "end_location"])}
      {field("总金额（元，留空自动计算）", ["total_amount"])}
      <pre aria-live="polite">{result.ok ? result.request.bodyText : result.issues.map(({ message }) => message).join("\n")}</pre>
    </Form>
  );
}
