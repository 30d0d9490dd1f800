import { Button, Col, Form, Input, Row } from "antd";
import type { Marking } from "payscore/react";
import { Field } from "./Field";

interface Props extends Pick<Marking<unknown>, "at"> {
  list: "post_payments" | "post_discounts";
  title: string;
}

export const ItemList = ({ list, title, at }: Props) => (
  <Form.List name={list}>
    {(rows, { add, remove }) => (
      <section aria-label={title}>
        {rows.map(({ key, name }) => (
          <Row key={key} gutter={12} role="group" aria-label={`${title} ${name + 1}`}>
            <Col xs={14} sm={8}>
              <Field name={[name, "name"]} label={title} mark={at(`/${list}/${name}/name`)}><Input /></Field>
            </Col>
            <Col xs={10} sm={5}>
              <Field name={[name, "amount"]} label="金额（元）" mark={at(`/${list}/${name}`, `/${list}/${name}/amount`)}><Input inputMode="decimal" /></Field>
            </Col>
            <Col xs={18} sm={8}>
              <Field name={[name, "description"]} label="说明" mark={at(`/${list}/${name}/description`)}><Input /></Field>
            </Col>
            <Col xs={6} sm={3}>
              <Button className="beside" onClick={() => remove(name)}>删除</Button>
            </Col>
          </Row>
        ))}
        <Field mark={at(`/${list}`)}><Button onClick={() => add({ name: "" })}>添加{title}</Button></Field>
      </section>
    )}
  </Form.List>
);
