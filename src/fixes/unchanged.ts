// Whether two values are the same but for what stands at some places.

import { entry, isList, isObject, type Json, type Path } from "../text/document.ts";

/** Nobody writes as deep, and what may be so deep is not walked through. */
const DEEPEST = 100;

/** Below each step on the way; the end of a way: whatever stands there. */
type Ways = Map<string | number, Ways | "end">;

/** At the ways there may be anything in either, also nothing. */
export function isSameBut(one: Json, other: Json, ways: readonly Path[]): boolean {
  const all: Ways = new Map();
  for (const way of ways) lead(all, way);
  return isSame(one, other, all, 0);
}

function lead(from: Ways, way: Path): void {
  let ways = from;
  for (const [index, step] of way.entries()) {
    const known = ways.get(step);
    if (known === "end") return;
    if (index === way.length - 1) ways.set(step, "end");
    else {
      const next: Ways = known ?? new Map();
      ways.set(step, next);
      ways = next;
    }
  }
}

function isSame(one: Json | undefined, other: Json | undefined, ways: Ways | undefined, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const isSameAt = (step: string | number): boolean => {
    const below = ways?.get(step);
    return below === "end" || isSame(entry(one, step), entry(other, step), below, depth + 1);
  };
  if (isList(one) && isList(other)) return one.length === other.length && one.every((_, index) => isSameAt(index));
  if (!isObject(one) || !isObject(other)) return one === other;
  const isMissing = (key: string) => entry(one, key) === undefined;
  return Object.keys(one).every(isSameAt) && Object.keys(other).filter(isMissing).every(isSameAt);
}
