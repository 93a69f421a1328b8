// Exact replacements of characters in files, and the text that they make.

import type { Source } from "../text/source.ts";
import type { Origin } from "../values/value.ts";

/** UTF-16 offsets in the text of a file, end exclusive; nothing stands between equal ones. */
export interface Edit {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** From the end, so that no edit moves what another one speaks of. None may lie over another. */
export function edited(text: string, edits: readonly Edit[]): string {
  return inOrder(edits).reduceRight((so, { start, end, text }) => so.slice(0, start) + text + so.slice(end), text);
}

export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Two that stand side by side do not collide, unless both only put something in: which comes first nobody says. */
export function collide(one: Edit, other: Edit): boolean {
  if (one.source.path !== other.source.path) return false;
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}

/** Equal for edits that do the same. */
export function editKey({ source, start, end, text }: Edit): string {
  return JSON.stringify([source.path, start, end, text]);
}

/** Each once. */
export function unique(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [editKey(edit), edit])).values()];
}

/** What stands at an origin, as its file spells it. */
export function spelledAt({ document, path, what }: Origin): { readonly start: number; readonly text: string } {
  const { start, end } = document.locate(path, what ?? "value");
  return { start, text: document.source.text.slice(start, end) };
}

/** Undefined where the words do not stand there as they are, or more than once. */
export function replaced(origin: Origin, words: string, by: string): Edit | undefined {
  const { start, text } = spelledAt(origin);
  const at = text.indexOf(words);
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return undefined;
  return { source: origin.document.source, start: start + at, end: start + at + words.length, text: by };
}
