// Finds the places of the parts of a JSON text, step by step along the paths that are asked for.

import type { Path } from "../document.ts";
import { endOfString, skip } from "../scan.ts";
import type { Range } from "../source.ts";

/** An entry of an object or an item of a list. In long ones, and at the root, members are remembered, and equal places give the same object. */
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
/** Characters that a JSON string can contain only as escapes. */
const ESCAPED = /["\\]/;
const WORD = /[^ \t\r\n,\]}]*/y;

/** In characters: ends and members of shorter values are found again as quickly as looked up. */
const WORTH_REMEMBERING = 1000;

/** `text` is JSON. `ends`: known ends of long values by their beginnings; more are added. The function returned follows a path as far as the text has it; `reached`: to the end of the path. */
export function jsonPlaces(
  text: string,
  ends: Map<number, number>,
): (path: Path) => { readonly member: Member; readonly reached: boolean } {
  const known = new Map<Member, Members>();
  const start = skip(BLANKS, text, 0);
  /** The beginnings of the lists and objects that are open. */
  const open: number[] = [];
  /** The key, value and end of the last member that was passed. One object for all, because most members are only passed. */
  const passed = { key: 0, value: 0, end: 0 };
  let root: Member | undefined;

  function memberOf(container: Member, segment: string | number): Member | undefined {
    const { start, end } = container.value;
    if (end - start >= WORTH_REMEMBERING) return membersOf(container).get(segment);
    const isObject = text[start] === "{";
    let found: Member | undefined;
    let after = skip(BETWEEN, text, start + 1);
    for (let index = 0; after < end - 1; index += 1) {
      after = passMember(after, isObject);
      // Of equal keys the last one counts, as it does for JSON.parse.
      if (isObject ? typeof segment === "string" && isNamed(passed.key, segment) : index === segment)
        found = memberPassed(isObject);
    }
    return found;
  }

  function membersOf(container: Member): Members {
    const before = known.get(container);
    if (before !== undefined) return before;
    const members = new Map<string | number, Member>();
    known.set(container, members);
    const { start, end } = container.value;
    const isObject = text[start] === "{";
    for (let after = skip(BETWEEN, text, start + 1); after < end - 1; ) {
      after = passMember(after, isObject);
      members.set(isObject ? wordAt(passed.key) : members.size, memberPassed(isObject));
    }
    return members;
  }

  /** Passes a member: to the next one, or the end. */
  function passMember(start: number, isObject: boolean): number {
    passed.key = start;
    passed.value = isObject ? skip(BEFORE_VALUE, text, endOfString(text, start)) : start;
    passed.end = endOfValue(passed.value);
    return skip(BETWEEN, text, passed.end);
  }

  function memberPassed(isObject: boolean): Member {
    const { key, value, end } = passed;
    return {
      key: isObject ? { start: key, end: endOfString(text, key) } : undefined,
      value: { start: value, end },
    };
  }

  /** Most keys have no escapes: then they are compared without decoding them. */
  function isNamed(key: number, name: string): boolean {
    const isSpelled = text.startsWith(name, key + 1) && text[key + 1 + name.length] === '"' && !ESCAPED.test(name);
    return isSpelled || wordAt(key) === name;
  }

  function wordAt(start: number): string {
    const spelled = text.slice(start, endOfString(text, start));
    return spelled.includes("\\") ? JSON.parse(spelled) : spelled.slice(1, -1);
  }

  function endOfValue(start: number): number {
    const first = text[start];
    if (first === '"') return endOfString(text, start);
    return first === "{" || first === "[" ? endOfContainer(start) : skip(WORD, text, start);
  }

  /** Remembers the ends that it passes, so that a walk down a deep text does not read it once for each level. */
  function endOfContainer(start: number): number {
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
    root ??= { key: undefined, value: { start, end: endOfValue(start) } };
    let member = root;
    for (const segment of path) {
      const opening = text[member.value.start];
      const isContainer = opening === "{" || opening === "[";
      const next = isContainer ? memberOf(member, segment) : undefined;
      if (next === undefined) return { member, reached: false };
      member = next;
    }
    return { member, reached: true };
  };
}
