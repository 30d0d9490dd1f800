import { Alert, Button, DatePicker, Form, Input } from "antd";
import { buildCompleteRequest } from "payscore";
import { toAntd } from "payscore/forms";
import { useState } from "react";

export function CompletionForm({ created, onRequest }) {
  const [form] = Form.useForm();
  const [rest, setRest] = useState([]); // 不属于任何表单项的问题

  function submit(draft) {
    const result = buildCompleteRequest(draft, { created, amountUnit: "yuan" });
    const marks = toAntd(result.issues, { fields: form.getFieldsError() });
    form.setFields(marks.fields);
    setRest(marks.rest);
    if (result.ok) onRequest(result.request); // 由您的后端签名并发送 bodyText
  }

  return (
    <Form form={form} onFinish={submit} initialValues={{ post_payments: [{}] }} layout="vertical">
      {rest.map(({ code, message }) => <Alert key={code} type="error" title={message} />)}
      <Form.List name="post_payments">
        {(rows, { add }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key}>
                <Form.Item name={[name, "name"]} label="付费项目"><Input /></Form.Item>
                <Form.Item name={[name, "amount"]} label="金额（元）"><Input inputMode="decimal" /></Form.Item>
              </div>
            ))}
            <Button onClick={() => add({})}>添加</Button>
          </>
        )}
      </Form.List>
      <Form.Item name={["time_range", "end_time"]} label="结束时间"><DatePicker showTime /></Form.Item>
      <Button htmlType="submit" type="primary">完结订单</Button>
    </Form>
  );
}
