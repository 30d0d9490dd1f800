import { Alert, Button, Card, Col, Form, Input, Row } from "antd";
import type { CompleteRequest, CompletionDraft } from "payscore";
import { useCompletion } from "payscore/react";
import { useState } from "react";
import { created, start } from "./example";
import { Field } from "./Field";
import { ItemList } from "./ItemList";
import { Total } from "./Total";

export function CompletionForm() {
  const [form] = Form.useForm<CompletionDraft>();
  const [request, setRequest] = useState<CompleteRequest>();
  const { at, rest, show, total } = useCompletion(Form.useWatch([], form) ?? start, { created, amountUnit: "yuan" });

  function submit() {
    const result = show();
    setRequest(result.ok ? result.request : undefined);
  }

  return (
    <Form form={form} initialValues={start} layout="vertical" requiredMark={false} onFinish={submit} onValuesChange={() => setRequest(undefined)}>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={16}>
          <Card title="完结订单">
            <ItemList list="post_payments" title="付费项目" at={at} />
            <ItemList list="post_discounts" title="优惠项目" at={at} />
            <Row gutter={16}>
              <Col xs={24} sm={12}>
                <Field name={["time_range", "end_time"]} label="结束时间（北京时间）" mark={at("/time_range/end_time")}><Input /></Field>
              </Col>
              <Col xs={24} sm={12}>
                <Field name={["location", "end_location"]} label="结束地点" mark={at("/location/end_location")}><Input /></Field>
              </Col>
            </Row>
          </Card>
        </Col>
        <Col xs={24} lg={8}>
          <Card title="合计">
            <Total {...total} />
            {rest.map(({ pointer, code, severity, message }) => <Alert key={pointer + code} type={severity} title={message} showIcon />)}
            <Button type="primary" htmlType="submit" size="large" block>完结订单</Button>
          </Card>
        </Col>
      </Row>
      <Card title="将要签名和发送的请求" className="request" aria-live="polite">
        {request ? <pre>{`${request.method} ${request.path}\n\n${request.bodyText}`}</pre> : "按「完结订单」之后显示在这里。这个页面不发送任何东西。"}
      </Card>
    </Form>
  );
}
