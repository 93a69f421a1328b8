// Where a pattern is found in a text, and what its groups hold: the leftmost match, and of those that begin there the one that the pattern prefers, as in Perl and RE2.

import type { PatternNode } from "./pattern-syntax.ts";

export interface Found {
  readonly start: number;
  readonly end: number;
  /** In the order of their opening brackets; undefined where a group took no part. */
  readonly groups: readonly (string | undefined)[];
}

const LONGEST = 1000;
const STEPS = 20_000;
const SURROGATE = /[\ud800-\udfff]/;

/** What is left to be matched, at a place and with the groups so far; undefined where it does not match. */
type Rest = (place: number, groups: Groups) => Found | undefined;
type Groups = ReadonlyMap<PatternNode, string>;

class TooLong extends Error {}

/** All matches from left to right, none within another; undefined where it takes too long to find them. */
export function findAll(pattern: PatternNode, text: string, most = Number.POSITIVE_INFINITY): Found[] | undefined {
  if (text.length > LONGEST || SURROGATE.test(text)) return undefined;
  const search = searchIn(pattern, text);
  const all: Found[] = [];
  try {
    for (let from = 0; from <= text.length && all.length < most; ) {
      const found = search(from);
      if (found === undefined) break;
      // An empty match right after the one before is none.
      if (found.end > found.start || found.start !== all.at(-1)?.end) all.push(found);
      from = found.end > found.start ? found.end : found.end + 1;
    }
  } catch (thrown) {
    if (thrown instanceof TooLong || thrown instanceof RangeError) return undefined;
    throw thrown;
  }
  return all;
}

/** The names of its groups, in the order of their opening brackets. */
export function groupsOf(pattern: PatternNode): readonly (PatternNode & { kind: "group" })[] {
  switch (pattern.kind) {
    case "group":
      return [pattern, ...groupsOf(pattern.of)];
    case "repeat":
      return groupsOf(pattern.of);
    case "sequence":
    case "either":
      return pattern.of.flatMap(groupsOf);
    default:
      return [];
  }
}

function searchIn(pattern: PatternNode, text: string): (from: number) => Found | undefined {
  const captured = groupsOf(pattern);
  let steps = STEPS;
  const walk = (node: PatternNode, place: number, groups: Groups, rest: Rest): Found | undefined => {
    steps -= 1;
    if (steps < 0) throw new TooLong();
    switch (node.kind) {
      case "character":
        return place < text.length && node.fits(text.charAt(place)) ? rest(place + 1, groups) : undefined;
      case "start":
        return place === 0 ? rest(place, groups) : undefined;
      case "end":
        return place === text.length ? rest(place, groups) : undefined;
      case "group":
        return walk(node.of, place, groups, (end, inner) =>
          rest(end, new Map([...inner, [node, text.slice(place, end)]])),
        );
      case "either":
        return firstOf(node.of.map((branch) => () => walk(branch, place, groups, rest)));
      case "sequence":
        return inSequence(node.of, 0, place, groups, rest);
      case "repeat":
        return repeated(node, 0, place, groups, rest);
    }
  };
  const inSequence = (
    nodes: readonly PatternNode[],
    index: number,
    place: number,
    groups: Groups,
    rest: Rest,
  ): Found | undefined => {
    const node = nodes[index];
    if (node === undefined) return rest(place, groups);
    return walk(node, place, groups, (next, inner) => inSequence(nodes, index + 1, next, inner, rest));
  };
  const repeated = (
    node: PatternNode & { kind: "repeat" },
    times: number,
    place: number,
    groups: Groups,
    rest: Rest,
  ): Found | undefined => {
    const again = () =>
      times >= node.most
        ? undefined
        : walk(node.of, place, groups, (next, inner) =>
            // A round that takes nothing would go on without end.
            next === place && times >= node.least ? undefined : repeated(node, times + 1, next, inner, rest),
          );
    const enough = () => (times < node.least ? undefined : rest(place, groups));
    return firstOf(node.lazy ? [enough, again] : [again, enough]);
  };
  return (from) => {
    for (let start = from; start <= text.length; start += 1) {
      const found = walk(pattern, start, new Map(), (end, groups) => ({
        start,
        end,
        groups: captured.map((group) => groups.get(group)),
      }));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function firstOf(attempts: readonly (() => Found | undefined)[]): Found | undefined {
  for (const attempt of attempts) {
    const found = attempt();
    if (found !== undefined) return found;
  }
  return undefined;
}
