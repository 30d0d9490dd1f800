/** 无法读取的文件，或不是其名称、格式所说的文件。A file that cannot be read, or is not what its name or format says. */
export class TableProblem extends Error {
  /** 哪一种问题，供程序判断。Which problem it is, for programs. */
  readonly code: string;
  readonly place: { line: number; column: number } | undefined;

  constructor(code: string, message: string, place?: { line: number; column: number }) {
    super(message);
    this.name = "TableProblem";
    this.code = code;
    this.place = place;
  }
}
