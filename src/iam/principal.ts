// The elements of a Principal: what each form means and what is wrong with it.

import type { Doubt } from "../values/doubt.ts";
import { hole } from "../values/hole.ts";
import { asWritten, type Hole, isKnown, type Known, type Origin, type Text } from "../values/value.ts";
import { Refused } from "../values/worlds.ts";
import type { Flaw, FlawName } from "./flaw.ts";
import { firstHole } from "./hole.ts";
import { hasHole, ownedAccount, type Word, type Words } from "./words.ts";

interface Place {
  readonly origin: Origin;
  /** As written, holes and what parameters supply as `${Name}`. */
  readonly written: string;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export type Element = Place &
  (
    | { readonly kind: "anyone" }
    | { readonly kind: "account"; readonly account: Word }
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
    | { readonly kind: "federated-user"; readonly account: Word }
    | { readonly kind: "unique-id"; readonly id: Word }
    | { readonly kind: "service" | "federated" | "canonical-user"; readonly name: Word }
    /** Decided at deployment as a whole: an account, any ARN, perhaps `*`. */
    | { readonly kind: "parameter"; readonly word: Word; readonly hole: Hole }
    /** The principal itself, or its list, is not known. */
    | { readonly kind: "unknown"; readonly doubt: Doubt }
    | { readonly kind: "malformed"; readonly account?: Word }
  );

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";
export const PRINCIPAL_TYPES: readonly string[] = ["AWS", "Service", "Federated", "CanonicalUser"];

export interface Read {
  readonly element: Element;
  readonly flaw?: Flaw;
}

const ACCOUNT = /^\d{12}$/;
const UNIQUE_ID = /^A[A-Z]{2}A[A-Z0-9]{12,}$/;
const PLACEHOLDER = /[<>{}%]|\$\{|__[A-Z]|\b(YOUR|REPLACE|CHANGE|PLACEHOLDER|TODO|XXX)/i;

/** Throws Refused where a blank default stands in for the account or the whole principal: it is there to be filled in. */
export function readElement(type: PrincipalType, text: Text, words: Words): Read {
  const place: Place = { origin: text.origin, written: asWritten(text) };
  const word = words.of(text);
  if (type !== "AWS") {
    const kind = type === "Service" ? "service" : type === "Federated" ? "federated" : "canonical-user";
    return { element: { ...place, kind, name: word } };
  }
  const read = readAws(word, place, text, words);
  if (read.element.kind === "malformed") requireFilledIn(text);
  return read;
}

/** Throws Refused where a parameter supplies nothing but blanks. */
export function requireFilledIn({ parts }: Text): void {
  const blank = parts.filter(isKnown).find(isBlankSupply)?.from;
  if (blank === undefined) return;
  const source = `a value for ${blank.name}`;
  throw new Refused(hole(source, "parameter", source));
}

/** What a parameter supplies where its author left it empty. A value that the user gave is meant. */
function isBlankSupply({ text, from }: Known): boolean {
  return text.trim() === "" && from !== undefined && from.by !== "given" && from.by !== "mapping";
}

function readAws(word: Word, place: Place, text: Text, words: Words): Read {
  if (word === "*") return { element: { ...place, kind: "anyone" } };
  if (ACCOUNT.test(word)) return { element: { ...place, kind: "account", account: word } };
  const lone = word.length === 1 ? words.hole(word) : undefined;
  if (lone !== undefined) return { element: loneElement(lone, word, place) };
  if (word.startsWith("arn:")) return readArn(word, place, text, words);
  if (UNIQUE_ID.test(word)) return { element: { ...place, kind: "unique-id", id: word } };
  const first = firstHole(word, words);
  if (first !== undefined) return { element: { ...place, kind: "parameter", word, hole: first } };
  return malformed(word, place, text);
}

function loneElement(hole: Hole, word: Word, place: Place): Element {
  const account = ownedAccount(hole) ?? (isAccount(hole) ? word : undefined);
  if (account !== undefined) return { ...place, kind: "account", account };
  return { ...place, kind: "parameter", word, hole };
}

/** Held to an account's number: neither everyone nor an ARN is admitted. */
function isAccount(hole: Hole): boolean {
  if (hole.sort === "own-account" || hole.sort === "account") return true;
  return hole.many !== true && !ARNS.some((arn) => hole.admits(arn)) && !hole.admits("*");
}

/** Examples of each form, with AWS's documentation account. */
const ARNS = ["root", "role/example", "user/example", "role/path/example"].map(
  (name) => `arn:aws:iam::123456789012:${name}`,
);

function readArn(word: Word, place: Place, text: Text, words: Words): Read {
  const [, partition = "", service, , account = "", ...tail] = word.split(":");
  const resource = tail.join(":");
  if (tail.length === 0) {
    const hole = firstHole(word, words);
    if (hole !== undefined) return { element: { ...place, kind: "parameter", word, hole } };
  }
  if (/[*?]/.test(word)) {
    return flawed(
      place,
      "wildcard-in-principal",
      `a wildcard inside an ARN (${words.show(word)}) is no principal`,
      account,
    );
  }
  if (!ACCOUNT.test(account) && !hasHole(account)) {
    if (PLACEHOLDER.test(account))
      return flawed(place, "placeholder", `${words.show(word)} holds an unrendered placeholder`);
    const sentence = `${words.show(word)} has no account of twelve digits`;
    return misread(account, place, text) ?? flawed(place, "malformed-principal", sentence);
  }
  const [kind = "", ...names] = resource.split("/");
  if (service === "iam") {
    if (resource === "root") return { element: { ...place, kind: "account", account } };
    if ((kind === "role" || kind === "user") && names.length > 0 && !resource.endsWith("/")) {
      return { element: { ...place, kind, account, resource, partition } };
    }
    if (kind === "group")
      return flawed(place, "group-principal", `${words.show(word)} is a group; groups are no principals`, account);
    const [one, ...others] = kindsOf(resource);
    if (one !== undefined && hasHole(kind)) {
      return { element: { ...place, kind: others.length > 0 ? "someone" : one, account, resource, partition } };
    }
  }
  if (service === "sts") {
    const [role, session] = names;
    if (kind === "assumed-role" && role && session)
      return { element: { ...place, kind: "session", account, role, session, partition } };
    // Of the sessions that it may be, those of federated users cannot call.
    if (hasHole(kind))
      return { element: { ...place, kind: "session", account, role: resource, session: resource, partition } };
    if (kind === "federated-user" && role) return { element: { ...place, kind: "federated-user", account } };
  }
  return flawed(
    place,
    "malformed-principal",
    `${words.show(word)} is no ARN of an account, role, user or session`,
    account,
  );
}

/** What the resource part of an ARN may turn out to be, by what is spelled out before its first hole. */
export function kindsOf(resource: Word): readonly ("role" | "user")[] {
  const known = [...resource].findIndex((char) => hasHole(char));
  const head = known < 0 ? resource : resource.slice(0, known);
  return (["role", "user"] as const).filter((kind) => {
    return head.startsWith(`${kind}/`) || (known >= 0 && `${kind}/`.startsWith(head));
  });
}

/** An account id that the language of the input took for a number and changed. */
function misread(account: Word, place: Place, text: Text): Read | undefined {
  const spelled = text.parts.map((part) => (isKnown(part) ? part.spelled : undefined)).find((raw) => raw !== undefined);
  if (spelled === undefined) return undefined;
  const meant = /^\d{12}$/.test(spelled) ? `; write "${spelled}"` : "";
  return flawed(place, "number-as-account", `the account id ${spelled} is read as the number ${account}${meant}`);
}

function malformed(word: Word, place: Place, text: Text): Read {
  const number = misread(word, place, text);
  if (number !== undefined) return number;
  if (PLACEHOLDER.test(word)) return flawed(place, "placeholder", `"${word}" holds an unrendered placeholder`);
  if (/^\d+$/.test(word)) {
    return flawed(place, "malformed-principal", `${word} has ${word.length} digits; an account id has twelve`);
  }
  if (word.endsWith(".amazonaws.com")) {
    return flawed(place, "malformed-principal", `${word} is a service; it belongs under "Service"`);
  }
  return flawed(place, "malformed-principal", `"${word}" is no account, ARN or "*"`);
}

function flawed(place: Place, name: FlawName, sentence: string, account?: Word): Read {
  const named = account !== undefined && ACCOUNT.test(account) ? { account } : {};
  return { element: { ...place, kind: "malformed", ...named }, flaw: { name, sentence, origin: place.origin } };
}
