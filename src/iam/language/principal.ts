// The elements of a Principal: what each form means and what is wrong with it.

import type { Doubt } from "../../values/doubt.ts";
import { type Hole, type Origin, sourceText, type Text } from "../../values/value.ts";
import { firstHole, OWN_ACCOUNT } from "../patterns/hole.ts";
import type { Word, Words } from "../patterns/words.ts";
import { hasHole, ownedAccount } from "../patterns/words.ts";
import { requireFilledIn } from "./filled-in.ts";
import type { Flaw, Wrong } from "./flaw.ts";
import { isAccountField, isPartitionField } from "./flaws/arn.ts";
import { blankName, wrongIn } from "./flaws/malformed.ts";
import { misreadAccount } from "./flaws/misread.ts";

interface Place {
  readonly origin: Origin;
  /** As written, holes and what parameters supply as `${Name}`. */
  readonly written: string;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export type Element = Place &
  (
    | { readonly kind: "anyone" }
    | {
        readonly kind: "account";
        readonly account: Word;
        /** As a number it says nothing of the partition. */
        readonly partition?: Word;
        /** Decides whether it is the account, or one of its roles and users. */
        readonly whole?: DeployedValue;
      }
    | { readonly kind: "role" | "user"; readonly account: Word; readonly resource: Word; readonly partition: Word }
    /** Deployment decides whether it is a role, a user, or the account's root. */
    | { readonly kind: "someone"; readonly account: Word; readonly resource: Word; readonly partition: Word }
    | {
        readonly kind: "session";
        readonly account: Word;
        readonly role: Word;
        readonly session: Word;
        readonly partition: Word;
      }
    | { readonly kind: "federated-user"; readonly account: Word; readonly name: Word; readonly partition: Word }
    | { readonly kind: "unique-id"; readonly id: Word }
    /** The unique id of one that is no more. */
    | { readonly kind: "deleted"; readonly id: Word }
    | { readonly kind: "service" | "federated" | "canonical-user"; readonly name: Word }
    /** Decided at deployment as a whole: an account, any ARN, perhaps `*`. */
    | ({ readonly kind: "parameter" } & DeployedValue)
    /** The principal itself, or its list, is not known. */
    | { readonly kind: "unknown"; readonly doubt: Doubt }
    | { readonly kind: "malformed"; readonly account?: Word }
  );

/** A text and the deploy-time value in it. */
export interface DeployedValue {
  readonly word: Word;
  readonly hole: Hole;
}

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";
export const PRINCIPAL_TYPES: readonly string[] = ["AWS", "Service", "Federated", "CanonicalUser"];

export interface Read {
  readonly element: Element;
  readonly flaw?: Flaw;
}

const ACCOUNT = /^\d{12}$/;
/** Of a role or a user: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const UNIQUE_ID = /^A(?:ROA|IDA)[A-Z0-9]{12,}$/;

/** Throws Refused where a blank default stands in for the account or the whole principal: it is there to be filled in. */
export function readElement(type: PrincipalType, text: Text, words: Words): Read {
  const place: Place = { origin: text.origin, written: sourceText(text) };
  const word = words.of(text);
  if (type !== "AWS") {
    if (/^(?:\s*$|arn:[^:]*:iam:::)/.test(word)) requireFilledIn(text);
    if (isOfAccount(word, place, words))
      return malformedPrincipal(place, misplacedPrincipal(type, word, words), accountIn(word));
    if (word.trim() === "") return malformedPrincipal(place, blankName(type));
    if (type !== "CanonicalUser" && /[*?]/.test(word)) return malformedPrincipal(place, openName(type, word, words));
    const kind = type === "Service" ? "service" : type === "Federated" ? "federated" : "canonical-user";
    return { element: { ...place, kind, name: word } };
  }
  const read = readAws(word, place, text, words);
  if (read.element.kind === "malformed") requireFilledIn(text);
  return read;
}

function readAws(word: Word, place: Place, text: Text, words: Words): Read {
  const element = wholeElement(word, place, words);
  if (element !== undefined) return { element };
  const isWhole = (other: Word): boolean => isOfAccount(other, place, words);
  const wrong =
    misreadAccount(word, text) ??
    bareName(word, words) ??
    wrongIn(word, { isWhole, show: words.show, partition: words.partition });
  return malformedPrincipal(place, wrong, accountIn(word));
}

/** IAM takes the ARN of a role or user, and never its name. */
function bareName(word: Word, words: Words): Wrong | undefined {
  if (word.length !== 1 || words.hole(word)?.sort !== "name") return undefined;
  const sentence = `"${words.show(word)}" is the name of a role or user, which is no principal`;
  return { name: "malformed-principal", sentence, repair: "write its ARN" };
}

/** The principal of one account, spelled out as such. */
function isOfAccount(word: Word, place: Place, words: Words): boolean {
  if (!ACCOUNT.test(word) && !word.startsWith("arn:")) return false;
  return OF_ACCOUNTS.has(wholeElement(word, place, words)?.kind ?? "malformed");
}

const OF_ACCOUNTS = new Set<Element["kind"]>(["account", "role", "user", "session"]);

function misplacedPrincipal(type: PrincipalType, word: Word, words: Words): Wrong {
  const sentence = `"${words.show(word)}" stands under "${type}", where no account is taken`;
  return { name: "malformed-principal", sentence, repair: 'put it under "AWS"' };
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: no wildcard matches a part of a
 * name or an ARN; access-analyzer-reference-policy-checks.html, "Invalid service principal format".
 */
function openName(type: "Service" | "Federated", word: Word, words: Words): Wrong {
  const [what, repair] =
    type === "Service"
      ? ["name of a service", "name each service"]
      : ["ARN of a provider", "write the ARN of each provider"];
  const sentence = `"${words.show(word)}" has a wildcard, which IAM does not take in the ${what}`;
  return { name: "malformed-principal", sentence, repair };
}

function accountIn(word: Word): Word | undefined {
  const account = word.startsWith("arn:") ? (word.split(":")[4] ?? "") : "";
  return ACCOUNT.test(account) ? account : undefined;
}

/** Undefined: it is no principal as it stands. */
function wholeElement(word: Word, place: Place, words: Words): Element | undefined {
  if (word === "*") return { ...place, kind: "anyone" };
  if (ACCOUNT.test(word)) return { ...place, kind: "account", account: word };
  const lone = word.length === 1 ? words.hole(word) : undefined;
  if (lone?.sort === "name") return undefined;
  if (lone !== undefined) return loneElement(lone, word, place, words);
  if (isUniqueId(word)) return { ...place, kind: "unique-id", id: word };
  const first = firstHole(word, words);
  const isOpen = !word.startsWith("arn:") || word.split(":").length < FIELDS_OF_ARN;
  if (first !== undefined && isOpen && !(first.sort === "unique-id" && hasHole(word[0] ?? "")))
    return { ...place, kind: "parameter", word, hole: first };
  return word.startsWith("arn:") ? arnElement(word, place) : undefined;
}

const FIELDS_OF_ARN = 6;

function loneElement(hole: Hole, word: Word, place: Place, words: Words): Element {
  if (hole.sort === "unique-id") {
    const account = words.token(accountOfId(hole));
    return { ...place, kind: "someone", account, resource: word, partition: words.partition };
  }
  const owned = ownedAccount(hole);
  if (isAccount(hole)) return { ...place, kind: "account", account: owned ?? word };
  if (owned !== undefined) return { ...place, kind: "account", account: owned, whole: { word, hole } };
  return { ...place, kind: "parameter", word, hole };
}

/** Of an identity that is ours: the own account, or another of the organization's. */
function accountOfId({ owner, ...id }: Hole): Hole {
  return owner === undefined ? OWN_ACCOUNT : { ...id, owner, id: `account of ${id.id}`, sort: "account" };
}

/** Held to an account's number: neither everyone nor an ARN is admitted. */
function isAccount(hole: Hole): boolean {
  if (hole.sort === "own-account" || hole.sort === "account") return true;
  if (hole.many === true || ARNS.some((arn) => hole.admits(arn)) || hole.admits("*")) return false;
  // A pattern may spell the account of an ARN out.
  return hole.admits(EXAMPLE_ACCOUNT) || hole.alphabet?.test(":") === false;
}

/** AWS's documentation account. */
export const EXAMPLE_ACCOUNT = "123456789012";

/** Examples of each form. */
const ARNS = ["root", "role/example", "user/example", "role/path/example"].map(
  (name) => `arn:aws:iam::${EXAMPLE_ACCOUNT}:${name}`,
);

function arnElement(word: Word, place: Place): Element | undefined {
  const [, partition = "", service, region, account = "", ...tail] = word.split(":");
  const resource = tail.join(":");
  if (/[*?]/.test(word) || !isPartitionField(partition) || !isAccountField(account)) return undefined;
  if (region !== "" && !hasHole(region ?? "")) return undefined;
  const [kind = "", ...names] = resource.split("/");
  if (service === "iam") {
    if (resource === "root") return { ...place, kind: "account", account, partition };
    if ((kind === "role" || kind === "user") && isName(names.at(-1))) {
      return { ...place, kind, account, resource, partition };
    }
    const [one, ...others] = kindsOf(resource);
    if (one !== undefined && hasHole(kind)) {
      return { ...place, kind: others.length > 0 ? "someone" : one, account, resource, partition };
    }
  }
  if (service === "sts") {
    const [role, session] = names;
    if (kind === "assumed-role" && role && session)
      return { ...place, kind: "session", account, role, session, partition };
    // Of the sessions that it may be, those of federated users cannot call.
    if (hasHole(kind)) return { ...place, kind: "session", account, role: resource, session: resource, partition };
    if (kind === "federated-user" && role) return { ...place, kind: "federated-user", account, name: role, partition };
  }
  return undefined;
}

/** Of a role or user: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function isName(name: Word | undefined): boolean {
  return name !== undefined && (/^[\w+=,.@-]+$/.test(name) || hasHole(name));
}

/** What the resource part of an ARN may turn out to be, by what is spelled out before its first hole. */
export function kindsOf(resource: Word): readonly ("role" | "user")[] {
  const known = [...resource].findIndex((char) => hasHole(char));
  const head = known < 0 ? resource : resource.slice(0, known);
  return (["role", "user"] as const).filter((kind) => {
    return head.startsWith(`${kind}/`) || (known >= 0 && `${kind}/`.startsWith(head));
  });
}

/** Of an ARN the account counts, if it has one: it is who is meant. */
function malformedPrincipal(place: Place, wrong: Wrong, account?: Word): Read {
  const element = { ...place, kind: "malformed", ...(account === undefined ? {} : { account }) } as const;
  return { element, flaw: { ...wrong, origin: place.origin } };
}

export function isUniqueId(word: Word): boolean {
  return UNIQUE_ID.test(word);
}
