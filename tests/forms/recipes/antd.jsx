import { Alert, Button, DatePicker, Form, Input } from "antd";
import { useCompletion } from "payscore/react";

export function CompletionForm({ created, onRequest }) {
  const [form] = Form.useForm();
  const { at, rest, show } = useCompletion(Form.useWatch([], form), { created, amountUnit: "yuan" });

  function submit() {
    const result = show();
    if (result.ok) onRequest(result.request); // 由您的后端签名并发送 bodyText
  }

  return (
    <Form form={form} onFinish={submit} initialValues={{ post_payments: [{}] }} layout="vertical">
      {rest.map(({ pointer, code, severity, message }) => <Alert key={pointer + code} type={severity} description={message} />)}
      <Form.List name="post_payments">
        {(rows, { add }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key}>
                <Field name={[name, "name"]} label="付费项目" mark={at(`/post_payments/${name}/name`)}><Input /></Field>
                <Field name={[name, "amount"]} label="金额（元）" mark={at(`/post_payments/${name}/amount`)}><Input inputMode="decimal" /></Field>
              </div>
            ))}
            <Button onClick={() => add({})}>添加</Button>
          </>
        )}
      </Form.List>
      <Field name={["time_range", "end_time"]} label="结束时间" mark={at("/time_range/end_time")}><DatePicker showTime /></Field>
      <Button htmlType="submit" type="primary">完结订单</Button>
    </Form>
  );
}

// 离开之后，或提交之后，标出一个表单项的问题
const Field = ({ mark, ...item }) => (
  <div onBlur={mark.onBlur}>
    <Form.Item validateStatus={mark.severity} help={mark.text} {...item} />
  </div>
);
