/** A file that cannot be read, or is not what its name or format says. */
export class TableProblem extends Error {
  constructor(
    /** Which problem it is, for programs. */
    readonly code: string,
    message: string,
    readonly place?: { line: number; column: number },
  ) {
    super(message);
    this.name = "TableProblem";
  }
}
