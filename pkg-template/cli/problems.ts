/** The command was called wrongly. */
export class Usage extends Error {}

/** A file cannot be opened, or is not what its format says; the other files go on. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly place?: { line: number; column: number },
  ) {
    super(message);
  }

  /** As a line of its own, after the file's name. */
  of(file: string): string {
    return `${file}${this.place ? `:${this.place.line}:${this.place.column}` : ""} ${this.message}`;
  }
}
