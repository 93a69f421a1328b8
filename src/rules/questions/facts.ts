// Facts that a `require` rule speaks of: about a grant, and about one of those whom it lets in.

import { isThirdParty, type Party } from "../../config/who.ts";
import type { Grant } from "../../iam/decision/grants.ts";
import type { Trial } from "../../iam/decision/trial.ts";
import { carried } from "../../iam/evaluation/context.ts";
import { mayBeAnyone } from "../../iam/evaluation/principal.ts";
import { isKnownCondition } from "../../iam/language/condition.ts";
import type { Document } from "../../iam/language/document.ts";
import type { Element } from "../../iam/language/principal.ts";
import type { Word } from "../../iam/patterns/words.ts";
import type { Expected, FactName, Facts } from "../rule.ts";
import { EXTERNAL_ID, type ExternalId, externalIds, wordsFor } from "./external-id.ts";
import { listOf } from "./requests.ts";

export interface GrantFacts {
  readonly element: Element | undefined;
  /** Everyone whom the grant lets in, or may let in. */
  readonly admitted: readonly Party[];
  /** Condition keys that can hold a caller to an account and that stand in the way of this grant. */
  scopedBy(): readonly string[];
  /** The external ids that third parties have to send; empty: none. */
  externalIds(): readonly ExternalId[];
  /** "none", or the name of a flaw. */
  readonly flaw: string;
}

export const NO_FACTS: GrantFacts = {
  element: undefined,
  admitted: [],
  scopedBy: () => [],
  externalIds: () => [],
  flaw: "none",
};

/** The facts that rules see. Where IAM refuses the principal, nobody is let in. */
export function factsForRules(facts: GrantFacts): GrantFacts {
  const { element, scopedBy } = facts;
  return element?.kind === "malformed" ? { ...NO_FACTS, element, scopedBy } : facts;
}

/** Whom a grant lets in; filled while requests are tried. */
export interface Admission {
  readonly parties: Map<string, Party>;
  /** The ids that third parties send; undefined: none. */
  readonly ids: Set<Word | undefined>;
}

const SCOPING = [
  "aws:PrincipalAccount",
  "aws:PrincipalArn",
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:userid",
];

export function noteAdmission({ parties, ids }: Admission, party: Party, { context }: Trial): void {
  parties.set(party.key, party);
  if (!isThirdParty(party)) return;
  const { values } = carried(context, EXTERNAL_ID);
  if (values.length === 0) ids.add(undefined);
  for (const word of values) ids.add(word);
}

export function factsOf({ parties, ids }: Admission, grant: Grant, document: Document): GrantFacts {
  const admitted = [...parties.values()];
  let told: readonly ExternalId[] | undefined;
  return {
    element: grant.element,
    admitted,
    scopedBy: () => scopesOf(grant, document),
    // Worked out when it is asked for: few rules do.
    externalIds() {
      told ??= ids.has(undefined) ? [] : externalIds([...ids].filter(isDefined), admitted, grant.statement, document);
      return told;
    },
    flaw: "none",
  };
}

/** Keys by which the conditions of the statement, or of a Deny, hold callers to an account. */
function scopesOf({ statement }: Grant, { statements }: Document): string[] {
  const near = statements.filter((one) => one === statement || one.effect === "Deny");
  const keys = new Set(near.flatMap(({ conditions }) => conditions.filter(isKnownCondition).map(({ key }) => key)));
  return SCOPING.filter((key) => keys.has(key.toLowerCase()));
}

type Fact = (grant: GrantFacts, caller: Party | undefined) => readonly string[] | undefined;

/** How each fact is worked out. Undefined: it cannot be told, and the rule does not apply. */
const FACTS: Readonly<Record<FactName, Fact>> = {
  principal: ({ element }) => principalFact(element),
  caller: (_, caller) => (caller === undefined ? [] : setsOf(caller)),
  admits: ({ admitted }) => setsOfAll(admitted),
  tenancy: (_, caller) => [caller?.tenancy, caller?.contradicts].filter(isDefined),
  catalogueTenancy: (_, caller) => [caller?.catalogueTenancy].filter(isDefined),
  scopedBy: ({ scopedBy }) => scopedBy(),
  externalId: ({ externalIds }) => (externalIds().length === 0 ? ["none"] : externalIds().flatMap(wordsFor)),
  flaw: ({ flaw }) => [flaw],
};

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

const known = new WeakMap<readonly Party[], readonly string[]>();

/** A cache: it is asked for each party, and there may be thousands. */
function setsOfAll(admitted: readonly Party[]): readonly string[] {
  const found = known.get(admitted) ?? [...new Set(admitted.flatMap(setsOf))];
  known.set(admitted, found);
  return found;
}

function setsOf(party: Party): string[] {
  return isThirdParty(party) ? [`$${party.class}`, "$thirdParty"] : [`$${party.class}`];
}

function principalFact(element: Element | undefined): string[] | undefined {
  if (element === undefined) return undefined;
  switch (element.kind) {
    case "unknown":
    case "canonical-user":
      return undefined;
    case "parameter":
      return element.hole.reason === "parameter" && mayBeAnyone(element) ? ["parameter"] : ["account"];
    case "federated-user":
      return ["session"];
    case "deleted":
      return ["unique-id"];
    default:
      return [element.kind];
  }
}

/** Whether the facts of a grant, and of one caller that it lets in, are those that a rule asks for. Undefined: one of them cannot be told. */
export function matchFacts(grant: GrantFacts, caller: Party | undefined, asked: Facts): boolean | undefined {
  let all: boolean | undefined = true;
  for (const name of Object.keys(asked) as FactName[]) {
    const wanted = asked[name] as Expected<string>;
    const actual = FACTS[name](grant, caller);
    if (actual === undefined) all = undefined;
    else if (!matchesFact(wanted, actual)) return false;
  }
  return all;
}

function matchesFact(wanted: Expected<string>, actual: readonly string[]): boolean {
  if (typeof wanted === "object" && "not" in wanted) return !matchesFact(wanted.not, actual);
  return listOf(wanted).some((one) => actual.includes(one));
}
