// `require`: facts of each grant, and each flaw that IAM will find.

import type { Party } from "../../config/who.ts";
import { isKnownCondition } from "../../iam/conditions.ts";
import { flawInWords } from "../../iam/flaw.ts";
import { type Origin, originKey } from "../../values/value.ts";
import type { Asked, Rule, Shape } from "../rule.ts";
import type { Said } from "./deny.ts";
import { EXTERNAL_ID, type ExternalId } from "./external-id.ts";
import { type GrantFacts, have, heardOf, NO_FACTS } from "./facts.ts";
import type { Asking, Form, Judgement } from "./judge.ts";
import { message } from "./message.ts";
import { isAsked } from "./requests.ts";
import type { Ruling } from "./ruling.ts";

export function ruleOnShapes(
  rule: Rule,
  { grants }: Judgement,
  known: ReadonlyMap<string, Said>,
  asking: Asking,
): Ruling[] {
  const silenced = new Set((rule.yieldsTo ?? []).flatMap((id) => [...(known.get(id)?.findings ?? [])]));
  const rulings = new Map<string, Ruling>();
  for (const [index, shape] of (rule.require ?? []).entries()) {
    if (!isAsked(shape.given, asking.circumstances)) continue;
    for (const ruling of [...onFlaws(rule, shape, asking), ...onGrants(rule, shape, grants, silenced, asking)]) {
      const key = `${index} ${ruling.grant}`;
      const before = rulings.get(key);
      rulings.set(key, before === undefined ? ruling : { ...before, worlds: [...before.worlds, ...ruling.worlds] });
    }
  }
  return [...rulings.values()];
}

/** One for each flaw in each world. */
function* onFlaws(rule: Rule, shape: Shape, asking: Asking): Generator<Ruling> {
  for (const world of asking.policy.outcomes) {
    for (const flaw of world.result.flaws) {
      const { name, origin } = flaw;
      // Whoever renders the file first fills its placeholders in.
      if (asking.doubt !== undefined && name === "placeholder") continue;
      if (!breaks(shape, { ...NO_FACTS, flaw: name }, undefined)) continue;
      yield {
        ...base(rule, asking),
        message: message(shape.message, { resource: asking.resource, flaw: flawInWords(flaw) }),
        origin,
        grant: originKey(origin),
        written: "",
        parties: [],
        worlds: [world],
      };
    }
  }
}

/** One for each grant in each world; none where all whom it lets in are `silenced`. */
function* onGrants(
  rule: Rule,
  shape: Shape,
  grants: Judgement["grants"],
  silenced: ReadonlySet<string>,
  asking: Asking,
): Generator<Ruling> {
  for (const { key, forms } of grants) {
    for (const form of forms) {
      const { grant, world } = form;
      const facts = heardOf(form.facts);
      const heard = facts.admitted.filter((party) => !silenced.has(party.key));
      const breaking = heard.filter((party) => breaks(shape, facts, party));
      const isBroken = facts.admitted.length === 0 ? breaks(shape, facts, undefined) : breaking.length > 0;
      if (!isBroken) continue;
      const parties = isOfParameter(shape, form) ? breaking.filter((party) => isWritten(party, form)) : breaking;
      const id = shape.must.externalId === undefined ? undefined : idOf(shape.must.externalId, facts);
      yield {
        ...base(rule, asking),
        message: message(shape.message, {
          resource: asking.resource,
          party: spokenOf(shape, form, parties),
          value: id?.text,
        }),
        origin: placeOf(shape, form, id) ?? grant.origin,
        trusted: grant.origin,
        grant: key,
        written: grant.written,
        parties,
        worlds: [world],
      };
    }
  }
}

function base(rule: Rule, { severityOf }: Asking) {
  return { kind: "finding", rule, severity: severityOf(rule, undefined) } as const;
}

/** What the shape wants otherwise is a principal that deployment decides: of all whom it may turn out to be, it speaks itself. */
function isOfParameter({ must }: Shape, { grant }: Form): boolean {
  return must.principal !== undefined && grant.element?.kind === "parameter";
}

/** Of all who come in, the one whom the principal itself names. */
function isWritten({ account }: Party, { grant }: Form): boolean {
  return account === grant.written;
}

function breaks({ where, must }: Shape, facts: GrantFacts, caller: Party | undefined): boolean {
  return have(facts, caller, where) === true && have(facts, caller, must) === false;
}

/** The third party that comes in; the principal as written where it is a parameter's, or lets no third party in. */
function spokenOf(shape: Shape, form: Form, parties: readonly Party[]): Party {
  const third = parties.find((party) => party.tenancy !== undefined);
  if (third !== undefined && !isOfParameter(shape, form)) return third;
  const { written } = form.grant;
  return { key: written, class: "deployTime", account: written };
}

/** The one that is not as the shape wants it, and not another that is listed with it. */
function idOf(externalId: Asked<string>, facts: GrantFacts): ExternalId | undefined {
  return facts.externalIds.find((id) => have({ ...facts, externalIds: [id] }, undefined, { externalId }) === false);
}

/** What has to change: the id, the condition where none is wanted, or whoever says the tenancy. */
function placeOf({ must }: Shape, { grant, facts }: Form, id: ExternalId | undefined): Origin | undefined {
  if (must.tenancy !== undefined) return facts.admitted.find(({ saidAt }) => saidAt)?.saidAt;
  if (must.externalId !== "none") return id?.origin;
  return grant.statement.conditions.filter(isKnownCondition).find(({ key }) => key === EXTERNAL_ID)?.origin;
}
