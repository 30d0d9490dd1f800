import { Form, type FormItemProps } from "antd";
import type { FieldMark } from "payscore/react";

/** A form item that shows its mark once it was left, or the form submitted. */
export const Field = ({ mark, ...item }: FormItemProps & { mark: FieldMark }) => (
  <div onBlur={mark.onBlur}>
    <Form.Item validateStatus={mark.severity ?? ""} help={mark.text} normalize={(text) => text || undefined} {...item} />
  </div>
);
