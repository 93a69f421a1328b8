// Text wrapped between its words, for screens.

import { displayWidth } from "../screen.ts";

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
