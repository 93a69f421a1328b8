// A text that cannot be read: what is wrong, where, and what to do next.

interface Place {
  readonly line: number;
  readonly column: number;
}

export class Problem extends Error {
  readonly help: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Where the bracket or quote opened that it is about. */
  readonly opened: Place | undefined;
  /** What else is wrong with the same text, or with those that were read with it. */
  readonly others: readonly Problem[] = [];

  constructor(message: string, help: string, where?: Place, opened?: Place) {
    super(message);
    this.name = "Problem";
    this.help = help;
    this.line = where?.line;
    this.column = where?.column;
    this.opened = opened;
  }
}

/** An error of ours: it costs the input that brought it about, and no other. Of it nothing is told but its kind and where in the program it occurred, for its message may quote the input. */
export class InternalProblem extends Problem {
  readonly kind: string;
  /** "at find (cli.cjs:1:2)", innermost first, without the folders of the machine. */
  readonly frames: readonly string[];

  constructor(thrown: unknown, where: { readonly line: number; readonly column: number } = { line: 1, column: 1 }) {
    super("an internal error", "report it", where);
    const { name, stack = "" } = thrown instanceof Error ? thrown : new Error();
    this.kind = name;
    this.frames = stack.split("\n").flatMap((line) => {
      const [, frame] = /^\s+(at .*)$/.exec(line) ?? [];
      return frame === undefined ? [] : [frame.replace(/(?:file:\/\/)?[^\s(]*[\\/](?=[^\\/]*$)/, "")];
    });
  }
}

/** What went wrong with an input, expected or not. */
export function problemOf(thrown: unknown, where?: { readonly line: number; readonly column: number }): Problem {
  return thrown instanceof Problem ? thrown : new InternalProblem(thrown, where);
}

/** The first of several problems, which has the others with it; undefined where there is none. */
export function together<P extends Problem>([first, ...others]: readonly P[]): P | undefined {
  return first && Object.assign(first, { others });
}
