// `require`: facts of each grant, and each flaw that IAM will find.

import type { Party } from "../config/who.ts";
import { isKnownCondition } from "../iam/conditions.ts";
import type { Origin } from "../values/value.ts";
import type { Said } from "./deny.ts";
import { type GrantFacts, have, NO_FACTS } from "./facts.ts";
import type { Form, Judgement } from "./judge.ts";
import { message } from "./message.ts";
import { isAsked } from "./requests.ts";
import type { Rule, Shape } from "./rule.ts";
import type { Asking, Ruling } from "./ruling.ts";

export function ruleOnShapes(
  rule: Rule,
  { grants }: Judgement,
  known: ReadonlyMap<string, Said>,
  asking: Asking,
): Ruling[] {
  const rulings = new Map<string, Ruling>();
  const add = (key: string, ruling: Ruling): void => {
    const before = rulings.get(key);
    rulings.set(key, before === undefined ? ruling : { ...before, worlds: [...before.worlds, ...ruling.worlds] });
  };
  const silenced = (rule.yieldsTo ?? []).flatMap((id) => [...(known.get(id)?.findings ?? [])]);
  for (const [index, shape] of (rule.require ?? []).entries()) {
    if (!isAsked(shape.given, asking.circumstances)) continue;
    const base = { kind: "finding", rule, severity: asking.severityOf(rule, undefined) } as const;
    for (const world of asking.policy.outcomes) {
      for (const { name, sentence, origin } of world.result.flaws) {
        // Whoever renders the file first fills its placeholders in.
        if (asking.doubt !== undefined && name === "placeholder") continue;
        if (!breaks(shape, { ...NO_FACTS, flaw: name })) continue;
        const text = message(shape.message, { resource: asking.resource, flaw: sentence });
        const grant = asking.keyOf(origin);
        add(`${index} ${grant}`, { ...base, message: text, origin, grant, written: "", parties: [], worlds: [world] });
      }
    }
    for (const { key, forms } of grants) {
      for (const form of forms) {
        const heard = form.facts.admitted.filter((party) => !silenced.includes(party.key));
        const parties = shape.must.principal === undefined ? heard : heard.filter((party) => isWritten(party, form));
        if ((form.facts.admitted.length > 0 && heard.length === 0) || !breaks(shape, form.facts)) continue;
        const { origin, written } = form.grant;
        const text = message(shape.message, {
          resource: asking.resource,
          party: spokenOf(shape, written, parties),
          value: form.facts.externalIds.find(({ text: id }) => id !== "")?.text,
        });
        const place = placeOf(shape, form) ?? origin;
        add(`${index} ${key}`, {
          ...base,
          message: text,
          origin: place,
          trusted: origin,
          grant: key,
          written,
          parties,
          worlds: [form.world],
        });
      }
    }
  }
  return [...rulings.values()];
}

/** Of all who come in, him whom the principal itself names. */
function isWritten({ account }: Party, { grant }: Form): boolean {
  return account === grant.written;
}

function breaks(shape: Shape, facts: GrantFacts): boolean {
  return have(facts, shape.where) === true && have(facts, shape.must) === false;
}

/** The principal as written, unless the shape speaks of who comes in. */
function spokenOf(shape: Shape, written: string, parties: readonly Party[]): Party {
  const third = parties.find((party) => party.tenancy !== undefined);
  if (third !== undefined && shape.must.principal === undefined) return third;
  return { key: written, class: "deployTime", account: written };
}

/** What has to change: the external id where the shape speaks of it, whoever says the tenancy where that should be another. */
function placeOf({ must }: Shape, { grant, facts }: Form): Origin | undefined {
  if (must.tenancy !== undefined) return facts.admitted.find(({ saidAt }) => saidAt)?.saidAt;
  if (must.externalId === undefined) return undefined;
  return grant.statement.conditions.filter(isKnownCondition).find(({ key }) => key === "sts:externalid")?.origin;
}
