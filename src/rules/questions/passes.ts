// Why a grant passes the rules that deny requests: the fewest conditions and statements that together keep every such request out.

import { eachTrial } from "../../iam/decision/decide.ts";
import type { DenyReason } from "../../iam/decision/deny-reason.ts";
import { grantsOf } from "../../iam/decision/grants.ts";
import type { Trial } from "../../iam/decision/trial.ts";
import { originKey } from "../../values/value.ts";
import type { Rule } from "../rule.ts";
import type { PolicyRulings } from "./ask.ts";
import { addReasons, type DenyReasonSets, fewestReasons } from "./fewest-reasons.ts";
import { type AskedQuestion, oursIn, type PolicyCheck } from "./policy-check.ts";
import { askedRequests, listedIn, matchesCaller, matchesContext, matchesTarget } from "./requests.ts";

export interface Pass {
  readonly rule: Rule;
  /** Of the grant: where its principal is written. */
  readonly grant: string;
  readonly denyReasons: readonly DenyReason[];
}

/** For each rule the grants of which it has nothing to say, but for those that speak of no caller of its classes. */
export function passes(check: PolicyCheck, { judgement, rulings }: PolicyRulings): Pass[] {
  const { policy, who, questions } = check;
  const { denied } = questions;
  if (rulings.some(({ grant }) => grant === undefined)) return [];
  const isRuledOn = (rule: Rule, grant: string): boolean =>
    rulings.some((ruling) => ruling.rule === rule && ruling.grant === grant);
  const asked = askedRequests(denied.map(({ question }) => question));
  const closed = new Map<Rule, Map<string, DenyReasonSets>>();
  for (const world of policy.outcomes) {
    const document = world.result;
    const isListed = listedIn(document);
    const grants = grantsOf(document).map(({ origin }) => originKey(origin));
    const note = (trial: Trial): void => {
      const party = who.party(trial.caller, document.words);
      const concernsRequest = ({ question }: AskedQuestion): boolean =>
        matchesCaller(question, party) &&
        matchesTarget(question.request, trial, trial.role && who.party(trial.role.owner, document.words)) &&
        matchesContext(question.request, trial.context, isListed);
      for (const rule of new Set(denied.filter(concernsRequest).map(({ rule }) => rule))) {
        for (const [index, grant] of grants.entries()) {
          const denyReasons = isRuledOn(rule, grant) ? undefined : trial.denyReasons(index);
          if (denyReasons !== undefined) add(closed, rule, grant, denyReasons);
        }
      }
    };
    const untried = eachTrial(document, oursIn(world, who.ours), asked, note, { tries: "all", steps: check.steps });
    // Of what was not tried something else may deny it.
    if (untried.some(({ exhausted }) => exhausted)) return [];
  }
  const order = judgement.grants.map(({ key }) => key);
  return [...closed]
    .flatMap(([rule, byGrant]) =>
      [...byGrant].map(([grant, sets]) => ({ rule, grant, denyReasons: fewestReasons(sets) })),
    )
    .sort((one, other) => order.indexOf(one.grant) - order.indexOf(other.grant));
}

function add(
  closed: Map<Rule, Map<string, DenyReasonSets>>,
  rule: Rule,
  grant: string,
  denyReasons: readonly DenyReason[],
): void {
  const byGrant = closed.get(rule) ?? new Map<string, DenyReasonSets>();
  const sets = byGrant.get(grant) ?? new Map<string, readonly DenyReason[]>();
  closed.set(rule, byGrant.set(grant, addReasons(sets, denyReasons)));
}
