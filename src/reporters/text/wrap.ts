// Text wrapped between its words, for screens.

import { displayWidth, printable } from "../screen.ts";

export interface Wrapping {
  /** The beginning of the first line; colour codes in it do not count as columns. */
  readonly lead?: string;
  /** In columns: the width of the lead, and the indentation of the other lines. */
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

/** The indentation of further lines. */
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
