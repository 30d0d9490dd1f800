/** The command was called wrongly. */
export class Usage extends Error {}

/** A file cannot be opened or is not in its format; the run goes on with the other files. */
export { TableProblem as Unreadable } from "../tables/problem";
