// The request classes of a rule file, applied to a request: is it one of those that the question speaks of?

import type { Audience, Tenancy } from "../../config/config.ts";
import { isThirdParty, type Party, type PartyClass, THIRD_PARTIES } from "../../config/who.ts";
import type { Asked } from "../../iam/decision/decide.ts";
import type { Trial } from "../../iam/decision/trial.ts";
import { type Carried, type Context, carried } from "../../iam/evaluation/context.ts";
import { conditionsOn, type Document } from "../../iam/language/document.ts";
import { isVariable } from "../../iam/language/variables.ts";
import { fold } from "../../iam/patterns/pattern.ts";
import { hasHole, type Word } from "../../iam/patterns/words.ts";
import { matchesAction } from "../../iam/requests/targets/actions.ts";
import { isDoubt } from "../../values/doubt.ts";
import type { Expected, Given, Question, RequestClass, RoleClass, SetName } from "../rule.ts";

/** What a question's `given` is held against. */
export interface Circumstances {
  readonly audience: Audience;
  readonly vendorsDeclared: boolean;
  /** What callers of a class may be said to be. */
  tenanciesOf(set: PartyClass): readonly Tenancy[];
}

export function isAsked(given: Given | undefined, { audience, vendorsDeclared }: Circumstances): boolean {
  if (given?.audience !== undefined && given.audience !== audience) return false;
  return given?.vendors === undefined || (given.vendors === "declared") === vendorsDeclared;
}

/** Can the question have an answer under the circumstances, whatever the policy says? */
export function canApply({ request, given }: Question, circumstances: Circumstances): boolean {
  if (!isAsked(given, circumstances)) return false;
  const { resource, caller } = request;
  const { of: is, tenancy } =
    resource !== undefined && isRoleClass(resource) ? resource : { of: caller?.is, tenancy: caller?.tenancy };
  if (tenancy === undefined) return true;
  const sets = is === undefined ? (["$thirdParty"] as const) : listOf(is);
  return sets
    .flatMap((set) => (set === "$thirdParty" ? THIRD_PARTIES : [set.slice(1) as PartyClass]))
    .some((set) => circumstances.tenanciesOf(set).includes(tenancy));
}

/** Does the class speak of this caller? Whether it is alone is asked when the whole world is known. */
export function matchesCaller({ request, given }: Question, party: Party): boolean {
  const { caller } = request;
  if ((caller?.type ?? "account") !== (party.type ?? "account")) return false;
  if (caller?.tenant !== undefined && party.openTo !== "tenant") return false;
  if (caller?.application !== undefined && party.openTo !== "application") return false;
  if (caller?.is !== undefined && !inSets(party, listOf(caller.is))) return false;
  if (caller?.tenancy !== undefined && caller.tenancy !== party.tenancy) return false;
  if (given?.tenancy === undefined) return true;
  return (given.tenancy === "said") === (party.tenancyFrom !== undefined && party.tenancyFrom !== "default");
}

function inSets(party: Party, sets: readonly SetName[]): boolean {
  return sets.some((set) => (set === "$thirdParty" ? isThirdParty(party) : set === `$${party.class}`));
}

export function listOf<T>(asked: T | readonly T[]): readonly T[] {
  return Array.isArray(asked) ? (asked as readonly T[]) : [asked as T];
}

export function isRoleClass(resource: NonNullable<RequestClass["resource"]>): resource is RoleClass {
  return typeof resource === "object" && !Array.isArray(resource) && !("not" in resource);
}

