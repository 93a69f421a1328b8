// A text that cannot be read: what is wrong, where, and what to do next.

export class Problem extends Error {
  readonly help: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, help: string, where?: { readonly line: number; readonly column: number }) {
    super(message);
    this.name = "Problem";
    this.help = help;
    this.line = where?.line;
    this.column = where?.column;
  }
}
