// The rules asked of one policy, in an order in which each can yield to those it yields to.

import type { Question, Rule } from "../rule.ts";
import { ruleOnAdmission } from "./admission/admit.ts";
import { type RuledParties, ruledParties, ruleOnGrants } from "./deny.ts";
import { judge, type Missing, type PolicyJudgement } from "./judge.ts";
import { asQuestion, fillPlaceholders, withEnd } from "./message.ts";
import type { PolicyCheck } from "./policy-check.ts";
import { INVALID_POLICY, type Refusals, refusalsIn } from "./refusals.ts";
import { canApply, isAsked, matchesCaller } from "./requests.ts";
import type { Ruling } from "./ruling.ts";
import { ruleOnShapes } from "./shapes.ts";

export interface PolicyRulings {
  readonly judgement: PolicyJudgement;
  readonly rulings: readonly Ruling[];
}

export function askRules(check: PolicyCheck): PolicyRulings {
  const judgement = judge(check);
  const known = new Map<string, RuledParties>();
  const rulings: Ruling[] = [];
  let refusals: Refusals = new Set();
  for (const rule of check.inYieldingOrder) {
    const shapes = ruleOnShapes(rule, judgement, known, check);
    if (rule.id === INVALID_POLICY) refusals = refusalsIn(shapes);
    const found = ruleOnGrants(rule, judgement, known, refusals, check);
    const admission = ruleOnAdmission(rule, judgement, refusals, check);
    const all = [...shapes, ...found, ...admission];
    known.set(rule.id, ruledParties(all));
    const open = [...ruleOnWhole(rule, all, judgement, check), ...ruleOnMissing(rule, all, judgement, known, check)];
    rulings.push(...shapes, ...allowing([...found, ...open], check), ...admission);
  }
  return { judgement, rulings: rulings.map((ruling) => withCaveat(ruling, check)) };
}

/** What a policy allows, where it is not a permissions boundary alone. */
function allowing(rulings: readonly Ruling[], { isBoundary = () => false }: PolicyCheck): readonly Ruling[] {
  const answer = rulings.length > 0 && isBoundary();
  if (answer === false) return rulings;
  if (answer === true) return [];
  return rulings.map((ruling) =>
    ruling.kind === "unknown"
      ? ruling
      : { ...ruling, kind: "unknown", message: asQuestion(ruling.message), doubt: answer },
  );
}

/** What rewrites the file may take back what is said of its text. */
function withCaveat(ruling: Ruling, { doubt }: PolicyCheck): Ruling {
  if (doubt === undefined || ruling.doubt?.source === doubt.source) return ruling;
  return { ...ruling, message: withEnd(ruling.message, `, before ${doubt.source}`) };
}

/** A rule comes after those that it yields to. */
export function inYieldingOrder(rules: readonly Rule[]): Rule[] {
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
  const { doubt, policy, severityOf, circumstances } = check;
  const open = doubt ?? judgement.missing.find(({ of }) => of === undefined)?.doubt;
  const [world] = policy.outcomes;
  if (open === undefined || world === undefined) return [];
  const concerns = (question: Question): boolean =>
    canApply(question, circumstances) && mayLetIn(question, judgement.grants);
  if (!(rule.deny ?? []).some(concerns)) return [];
  const ruledGrants = new Set(own.map(({ grant }) => grant));
  if (judgement.grants.length > 0 && judgement.grants.every(({ key }) => ruledGrants.has(key))) return [];
  return [
    {
      kind: "unknown",
      rule,
      severity: severityOf(rule, undefined),
      message: asQuestion([
        "",
        doubt === undefined
          ? ` denies every request that ${rule.id} speaks of`
          : ` stays as closed as it is written: ${doubt.source} changes the file before it is deployed`,
      ]),
      origin: world.result.origin,
      grant: undefined,
      written: "",
      parties: [],
      worlds: [],
      doubt: open,
    },
  ];
}

/** Services and providers come in by their names alone: a policy that names none lets none in. */
function mayLetIn({ request }: Question, grants: PolicyJudgement["grants"]): boolean {
  const { type = "account" } = request.caller ?? {};
  if (type !== "service" && type !== "federated") return true;
  return grants.some(({ grant: { element } }) => element === undefined || [type, "unknown"].includes(element.kind));
}

/** Where only requests of some callers are missing, only of them and the grants that may let them in it cannot be told. */
function ruleOnMissing(
  rule: Rule,
  own: readonly Ruling[],
  { grants, missing }: PolicyJudgement,
  known: ReadonlyMap<string, RuledParties>,
  check: PolicyCheck,
): Ruling[] {
  if (missing.length === 0 || check.doubt !== undefined || missing.some(({ of }) => of === undefined)) return [];
  const ruledGrants = new Set(own.map(({ grant }) => grant));
  const silenced = new Set((rule.yieldsTo ?? []).flatMap((id) => [...(known.get(id)?.findings ?? [])]));
  const missingOf = missingByGrant(missing);
  return grants.flatMap(({ key, grant }): Ruling[] => {
    if (ruledGrants.has(key)) return [];
    const open = (missingOf.get(key) ?? []).flatMap(({ doubt, of }) => {
      if (silenced.has(of.party.key)) return [];
      const question = (rule.deny ?? []).find(
        (one) => isAsked(one.given, check.circumstances) && matchesCaller(one, of.party),
      );
      return question === undefined ? [] : [{ doubt, question, party: of.party }];
    });
    const [first] = open;
    if (first === undefined) return [];
    const { doubt, question, party } = first;
    return [
      {
        kind: "unknown",
        rule,
        severity: check.severityOf(rule, question.severity),
        message: asQuestion(fillPlaceholders(question.message, { party })),
        origin: grant.origin,
        grant: key,
        written: grant.written,
        parties: [...new Map(open.map((one) => [one.party.key, one.party])).values()],
        worlds: [],
        doubt,
      },
    ];
  });
}

type MissingOfParty = Missing & Required<Pick<Missing, "of">>;

/** There may be thousands of callers of whom something is missing, and as many grants. */
function missingByGrant(missing: readonly Missing[]): ReadonlyMap<string, readonly MissingOfParty[]> {
  const found = new Map<string, MissingOfParty[]>();
  for (const { doubt, of } of missing) {
    if (of === undefined) continue;
    for (const key of new Set(of.grants)) {
      const known = found.get(key) ?? [];
      found.set(key, known);
      known.push({ doubt, of });
    }
  }
  return found;
}
