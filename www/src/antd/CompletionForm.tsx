import { Button, Form, Input } from "antd";
import { buildCompleteRequest, type CompletionDraft } from "payscore";
import { order as created } from "../../samples/power_bank.json";
import { direct } from "../../samples/identities.json";

const start = { post_payments: [{ name: "租金", amount: "4.00" }], time_range: { end_time: "2025-09-18 10:38:20" } };
type Path = (string | number)[];

export function CompletionForm() {
  const [form] = Form.useForm<CompletionDraft>();
  const draft = Form.useWatch([], form) ?? start;
  const result = buildCompleteRequest(draft, { created: { ...direct, ...created } as object, amountUnit: "yuan" });
  const at = (...path: Path) => {
    const issues = result.issues.filter((issue) => issue.path.join() === path.join());
    return { validateStatus: issues[0]?.severity ?? ("" as const), help: issues[0] && issues.map(({ message }) => message).join("\n") };
  };
  return (
    <Form form={form} initialValues={start} layout="vertical">
      <Form.List name="post_payments">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} role="group" aria-label={`付费项目 ${name + 1}`}>
                <Form.Item label="名称" name={[name, "name"]} {...at("post_payments", name, "name")}><Input /></Form.Item>
                <Form.Item label="金额（元）" name={[name, "amount"]} {...at("post_payments", name, "amount")}><Input suffix={<Button type="text" size="small" onClick={() => remove(name)}>删除</Button>} /></Form.Item>
              </div>
            ))}
            <Form.Item {...at("post_payments")}><Button onClick={() => add({ name: "" })}>添加付费项目</Button></Form.Item>
          </>
        )}
      </Form.List>
      <Form.Item label="结束时间（北京时间）" name={["time_range", "end_time"]} {...at("time_range", "end_time")}><Input /></Form.Item>
      <Form.Item label="总金额（元，留空自动计算）" name="total_amount" {...at("total_amount")}><Input /></Form.Item>
      <pre aria-live="polite">{result.ok ? result.request.bodyText : `${result.issues.length} 个问题`}</pre>
    </Form>
  );
}
