// One judged policy as a report tells it.

import type { Party } from "../../config/who.ts";
import type { Ruling } from "../../rules/questions/ruling.ts";
import { originKey } from "../../values/value.ts";
import { asFinding, type FindingContext, findingOf, grantOf, unknownOf } from "../finding.ts";
import type { Unknown } from "../report.ts";
import type { JudgedPolicy, PolicyResult, ToldFinding } from "../results.ts";

export interface TellingTerms extends Pick<FindingContext, "fingerprint"> {
  /** What cannot be told is a finding. */
  readonly strict: boolean;
}

/** Holds nothing of the policy itself but where it stands. */
export function tell(
  { resource, worlds, secret, rulings, judgement, inlineVendors }: JudgedPolicy,
  { strict, fingerprint }: TellingTerms,
): Omit<PolicyResult, "again"> {
  const context: FindingContext = { resource, worlds, secret, fingerprint };
  const final = strict ? rulings.map((one) => (one.kind === "unknown" ? asFinding(one, resource) : one)) : rulings;
  const statementOf = statements(judgement);
  const findings: ToldFinding[] = [];
  const unknowns: Unknown[] = [];
  for (const ruling of final) {
    if (ruling.kind === "unknown") unknowns.push(unknownOf(ruling, context));
    else findings.push({ finding: findingOf(ruling, context), ...statementOf(ruling) });
  }
  const { grants } = judgement;
  // An identity policy says what is permitted, and lets nobody in.
  const letsIn = !worlds.some(({ result }) => result.policy === "identity");
  return {
    resource,
    secret,
    hasWorlds: worlds.length > 0,
    findings,
    unknowns,
    grants: letsIn ? grants.map((judged) => grantOf(judged, final, context)) : [],
    files: [...new Set(grants.map(({ grant }) => grant.origin.document.source.path))],
    inlineVerdicts: grants.filter(({ admitted }) => restsOnInput(admitted, inlineVendors)).length,
  };
}

/** Of a ruling the statement that it is about; thousands of principals may stand in one. */
function statements({ grants }: JudgedPolicy["judgement"]): (ruling: Ruling) => Pick<ToldFinding, "statement"> {
  const places = new Map(
    grants.map(({ key, grant }) => [key, { origin: grant.origin, statement: grant.statement.origin }]),
  );
  return ({ grant: key = "" }) => {
    const own = places.get(key);
    if (own === undefined) return {};
    const statement = originKey(own.statement);
    // Asked of few.
    const others = () =>
      [...places]
        .filter(([other, { statement: where }]) => other !== key && originKey(where) === statement)
        .map(([, { origin }]) => origin);
    return { statement: { origin: own.statement, others } };
  };
}

function restsOnInput(parties: readonly Party[], inlineVendors: readonly string[]): boolean {
  return parties.some(({ tenancyFrom, vendor = "" }) => tenancyFrom === "metadata" || inlineVendors.includes(vendor));
}
