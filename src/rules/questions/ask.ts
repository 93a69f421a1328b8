// The rules asked of one policy, in an order in which each can yield to those it yields to.

import type { Rule } from "../rule.ts";
import { ruleOnAdmission } from "./admit.ts";
import { ruleOnGrants, type Said, saidBy } from "./deny.ts";
import type { Asking } from "./judge.ts";
import { type Judgement, judge } from "./judge.ts";
import { question } from "./message.ts";
import { REFUSED, type Refusals, refusalsIn } from "./refused.ts";
import { mayBeMet } from "./requests.ts";
import type { Ruling } from "./ruling.ts";
import { ruleOnShapes } from "./shapes.ts";

export interface Asked {
  readonly judgement: Judgement;
  readonly rulings: readonly Ruling[];
}

export function ask(asking: Asking): Asked {
  const { rules } = asking;
  const judgement = judge(asking);
  const known = new Map<string, Said>();
  const rulings: Ruling[] = [];
  let refusals: Refusals = new Set();
  for (const rule of yieldingLast(rules)) {
    const shapes = ruleOnShapes(rule, judgement, known, asking);
    if (rule.id === REFUSED) refusals = refusalsIn(shapes);
    const found = ruleOnGrants(rule, judgement, known, refusals, asking);
    const all = [...shapes, ...found, ...ruleOnAdmission(rule, judgement, refusals, asking)];
    known.set(rule.id, saidBy(all));
    rulings.push(...all, ...ruleOnWhole(rule, all, judgement, asking));
  }
  return { judgement, rulings: rulings.map((ruling) => asWritten(ruling, asking)) };
}

/** What rewrites the file may take back what is said of its text. */
function asWritten(ruling: Ruling, { doubt }: Asking): Ruling {
  if (doubt === undefined || ruling.doubt?.source === doubt.source) return ruling;
  return { ...ruling, message: `${ruling.message}, before ${doubt.source}` };
}

/** A rule comes after those that it yields to. */
function yieldingLast(rules: readonly Rule[]): Rule[] {
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
  for (const rule of rules.toSorted((one, other) => Number(other.id === REFUSED) - Number(one.id === REFUSED)))
    place(rule);
  return [...ordered];
}

/** While requests or worlds are missing, or a macro may rewrite the policy, no grant is denied for certain; of those that the rule speaks of, it has said more. */
function ruleOnWhole(rule: Rule, own: readonly Ruling[], judgement: Judgement, asking: Asking): Ruling[] {
  const { doubt, policy, resource, severityOf, circumstances } = asking;
  const open = doubt ?? judgement.missing;
  const [world] = policy.outcomes;
  if (open === undefined || world === undefined) return [];
  if (!(rule.deny ?? []).some((question) => mayBeMet(question, circumstances))) return [];
  const spoken = new Set(own.map(({ grant }) => grant));
  if (judgement.grants.length > 0 && judgement.grants.every(({ key }) => spoken.has(key))) return [];
  return [
    {
      kind: "unknown",
      rule,
      severity: severityOf(rule, undefined),
      message: question(
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
