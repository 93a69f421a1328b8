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
  /** What third parties have to send; empty: nothing. */
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

/** What rules may speak of: where IAM takes no such principal, nobody whom it lets in. */
export function factsForRules(facts: GrantFacts): GrantFacts {
  const { element, scopedBy } = facts;
  return element?.kind === "malformed" ? { ...NO_FACTS, element, scopedBy } : facts;
}

/** What a grant lets in, as request after request shows it. */
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
    // Few rules ask, and only of whom they speak.
    externalIds() {
      told ??= ids.has(undefined) ? [] : externalIds([...ids].filter(isDefined), admitted, grant.statement, document);
      return told;
    },
    flaw: "none",
  };
}

/** By the statement's own conditions, or by a Deny. */
function scopesOf({ statement }: Grant, { statements }: Document): string[] {
  const near = statements.filter((one) => one === statement || one.effect === "Deny");
  const keys = new Set(near.flatMap(({ conditions }) => conditions.filter(isKnownCondition).map(({ key }) => key)));
  return SCOPING.filter((key) => keys.has(key.toLowerCase()));
}

type Fact = (grant: GrantFacts, caller: Party | undefined) => readonly string[] | undefined;

/** Undefined: the fact cannot be told, so that nothing is asked of it. */
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

/** Asked for each of them again, and there may be thousands. */
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

/** Of a grant and one of those whom it lets in, if there are any. Undefined where a fact cannot be told. */
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
