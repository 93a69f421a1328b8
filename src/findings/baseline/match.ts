// Which findings of a run are those of a baseline: the same ones, and those of files that have another name now.

import type { Identity } from "../fingerprint.ts";
import type { Finding } from "../report.ts";
import type { BaselineEntry } from "./baseline.ts";

export interface Matches {
  readonly findings: readonly Finding[];
  /** Entries that no finding is. */
  readonly left: readonly BaselineEntry[];
}

/** Each entry is one finding at most, so that of equal ones only as many are known as there were. */
export function matchBaseline(
  findings: readonly Finding[],
  identities: ReadonlyMap<string, Identity>,
  entries: readonly BaselineEntry[],
  isGone: (file: string) => boolean,
): Matches {
  const known = new Set<Finding>();
  const left = new Set(entries);
  const passes: readonly ((one: BaselineEntry) => string)[] = [
    ({ fingerprint }) => fingerprint,
    ({ rule, file, resource, principal }) => JSON.stringify([rule, file, resource, principal]),
    ({ rule, resource, principal }) => JSON.stringify([rule, resource, principal]),
  ];
  for (const [index, keyOf] of passes.entries()) {
    const byKey = new Map<string, BaselineEntry[]>();
    for (const entry of left) {
      // A file that is still there has kept its findings, or lost them.
      if (index === 2 && !isGone(entry.file)) continue;
      const key = keyOf(entry);
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [entry]);
      else others.push(entry);
    }
    if (byKey.size === 0) continue;
    for (const finding of findings) {
      const entry = known.has(finding) ? undefined : entryOf(finding, identities);
      const match = entry && byKey.get(keyOf(entry))?.shift();
      if (match === undefined) continue;
      known.add(finding);
      left.delete(match);
    }
  }
  return { findings: [...known], left: [...left] };
}

/** A finding as a baseline keeps it. */
export function entryOf(
  { fingerprint }: Finding,
  identities: ReadonlyMap<string, Identity>,
): BaselineEntry | undefined {
  const identity = identities.get(fingerprint);
  return identity && { ...identity, fingerprint };
}
