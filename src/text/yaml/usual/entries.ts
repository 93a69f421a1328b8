// Collects the entries of a map of usual YAML, in block or flow style.

import { duplicateKey } from "../../duplicate-keys.ts";
import { type Entry, heightOf, type Node, type Scalar } from "../node.ts";
import { type Cursor, unusual } from "./cursor.ts";

/** Deeper than any template; the library refuses deeper ones with a message. */
const DEPTH = 60;

export interface Entries {
  readonly byName: Map<string, Entry>;
  last: Node | undefined;
  /** The height of the highest value so far. */
  height: number;
}

export function noEntries(): Entries {
  return { byName: new Map(), last: undefined, height: 0 };
}

export function addEntry(cursor: Cursor, entries: Entries, key: Scalar, value: Node): Entries {
  if (key.text === "<<" && key.style === "plain") unusual();
  const earlier = entries.byName.get(key.text);
  if (earlier !== undefined) cursor.warnings.push(duplicateKey(cursor.source, key.range.start, earlier.key.start));
  entries.byName.set(key.text, { key: key.range, value });
  entries.last = value;
  entries.height =
    earlier === undefined
      ? Math.max(entries.height, heightOf(value))
      : heightAbove(Array.from(entries.byName.values(), (entry) => entry.value)) - 1;
  return entries;
}

export function enter(cursor: Cursor): void {
  cursor.depth += 1;
  if (cursor.depth > DEPTH) unusual();
}

export function heightAbove(nodes: Iterable<Node>): number {
  let height = 0;
  for (const node of nodes) height = Math.max(height, heightOf(node));
  return height + 1;
}
