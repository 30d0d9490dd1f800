export { type CellKind, type Field, type Unit } from "./columns";
export { type TableDraft } from "./drafts";
export { type Encoding } from "./encoding";
export { type FileCode, type FileRule, type Place, type PlacedIssue, type TableLocale, fileRules } from "./issue";
export { type Drafts, type OperationName, tableColumns } from "./operations";
export { TableProblem } from "./problem";
export { type TableSource } from "./source";
export { type Table, type TableOptions, openTable } from "./table";
