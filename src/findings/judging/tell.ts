// One judged policy as a report tells it.

import type { Party } from "../../config/who.ts";
import type { Resource } from "../../readers/reader.ts";
import type { Ruling } from "../../rules/questions/ruling.ts";
import { originKey } from "../../values/value.ts";
import { asFinding, type FindingContext, findingOf, grantOf, unknownOf } from "../finding.ts";
import type { Fingerprints } from "../fingerprint.ts";
import type { Finding, Grant, Unknown } from "../report.ts";
import type { JudgedPolicy, PolicyResult, ToldFinding } from "../results.ts";
import { exactly, type Once } from "./kept.ts";
import { placing } from "./placed.ts";
import type { UnplacedFinding, UnplacedGrant, UnplacedUnknown } from "./unplaced.ts";

export interface TellingTerms {
  /** What cannot be told is a finding. */
  readonly strict: boolean;
  readonly fingerprint: Fingerprints["of"];
  /** Do comments stand in the file? */
  hasComments(file: string): boolean;
  /** One for all that are equal: there may be very many. */
  readonly once: Once;
}

/** What is told of every policy that is equal. */
export interface UnplacedResult extends Pick<PolicyResult, "secret" | "hasWorlds" | "files" | "inlineVerdicts"> {
  readonly findings: readonly (UnplacedFinding & Pick<ToldFinding, "statement">)[];
  readonly unknowns: readonly UnplacedUnknown[];
  readonly grants: readonly UnplacedGrant[];
}

export function unplacedResult(
  { resource, worlds, secret, rulings, judgement, inlineVendors }: JudgedPolicy,
  { strict, once }: TellingTerms,
): UnplacedResult {
  const context: FindingContext = { resource, worlds, secret, once };
  const final = strict ? rulings.map((one) => (one.kind === "unknown" ? asFinding(one, resource) : one)) : rulings;
  const statementOf = statements(judgement);
  const findings: UnplacedResult["findings"][number][] = [];
  const unknowns: UnplacedUnknown[] = [];
  for (const ruling of final) {
    if (ruling.kind === "unknown") unknowns.push(unknownOf(ruling, context));
    else findings.push({ ...findingOf(ruling, context), ...statementOf(ruling) });
  }
  const { grants } = judgement;
  // An identity policy says what is permitted, and lets nobody in.
  const letsIn = !worlds.some(({ result }) => result.policy === "identity");
  return {
    secret,
    hasWorlds: worlds.length > 0,
    findings,
    unknowns,
    grants: letsIn ? grants.map((judged) => grantOf(judged, final, context)) : [],
    files: once([...new Set(grants.map(({ grant }) => grant.origin.document.source.path))]),
    inlineVerdicts: grants.filter(({ admitted }) => restsOnInput(admitted, inlineVendors)).length,
  };
}

/** Holds nothing of the policy itself but where it stands. */
export function placedResult(
  { secret, hasWorlds, findings, unknowns, grants, files, inlineVerdicts }: UnplacedResult,
  resource: Resource,
  { fingerprint, hasComments }: Pick<TellingTerms, "fingerprint" | "hasComments">,
  again: PolicyResult["again"],
  alike: PolicyResult["alike"],
): PolicyResult {
  const placed = placing(resource, fingerprint);
  const told = findings.map((one): ToldFinding => {
    const { statement } = one;
    const finding: Finding = placed.finding(one);
    const isTold = statement !== undefined && hasComments(statement.origin.document.source.path);
    return isTold ? { finding, statement } : { finding };
  });
  // Spelled out: V8 gives a shape of its own to each object that begins with others' entries, and there may be very many.
  return {
    resource,
    secret,
    hasWorlds,
    findings: exactly(told),
    unknowns: exactly(unknowns.map((one): Unknown => placed.unknown(one))),
    grants: exactly(grants.map((one): Grant => placed.grant(one))),
    files,
    inlineVerdicts,
    alike,
    again,
  };
}

/** Of a ruling the statement that it is about; thousands of principals may stand in one. */
function statements({ grants }: JudgedPolicy["judgement"]): (ruling: Ruling) => Pick<ToldFinding, "statement"> {
  const all = grants.map(({ key, grant: { origin, statement } }) => ({ key, origin, statement: statement.origin }));
  const byKey = new Map(all.map((one) => [one.key, one]));
  return ({ grant: key = "" }) => {
    const own = byKey.get(key);
    if (own === undefined) return {};
    // Asked of few.
    const isBeside = (one: typeof own) => one !== own && originKey(one.statement) === originKey(own.statement);
    return {
      statement: { origin: own.statement, others: () => all.filter(isBeside).map(({ origin }) => origin) },
    };
  };
}

function restsOnInput(parties: readonly Party[], inlineVendors: readonly string[]): boolean {
  return parties.some(({ tenancyFrom, vendor = "" }) => tenancyFrom === "metadata" || inlineVendors.includes(vendor));
}
