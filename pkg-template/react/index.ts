export { type FieldMark, type Marking, type RequestOptions } from "../hooks/mark.js";
export { type RequestForm, type RequestHook, useCompletion } from "./request.js";
