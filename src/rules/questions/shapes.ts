// `require`: facts of each grant, and each flaw that IAM will find.

import type { Party } from "../../config/who.ts";
import { isKnownCondition } from "../../iam/language/condition.ts";
import { flawInWords } from "../../iam/language/flaw.ts";
import { type Origin, originKey } from "../../values/value.ts";
import type { Expected, Rule, Shape } from "../rule.ts";
import type { RuledParties } from "./deny.ts";
import { EXTERNAL_ID, type ExternalId } from "./external-id.ts";
import { factsForRules, type GrantFacts, matchFacts, NO_FACTS } from "./facts.ts";
import type { GrantInWorld, PolicyJudgement } from "./judge.ts";
import { fillPlaceholders } from "./message.ts";
import type { PolicyCheck } from "./policy-check.ts";
import { isAsked } from "./requests.ts";
import type { Ruling } from "./ruling.ts";

export function ruleOnShapes(
  rule: Rule,
  { grants }: PolicyJudgement,
  known: ReadonlyMap<string, RuledParties>,
  check: PolicyCheck,
): Ruling[] {
  if (rule.require === undefined) return [];
  const excluded = new Set((rule.yieldsTo ?? []).flatMap((id) => [...(known.get(id)?.findings ?? [])]));
  const rulings = new Map<string, Ruling>();
  for (const [index, shape] of rule.require.entries()) {
    if (!isAsked(shape.given, check.circumstances)) continue;
    for (const ruling of [...onFlaws(rule, shape, check), ...onGrants(rule, shape, grants, excluded, check)]) {
      const key = `${index} ${ruling.grant}`;
      const before = rulings.get(key);
      rulings.set(key, before === undefined ? ruling : { ...before, worlds: [...before.worlds, ...ruling.worlds] });
    }
  }
  return [...rulings.values()];
}

/** One for each flaw in each world. */
function* onFlaws(rule: Rule, shape: Shape, check: PolicyCheck): Generator<Ruling> {
  const { outcomes } = check.policy;
  const isFilledInSomewhere = outcomes.some(({ result }) =>
    result.flaws.every(({ name }) => name !== "empty-document"),
  );
  for (const world of outcomes) {
    for (const flaw of world.result.flaws) {
      const { name, origin } = flaw;
      // What is empty in one world only is to be filled in there; nothing is deployed until it is.
      if (name === "empty-document" && isFilledInSomewhere) continue;
      // Whoever renders the file first fills its placeholders in.
      if (check.doubt !== undefined && name === "placeholder") continue;
      if (!violates(shape, { ...NO_FACTS, flaw: name }, undefined)) continue;
      yield {
        ...rulingBase(rule, check),
        message: fillPlaceholders(shape.message, { flaw: flawInWords(flaw) }),
        origin,
        grant: originKey(origin),
        written: "",
        parties: [],
        worlds: [world],
      };
    }
  }
}

/** One for each grant in each world; none where all whom it lets in are `excluded`. */
function* onGrants(
  rule: Rule,
  shape: Shape,
  grants: PolicyJudgement["grants"],
  excluded: ReadonlySet<string>,
  check: PolicyCheck,
): Generator<Ruling> {
  for (const { key, inWorlds } of grants) {
    for (const inWorld of inWorlds) {
      const { grant, world } = inWorld;
      const facts = factsForRules(inWorld.facts);
      const included = facts.admitted.filter((party) => !excluded.has(party.key));
      const violating = included.filter((party) => violates(shape, facts, party));
      const isViolated = facts.admitted.length === 0 ? violates(shape, facts, undefined) : violating.length > 0;
      if (!isViolated) continue;
      const parties = isOfParameter(shape, inWorld)
        ? violating.filter((party) => isPrincipalItself(party, inWorld))
        : violating;
      const id = shape.must.externalId === undefined ? undefined : violatingId(shape.must.externalId, facts);
      yield {
        ...rulingBase(rule, check),
        message: fillPlaceholders(shape.message, {
          party: shownParty(shape, inWorld, parties),
          value: id?.text,
        }),
        origin: placeOf(shape, inWorld, id) ?? grant.origin,
        trusted: grant.origin,
        grant: key,
        written: grant.written,
        parties,
        worlds: [world],
      };
    }
  }
}

function rulingBase(rule: Rule, { severityOf }: PolicyCheck) {
  return { kind: "finding", rule, severity: severityOf(rule, undefined) } as const;
}

/** What the shape wants otherwise is a principal that deployment decides: of all whom it may turn out to be, it speaks itself. */
function isOfParameter({ must }: Shape, { grant }: GrantInWorld): boolean {
  return must.principal !== undefined && grant.element?.kind === "parameter";
}

/** Of all who come in, the one whom the principal itself names. */
function isPrincipalItself({ account }: Party, { grant }: GrantInWorld): boolean {
  return account === grant.written;
}

function violates({ where, must }: Shape, facts: GrantFacts, caller: Party | undefined): boolean {
  return matchFacts(facts, caller, where) === true && matchFacts(facts, caller, must) === false;
}

/** The third party that comes in; the principal as written where it is a parameter's, or lets no third party in. */
function shownParty(shape: Shape, inWorld: GrantInWorld, parties: readonly Party[]): Party {
  const third = parties.find((party) => party.tenancy !== undefined);
  if (third !== undefined && !isOfParameter(shape, inWorld)) return third;
  const { written } = inWorld.grant;
  return { key: written, class: "deployTime", account: written };
}

/** The one that is not as the shape wants it, and not another that is listed with it. */
function violatingId(externalId: Expected<string>, facts: GrantFacts): ExternalId | undefined {
  return facts
    .externalIds()
    .find((id) => matchFacts({ ...facts, externalIds: () => [id] }, undefined, { externalId }) === false);
}

/** What has to change: the id, the condition where none is wanted, or whoever says the tenancy. */
function placeOf({ must }: Shape, { grant, facts }: GrantInWorld, id: ExternalId | undefined): Origin | undefined {
  if (must.tenancy !== undefined) return facts.admitted.find(({ declaredAt }) => declaredAt)?.declaredAt;
  if (must.externalId !== "none") return id?.origin;
  return grant.statement.conditions.filter(isKnownCondition).find(({ key }) => key === EXTERNAL_ID)?.origin;
}
