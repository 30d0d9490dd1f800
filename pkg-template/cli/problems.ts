/** The command was called wrongly. */
export class Usage extends Error {}

/** A file cannot be opened, or is not what its format says; the other files go on. */
export { TableProblem as Unreadable } from "../tables/problem";
