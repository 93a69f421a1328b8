// Who may enter which role: callers, roles, and the worst verdict on the ways between them.

import type { Grant, Report } from "../../findings/report.ts";
import { isRole } from "../../policies/carriers.ts";
import { callerInWords } from "../witness.ts";

export type Verdict = Grant["verdict"];

export interface Way {
  /** As people read it. */
  readonly caller: string;
  readonly role: Role;
  readonly verdict: Verdict;
}

export interface Role {
  readonly file: string;
  readonly name: string;
}

const WORST_FIRST: readonly Verdict[] = ["finding", "unknown", "ok"];

/** One way a caller and role, the worst first. */
export function waysIn({ grants }: Pick<Report, "grants">): readonly Way[] {
  const ways = new Map<string, Way>();
  for (const grant of grants.filter(({ resource }) => isRole(resource))) {
    const role = { file: grant.file, name: grant.resource.path ?? grant.resource.id };
    for (const caller of grant.callers.map(callerInWords)) {
      const key = JSON.stringify([caller, grant.file, grant.resource.id]);
      const known = ways.get(key)?.verdict ?? "ok";
      ways.set(key, { caller, role, verdict: worse(known, grant.verdict) });
    }
  }
  return [...ways.values()].sort((one, other) => rank(one.verdict) - rank(other.verdict));
}

export function worse(one: Verdict, other: Verdict): Verdict {
  return rank(one) < rank(other) ? one : other;
}

function rank(verdict: Verdict): number {
  return WORST_FIRST.indexOf(verdict);
}
