// One way from a caller to what it may enter, for each pair of them, with the worst verdict of all grants between the two.

import type { Grant } from "../../findings/report.ts";

export type Verdict = Grant["verdict"];

export interface Way {
  /** As people read it. */
  readonly caller: string;
  readonly role: Role;
  readonly verdict: Verdict;
}

/** Or another resource that carries a policy. */
export interface Role {
  readonly file: string;
  readonly name: string;
}

const WORST_FIRST: readonly Verdict[] = ["finding", "unknown", "ok"];

/** One way a caller and role, the worst first. */
export function oneEach(all: Iterable<Way>): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const way of all) {
    const key = JSON.stringify([way.caller, way.role.file, way.role.name]);
    const known = ways.get(key);
    ways.set(key, known === undefined ? way : { ...way, verdict: worse(known.verdict, way.verdict) });
  }
  return [...ways.values()].sort((one, other) => rank(one.verdict) - rank(other.verdict));
}

export function worse(one: Verdict, other: Verdict): Verdict {
  return rank(one) < rank(other) ? one : other;
}

export function rank(verdict: Verdict): number {
  return WORST_FIRST.indexOf(verdict);
}
