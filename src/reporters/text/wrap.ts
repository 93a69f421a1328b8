// Text wrapped between its words, for screens.

import { displayWidth, printable } from "../screen.ts";

export interface Wrapping {
  /** What the first line begins with; its colours count nothing. */
  readonly lead?: string;
  /** In columns: as wide as the lead, and where the other lines begin. */
  readonly indent?: number;
  /** In columns; absent: nothing is wrapped. */
  readonly width?: number | undefined;
}

export function wrapped(
  text: string,
  { indent = 0, lead = " ".repeat(indent), width = Number.POSITIVE_INFINITY }: Wrapping,
): readonly string[] {
  const lines: string[] = [];
  let line = lead;
  let room = width - indent;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    const needed = displayWidth(word) + (isEmpty ? 0 : 1);
    if (!isEmpty && needed > room) {
      lines.push(line);
      line = " ".repeat(indent) + word;
      room = width - indent - displayWidth(word);
    } else {
      line += isEmpty ? word : ` ${word}`;
      room -= needed;
    }
    isEmpty = false;
  }
  return [...lines, line];
}

/** Before further lines of one sentence. */
const MORE = "  ";

/** `head: message`, each in its colours. */
export function headLines(
  head: string,
  message: string,
  width: number | undefined,
  paint: Readonly<Record<"head" | "rest", (words: string) => string>>,
): readonly string[] {
  const [first = "", ...more] = wrapped(`${head}: ${printable(message)}`, { width: width && width - MORE.length });
  const isWhole = first.startsWith(head);
  const own = isWhole ? paint.head(head) + paint.rest(first.slice(head.length)) : paint.head(first);
  return [own, ...more.map((line) => paint.rest(MORE + line))];
}
