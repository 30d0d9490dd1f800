export { type FieldMark, type Marking, type RequestOptions } from "../hooks/mark.js";
export { type Given, type RequestComposable, type RequestForm, useCompletion } from "./request.js";