/** Is it about what the class asks for? */
export function matchesTarget(
  { action, resource }: RequestClass,
  target: Pick<Trial, "action" | "resource" | "role">,
  owner: Party | undefined,
): boolean {
  if (action !== undefined && !listOf(action).some((pattern) => matchesAction(pattern, target.action))) return false;
  if (resource === undefined) return true;
  if (isRoleClass(resource)) {
    const { of, tenancy, name } = resource;
    if (owner === undefined || (of !== undefined && !inSets(owner, listOf(of)))) return false;
    if (tenancy !== undefined && tenancy !== owner.tenancy) return false;
    return name === undefined || target.role?.anyName === true;
  }
  const isAsked = (asked: string): boolean => asked === target.resource;
  if (typeof resource === "object" && "not" in resource) return !listOf(resource.not).some(isAsked);
  return listOf(resource).some(isAsked);
}

/** Does the request carry what the class asks for? */
export function matchesContext(request: RequestClass, context: Context, isListed: IsListed): boolean {
  return Object.entries(request.context ?? {}).every(([key, asked]) =>
    matchesKey(asked, carried(context, key.toLowerCase()), key.toLowerCase(), isListed),
  );
}

function matchesKey(asked: Expected<string>, sent: Carried, key: string, isListed: IsListed): boolean {
  if (typeof asked === "object" && "not" in asked)
    return !listOf(asked.not).some((one) => matchesValue(one, sent, key, isListed));
  return listOf(asked).some((one) => matchesValue(one, sent, key, isListed));
}

function matchesValue(asked: string, sent: Carried, key: string, isListed: IsListed): boolean {
  switch (asked) {
    case "$absent":
      return sent.values.length === 0;
    case "$present":
      return sent.values.length > 0;
    case "$unlisted":
      return sent.values.length > 0 && sent.values.some((word) => !isListed(word, key));
    default:
      return sent.values.includes(asked);
  }
}

/** Does a condition on the key spell the value out? What deployment supplies counts as spelled out; a wildcard or variable does not. */
export type IsListed = (word: Word, key: string) => boolean;

export function listedIn(document: Document): IsListed {
  const known = new Map<string, { readonly exact: Set<Word>; readonly folded: Set<Word> }>();
  return (word, key) => {
    const listed = known.get(key) ?? {
      exact: literalsOn(document, key, false),
      folded: literalsOn(document, key, true),
    };
    known.set(key, listed);
    return listed.exact.has(word) || listed.folded.has(fold(word, true));
  };
}

/** What the conditions that regard case, or those that do not, spell out. */
function literalsOn(document: Document, key: string, ignoreCase: boolean): Set<Word> {
  const conditions = conditionsOn(document, key).filter(({ use }) => (use.operator.ignoreCase === true) === ignoreCase);
  const words = conditions.flatMap(({ values }) =>
    isDoubt(values)
      ? []
      : values.flatMap(({ template }) =>
          template.some((piece) => isVariable(piece) || piece.wild)
            ? []
            : [template.map((piece) => ("char" in piece ? piece.char : "")).join("")],
        ),
  );
  return new Set(words.map((word) => fold(word, ignoreCase)));
}

/** What questions tell apart: who calls, what for, and the condition keys that they name with the texts that they ask for. */
export function askedRequests(questions: readonly Question[]): Asked {
  const requests = questions.map(({ request }) => request);
  const keys = new Map<string, Word[]>();
  for (const { context = {} } of requests) {
    for (const [key, asked] of Object.entries(context)) {
      const known = keys.get(key.toLowerCase()) ?? [];
      keys.set(key.toLowerCase(), [...known, ...textsOf(asked).filter((text) => !text.startsWith("$"))]);
    }
  }
  return {
    keys,
    // What a grant lets in of accounts is asked of every policy.
    types: new Set(["account", ...requests.map(({ caller }) => caller?.type ?? "account")]),
    actions: requests.flatMap(({ action }) => (action === undefined ? [] : listOf(action))),
    resources: requests.flatMap(({ resource }) =>
      resource === undefined || isRoleClass(resource) ? [] : textsOf(resource),
    ),
  };
}

function textsOf(asked: Expected<string>): readonly string[] {
  const texts = typeof asked === "object" && "not" in asked ? listOf(asked.not) : listOf(asked);
  return texts.filter((text) => !hasHole(text));
}
