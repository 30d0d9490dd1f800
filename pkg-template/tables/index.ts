export { type CellKind, type Column, type Columns, type Field, type Unit } from "./columns";
export { type TableDraft, type WasCreated } from "./drafts";
export { type Encoding } from "./encoding";
export { type FileCode, type FileRule, type Place, type PlacedIssue, type TableLocale, fileRules } from "./issue";
export { type OperationName } from "./operations";
export { TableProblem } from "./problem";
export { type TableSource } from "./source";
export { type Table, type TableOptions, openTable } from "./table";
