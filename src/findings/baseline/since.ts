// What of a report an older state of the same files has as well: a grant that lets in no more than before is no news.

import { grouped } from "../../text/grouped.ts";
import type { Identity } from "../fingerprint.ts";
import type { Caller, Finding, Report, Unknown } from "../report.ts";

export interface Earlier {
  readonly report: Pick<Report, "findings" | "suppressed" | "unknowns">;
  readonly identities: ReadonlyMap<string, Identity>;
  /** Whether a file of the older state is no more, and may have another name now. */
  isGone(file: string): boolean;
}

/** Each finding of before, suppressed or not, stands for one of today at most. */
export function knownSince(
  findings: readonly Finding[],
  identities: ReadonlyMap<string, Identity>,
  { report, identities: identitiesBefore, isGone }: Earlier,
): readonly Finding[] {
  const before = new Set<Finding>([...report.findings, ...report.suppressed]);
  const known = new Set<Finding>();
  for (const isRenamed of [false, true]) {
    const keyOf = (identity: Identity | undefined) => identity && grantKey(identity, isRenamed);
    const left = [...before].filter(({ fingerprint }) => {
      const identity = identitiesBefore.get(fingerprint);
      return identity !== undefined && (!isRenamed || isGone(identity.file));
    });
    const byGrant = grouped(left, ({ fingerprint }) => keyOf(identitiesBefore.get(fingerprint)));
    for (const finding of findings) {
      const identity = identities.get(finding.fingerprint);
      if (identity === undefined || known.has(finding)) continue;
      const same = takenFrom(byGrant.get(keyOf(identity)), (one) => isAsOpen(one, finding));
      if (same === undefined) continue;
      known.add(finding);
      before.delete(same);
    }
  }
  return [...known];
}

/** The first that fits, which is taken out of the list. */
function takenFrom<T>(all: T[] = [], fits: (one: T) => boolean): T | undefined {
  const index = all.findIndex(fits);
  return index < 0 ? undefined : all.splice(index, 1)[0];
}

function grantKey({ rule, file, resource, principal }: Identity, isRenamed: boolean): string {
  return JSON.stringify([rule, resource, principal, ...(isRenamed ? [] : [file])]);
}

/** Whether whatever today's finding tells of, the one of before did already: the same or more callers, in the same or more worlds, for no more than they must send today. */
function isAsOpen(before: Finding, today: Finding): boolean {
  return (
    SEVERITIES.indexOf(before.severity) >= SEVERITIES.indexOf(today.severity) &&
    hasAll(before.callers, today.callers) &&
    (before.world === undefined || same(before.world, today.world)) &&
    isAsEasy(before, today)
  );
}

const SEVERITIES: readonly Finding["severity"][] = ["low", "medium", "high", "critical"];

/** Of what nobody shows a request for, the words are all that there is. */
function isAsEasy({ witness: before, message }: Finding, { witness: today, message: messageToday }: Finding): boolean {
  if (before === undefined || today === undefined) return before === today && message === messageToday;
  return (
    before.action === today.action &&
    Object.entries(before.context).every(([key, value]) => same(value, today.context[key]))
  );
}

function hasAll(before: readonly Caller[], today: readonly Caller[]): boolean {
  const known = new Set(before.map(callerKey));
  return today.every((caller) => known.has(callerKey(caller)));
}

function callerKey({ class: set, account, vendor }: Caller): string {
  return JSON.stringify([set, account, vendor]);
}

/** Unknowns of today that were unknown before, for the same reason and to the same extent. */
export function unknownSince(unknowns: readonly Unknown[], { report, isGone }: Earlier): readonly Unknown[] {
  const before = grouped(report.unknowns, unknownKey);
  return unknowns.filter((unknown) => {
    const fits = ({ file }: Unknown) => file === unknown.file || isGone(file);
    return takenFrom(before.get(unknownKey(unknown)), fits) !== undefined;
  });
}

function unknownKey({ rule, reason, source, message, resource, callers, wouldAllow, world }: Unknown): string {
  const { path = resource.id } = resource;
  return JSON.stringify([rule, reason, source, message, path, callers.map(callerKey), wouldAllow, world]);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
