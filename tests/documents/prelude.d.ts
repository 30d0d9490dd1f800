// What the code in the documents takes as there: the reader's own.
import type { CompleteRequest, CompleteRequestBody, ServiceOrder, ValidationReport } from "payscore";

declare global {
  const backend: { queryOrder(number: string): Promise<Partial<ServiceOrder>>; send(request: CompleteRequest): Promise<void> };
  const body: CompleteRequestBody;
  const report: ValidationReport;
  const form: {
    getFieldsError(): { name: (string | number)[]; errors: string[] }[];
    setFields(fields: { name: (string | number)[]; errors: string[]; warnings: string[] }[]): void;
  };
}
