export { type FieldMark, type Marking, type RequestOptions } from "../hooks/mark.js";
export { type RequestForm, type RequestHook, useCompletion, useCreate, useQuery, useCancel, useModify, usePay, useSync, usePrepaidMessage, usePendingMessage, useDirectComplete } from "./request.js";
