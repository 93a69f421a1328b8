// The rules asked of one policy, in an order in which each can yield to those it yields to.

import type { Rule } from "../rule.ts";
import { ruleOnAdmission } from "./admit.ts";
import { type RuledParties, ruledParties, ruleOnGrants } from "./deny.ts";
import type { PolicyCheck } from "./judge.ts";
import { judge, type PolicyJudgement } from "./judge.ts";
import { asQuestion } from "./message.ts";
import { INVALID_POLICY, type Refusals, refusalsIn } from "./refusals.ts";
import { canApply } from "./requests.ts";
import type { Ruling } from "./ruling.ts";
import { ruleOnShapes } from "./shapes.ts";

export interface PolicyRulings {
  readonly judgement: PolicyJudgement;
  readonly rulings: readonly Ruling[];
}

export function askRules(check: PolicyCheck): PolicyRulings {
  const { rules } = check;
  const judgement = judge(check);
  const known = new Map<string, RuledParties>();
  const rulings: Ruling[] = [];
  let refusals: Refusals = new Set();
  for (const rule of inYieldingOrder(rules)) {
    const shapes = ruleOnShapes(rule, judgement, known, check);
    if (rule.id === INVALID_POLICY) refusals = refusalsIn(shapes);
    const found = ruleOnGrants(rule, judgement, known, refusals, check);
    const all = [...shapes, ...found, ...ruleOnAdmission(rule, judgement, refusals, check)];
    known.set(rule.id, ruledParties(all));
    rulings.push(...all, ...ruleOnWhole(rule, all, judgement, check));
  }
  return { judgement, rulings: rulings.map((ruling) => withCaveat(ruling, check)) };
}

/** What rewrites the file may take back what is said of its text. */
function withCaveat(ruling: Ruling, { doubt }: PolicyCheck): Ruling {
  if (doubt === undefined || ruling.doubt?.source === doubt.source) return ruling;
  return { ...ruling, message: `${ruling.message}, before ${doubt.source}` };
}

/** A rule comes after those that it yields to. */
function inYieldingOrder(rules: readonly Rule[]): Rule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ordered = new Set<Rule>();
  const visiting = new Set<Rule>();
  const place = (rule: Rule): void => {
    if (ordered.has(rule) || visiting.has(rule)) return;
    visiting.add(rule);
    for (const id of rule.yieldsTo ?? []) {
      const other = byId.get(id);
      if (other !== undefined) place(other);
    }
    ordered.add(rule);
  };
  for (const rule of rules.toSorted(
    (one, other) => Number(other.id === INVALID_POLICY) - Number(one.id === INVALID_POLICY),
  ))
    place(rule);
  return [...ordered];
}

/** While requests or worlds are missing, or a macro may rewrite the policy, no grant is denied for certain; of those that the rule speaks of, it has said more. */
function ruleOnWhole(rule: Rule, own: readonly Ruling[], judgement: PolicyJudgement, check: PolicyCheck): Ruling[] {
  const { doubt, policy, resource, severityOf, circumstances } = check;
  const open = doubt ?? judgement.missing;
  const [world] = policy.outcomes;
  if (open === undefined || world === undefined) return [];
  if (!(rule.deny ?? []).some((question) => canApply(question, circumstances))) return [];
  const ruledGrants = new Set(own.map(({ grant }) => grant));
  if (judgement.grants.length > 0 && judgement.grants.every(({ key }) => ruledGrants.has(key))) return [];
  return [
    {
      kind: "unknown",
      rule,
      severity: severityOf(rule, undefined),
      message: asQuestion(
        doubt === undefined
          ? `${resource} denies every request that ${rule.id} speaks of`
          : `${resource} stays as closed as it is written: ${doubt.source} changes the file before it is deployed`,
      ),
      origin: world.result.origin,
      grant: undefined,
      written: "",
      parties: [],
      worlds: [],
      doubt: open,
    },
  ];
}
