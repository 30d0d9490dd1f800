export { type FieldMark, type Marking, type RequestOptions } from "../hooks/mark.js";
export { type Given, type RequestComposable, type RequestForm, useCompletion, useCreate, useQuery, useCancel, useModify, usePay, useSync, usePrepaidMessage, usePendingMessage, useDirectComplete } from "./request.js";
