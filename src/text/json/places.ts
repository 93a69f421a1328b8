// Where the parts of a JSON text stand, found step by step along the paths that are asked for.

import type { Path } from "../document.ts";
import { endOfString, skip } from "../scan.ts";
import type { Range } from "../source.ts";

/** An entry of an object or an item of a list; in a long one the same is the same object. */
export interface Member {
  /** With its quotes; undefined in a list and at the root. */
  readonly key: Range | undefined;
  /** A string with its quotes. */
  readonly value: Range;
}

type Members = ReadonlyMap<string | number, Member>;

const BLANKS = /[ \t\r\n]*/y;
const BETWEEN = /[ \t\r\n,]*/y;
const BEFORE_VALUE = /[ \t\r\n:]*/y;
const WORD = /[^ \t\r\n,\]}]*/y;

/** Ends of shorter values are found again as quickly as they are remembered. */
const WORTH_REMEMBERING = 1000;
/** Of shorter objects and lists, which may be very many, the members of so many are kept: those that belong together are asked for one after the other. */
const MOST_SHORT = 1000;

/** `text` is JSON; `ends` says where parts of it end, by where they begin, and is added to. The function returned goes along a path as far as the text does: to its end if `reached`. */
export function jsonPlaces(
  text: string,
  ends: Map<number, number>,
): (path: Path) => { readonly member: Member; readonly reached: boolean } {
  const known = new Map<Member, Members>();
  const short = new Map<Member, Members>();
  let root: Member | undefined;

  function membersOf(container: Member): Members {
    const before = known.get(container) ?? short.get(container);
    if (before !== undefined) return before;
    const members = new Map<string | number, Member>();
    if (short.size >= MOST_SHORT) short.clear();
    (container.value.end - container.value.start < WORTH_REMEMBERING ? short : known).set(container, members);
    const isObject = text[container.value.start] === "{";
    let at = skip(BETWEEN, text, container.value.start + 1);
    while (at < container.value.end - 1) {
      const key = isObject ? { start: at, end: endOfString(text, at) } : undefined;
      const start = key === undefined ? at : skip(BEFORE_VALUE, text, key.end);
      const value = { start, end: endOfValue(start) };
      // Of equal keys the last one counts, as it does for JSON.parse.
      members.set(key === undefined ? members.size : wordAt(key), { key, value });
      at = skip(BETWEEN, text, value.end);
    }
    return members;
  }

  function wordAt({ start, end }: Range): string {
    const spelled = text.slice(start, end);
    return spelled.includes("\\") ? JSON.parse(spelled) : spelled.slice(1, -1);
  }

  function endOfValue(start: number): number {
    const first = text[start];
    if (first === '"') return endOfString(text, start);
    return first === "{" || first === "[" ? endOfContainer(start) : skip(WORD, text, start);
  }

  /** Remembers the ends that it passes, so that a walk down a deep text does not read it once for each level. */
  function endOfContainer(start: number): number {
    const open: number[] = [];
    for (let at = start; ; at += 1) {
      switch (text[at]) {
        case '"':
          at = endOfString(text, at) - 1;
          break;
        case "{":
        case "[": {
          const end = ends.get(at);
          if (end === undefined) open.push(at);
          else if (open.length === 0) return end;
          else at = end - 1;
          break;
        }
        case "}":
        case "]": {
          const opened = open.pop() ?? start;
          if (at - opened > WORTH_REMEMBERING) ends.set(opened, at + 1);
          if (open.length === 0) return at + 1;
          break;
        }
      }
    }
  }

  return (path) => {
    const start = skip(BLANKS, text, 0);
    root ??= { key: undefined, value: { start, end: endOfValue(start) } };
    let member = root;
    for (const segment of path) {
      const opening = text[member.value.start];
      const isContainer = opening === "{" || opening === "[";
      const next = isContainer ? membersOf(member).get(segment) : undefined;
      if (next === undefined) return { member, reached: false };
      member = next;
    }
    return { member, reached: true };
  };
}
