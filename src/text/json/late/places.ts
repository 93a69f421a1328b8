// The places of the parts of a long JSON text: long lists and objects along a path are searched in the bytes, and the short value at its end is decoded and searched as text.

import type { Path } from "../../document.ts";
import type { Range } from "../../source.ts";
import type { Found } from "../located.ts";
import { jsonPlaces } from "../places.ts";
import { COLON, COMMA, endOfString, endOfValue, LIST, OBJECT, skipBlanks, textBetween } from "./bytes.ts";
import type { LatePart } from "./part.ts";
import { cellOf, cellOfColumn, endOf, startOf } from "./rows.ts";
import type { Units } from "./units.ts";

/** Offsets in the bytes. */
interface Member {
  /** With its quotes. */
  readonly key: Range | undefined;
  readonly value: Range;
}

type Finder = ReturnType<typeof jsonPlaces>;

/** In bytes. */
const LONG = 65_536;
/** How many decoded short values are kept: after one place in an object, others in it are asked for. */
const MOST_KEPT = 16;

/** `bytes` are JSON, and `parts` are its parts. */
export function latePlaces(bytes: Uint8Array, parts: readonly LatePart[], units: Units): (path: Path) => Found {
  const partAt = new Map(parts.map((part) => [part.start, part]));
  const start = skipBlanks(bytes, 0);
  const root: Member = { key: undefined, value: { start, end: endOfMember(start) } };
  const known = new Map<number, ReadonlyMap<string | number, Member>>();
  const longEnds = new Map<number, number>();
  const kept = new Map<number, { readonly text: string; readonly find: Finder }>();

  function endOfMember(at: number): number {
    return partAt.get(at)?.end ?? endOfValue(bytes, at, (inner) => partAt.get(inner)?.end);
  }

  /** Ends of long cells are remembered: places in one resource may be asked for thousands of times. */
  function endOfCell(start: number): number {
    const before = longEnds.get(start);
    if (before !== undefined) return before;
    const end = endOfValue(bytes, start);
    if (end - start > LONG) longEnds.set(start, end);
    return end;
  }

  function memberOf({ value }: Member, segment: string | number): Member | undefined {
    const rows = partAt.get(value.start)?.rows;
    if (rows === undefined) return membersOf(value).get(segment);
    if (typeof segment === "string" || startOf(rows, segment) === 0) return undefined;
    return { key: undefined, value: { start: startOf(rows, segment), end: endOf(rows, segment) } };
  }

  /** The recorded cell to which the path leads in a list, and how many steps of the path it takes; undefined where no column has it. */
  function columnAt(
    list: Member,
    [row, ...names]: Path,
  ): { readonly value: Range; readonly steps: number } | undefined {
    const rows = partAt.get(list.value.start)?.rows;
    if (rows === undefined || typeof row !== "number") return undefined;
    for (const count of [2, 1]) {
      const first = names.slice(0, count);
      // A key may have a dot in it.
      const isColumn = names.length > count && first.every((name) => typeof name === "string" && !name.includes("."));
      const cell = isColumn ? cellOfColumn(first.join(".")) : undefined;
      const start = cell === undefined ? 0 : cellOf(rows, row, cell);
      if (start > 0) return { value: { start, end: endOfCell(start) }, steps: 1 + count };
    }
    return undefined;
  }

  function membersOf({ start, end }: Range): ReadonlyMap<string | number, Member> {
    const before = known.get(start);
    if (before !== undefined) return before;
    const members = new Map<string | number, Member>();
    known.set(start, members);
    const isObject = bytes[start] === OBJECT;
    for (let at = pass(start + 1); at < end - 1; ) {
      const key = isObject ? { start: at, end: endOfString(bytes, at) } : undefined;
      const begin = key === undefined ? at : pass(key.end);
      const value = { start: begin, end: endOfMember(begin) };
      // Of equal keys the last one counts, as it does for JSON.parse.
      members.set(key === undefined ? members.size : JSON.parse(textBetween(bytes, key.start, key.end)), {
        key,
        value,
      });
      at = pass(value.end);
    }
    return members;
  }

  /** Past blanks, and a comma or colon among them. */
  function pass(start: number): number {
    const at = skipBlanks(bytes, start);
    return bytes[at] === COMMA || bytes[at] === COLON ? skipBlanks(bytes, at + 1) : at;
  }

  function isLong({ value: { start, end } }: Member): boolean {
    return end - start > LONG && (bytes[start] === OBJECT || bytes[start] === LIST);
  }

  function read({ value: { start, end } }: Member): { readonly text: string; readonly find: Finder } {
    const before = kept.get(start);
    if (before !== undefined) return before;
    const text = textBetween(bytes, start, end);
    const read = { text, find: jsonPlaces(text, new Map()) };
    if (kept.size >= MOST_KEPT) for (const first of [...kept.keys()].slice(0, 1)) kept.delete(first);
    kept.set(start, read);
    return read;
  }

  return (path) => {
    let member = root;
    let steps = 0;
    for (let segment = path[0]; isLong(member) && segment !== undefined; segment = path[steps]) {
      const column = columnAt(member, path.slice(steps, steps + 4));
      const next = column === undefined ? memberOf(member, segment) : { key: undefined, value: column.value };
      if (next === undefined) return foundLong(member, false);
      member = next;
      steps += column?.steps ?? 1;
    }
    if (isLong(member)) return foundLong(member, true);
    const { text, find } = read(member);
    const found = find(path.slice(steps));
    const offset = units.at(member.value.start);
    // The text has no key of its own.
    const key = steps === path.length ? rangeFrom(member.key, offset) : found.member.key;
    return { ...found, member: key === found.member.key ? found.member : { ...found.member, key }, text, offset };
  };

  function foundLong({ key, value }: Member, reached: boolean): Found {
    const offset = units.at(value.start);
    const member = { key: rangeFrom(key, offset), value: { start: 0, end: units.at(value.end) - offset } };
    return { member, reached, text: textBetween(bytes, value.start, value.start + 1), offset };
  }

  function rangeFrom(range: Range | undefined, offset: number): Range | undefined {
    return range && { start: units.at(range.start) - offset, end: units.at(range.end) - offset };
  }
}
