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

/** None may lie over another. */
export function edited(text: string, edits: readonly Edit[]): string {
  let left = 0;
  const parts = inOrder(edits).map(({ start, end, text: put }) => {
    const before = text.slice(left, start);
    left = end;
    return before + put;
  });
  return parts.join("") + text.slice(left);
}

export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Edits that can be applied at once: equal ones are one, and no other lies over one of them. */
export interface Together {
  readonly edits: readonly Edit[];
  /** Takes all of these, or none. */
  add(more: readonly Edit[]): boolean;
}

export function together(): Together {
  const edits: Edit[] = [];
  /** By file, in the order in which they stand there. */
  const inFiles = new Map<string, Edit[]>();
  return {
    edits,
    add(more) {
      const added: (readonly [place: Edit[], edit: Edit])[] = [];
      for (const edit of more) {
        const place = inFiles.get(edit.source.path) ?? [];
        inFiles.set(edit.source.path, place);
        const index = firstFrom(place, edit.start);
        const next = place[index];
        if (next !== undefined && editKey(next) === editKey(edit)) continue;
        if (place.slice(Math.max(0, index - 1), index + 1).some((one) => collide(one, edit))) {
          for (const [from, one] of added) from.splice(from.indexOf(one), 1);
          return false;
        }
        place.splice(index, 0, edit);
        added.push([place, edit]);
      }
      for (const [, edit] of added) edits.push(edit);
      return true;
    },
  };
}

/** The index of the first that does not stand before an offset. */
function firstFrom(edits: readonly Edit[], offset: number): number {
  let low = 0;
  for (let high = edits.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Edit).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In one file. Two that stand side by side do not collide, unless both only put something in: which comes first nobody says. */
function collide(one: Edit, other: Edit): boolean {
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
