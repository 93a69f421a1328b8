// What a policy spells out about callers: accounts, names of roles and users, organizations, and the patterns on them.

import { isDoubt } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import { variablesIn } from "../language/condition.ts";
import { conditionsIn, conditionsOn, type Document } from "../language/document.ts";
import { type Element, kindsOf } from "../language/principal.ts";
import { accountIn, accountKeys, keysFor } from "../language/senders.ts";
import { fallbacksOf } from "../language/variables.ts";
import { plain } from "../patterns/glyph.ts";
import { firstHole, OWN_ACCOUNT } from "../patterns/hole.ts";
import { matches } from "../patterns/matching.ts";
import { type Pattern, textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import { resourceGrammar } from "./grammars.ts";
import { isShortEnough } from "./identities/names.ts";

/** An account that the policy names: digits, or a hole in the place of digits. */
export interface Named {
  readonly account: Word;
  readonly hole?: Hole;
  /** The whole ARN, where a hole stands for all of it. */
  readonly arn?: Word;
}

/** Every value that the conditions on a key spell out, under any operator, and every default of a variable in one. */
export function writtenValues(document: Document, key: string): Word[] {
  return conditionsOn(document, key).flatMap(({ values }) =>
    isDoubt(values) ? [] : values.flatMap(({ word, template }) => [word, ...fallbacksOf(template)]),
  );
}

/** The same texts as patterns, and in any case where their operator does not count it. */
export function writtenPatterns(document: Document, key: string): Pattern[] {
  const folded = conditionsOn(document, key).flatMap(({ values, use }) =>
    isDoubt(values) || use.operator.ignoreCase !== true ? [] : values.map(({ word }) => textPattern(plain(word), true)),
  );
  return [...writtenValues(document, key).map((word) => textPattern(plain(word))), ...folded];
}

/** Does a policy variable somewhere stand for the key? */
export function isVariableOf(document: Document, key: string): boolean {
  return conditionsIn(document).some((condition) => variablesIn(condition).includes(key));
}

/** Accounts by the definition of the rule catalogue, section 1: in any statement, under any operator. */
export function namedAccounts(document: Document): Named[] {
  const { words } = document;
  const found = new Map<string, Named>();
  const add = (named: Named): void => {
    const key = `${named.account} ${named.arn ?? ""}`;
    if (!found.has(key)) found.set(key, named);
  };
  for (const element of elementsOf(document)) {
    const named = namedBy(element, words);
    if (named !== undefined) add(named);
  }
  for (const word of accountKeys(document.policy).flatMap((key) => writtenValues(document, key))) {
    if (isAccountWord(word)) add({ account: word, ...holeOf(word, words) });
  }
  for (const account of [...accountsOfAccessPoints(document), ...accountsInUserIds(document)]) add({ account });
  for (const word of writtenValues(document, "aws:principalarn")) {
    const fields = word.split(":");
    const account = withoutTail(fields[4] ?? "");
    // Deployment decides the account with what is before it.
    const head = fields.slice(0, 5).join(":");
    const hole = firstHole(head, words);
    if (isAccountWord(account)) add({ account, ...holeOf(account, words) });
    else if (hole !== undefined && mayHoldAccount(head))
      add({ account: ownedBy(hole) ?? accountOf(hole, words), hole, arn: word });
  }
  return [...found.values()];
}

/** Of root users, and of sessions that a user gave: neither calls STS for a role. */
function accountsInUserIds(document: Document): readonly Word[] {
  if (document.policy !== "resource") return [];
  return writtenValues(document, "aws:userid").flatMap((word) => /^(\d{12})(?::|$)/.exec(word)?.[1] ?? []);
}

/** An account has twelve digits: what a wildcard stands for behind them is no digit. */
function withoutTail(field: Word): Word {
  return field.replace(/^(\d{12})\*+$/, "$1");
}

/** To whose access points a bucket leaves it: whom those let in is up to their accounts. */
function accountsOfAccessPoints(document: Document): readonly Word[] {
  if (document.policy !== "resource") return [];
  const keys = new Set(conditionsIn(document).map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const account = keysFor("account", "resource")(key)?.account;
    const words = account === undefined ? [] : writtenValues(document, key);
    return words.map((word) => accountIn(word, account)).filter((word) => /^\d{12}$/.test(word));
  });
}

/** Can the first hole have the account in it? Behind a wildcard the account may have gone by. */
function mayHoldAccount(head: Word): boolean {
  const chars = [...head];
  const before = chars.slice(0, chars.findIndex(hasHole)).join("");
  const tail = before.slice(Math.max(before.lastIndexOf("*"), before.lastIndexOf("?")) + 1);
  return tail === before || /^(?:[a-z-]*:)*\d*$/.test(tail);
}

export function elementsOf(document: Document): Element[] {
  return document.statements.flatMap(({ principal }) => principal.elements);
}

export function namedBy(element: Element, words: Words): Named | undefined {
  switch (element.kind) {
    case "account":
    case "federated-user":
    case "role":
    case "user":
    case "someone":
    case "session":
      return { account: element.account, ...holeOf(element.account, words) };
    case "malformed":
      return element.account === undefined ? undefined : { account: element.account };
    case "parameter":
      return { account: accountOf(element.hole, words), hole: element.hole };
    default:
      return undefined;
  }
}

function ownedBy(hole: Hole): string | undefined {
  return typeof hole.owner === "object" ? hole.owner.account : undefined;
}

/** The account within a hole that may be a whole ARN: a value of its own, that nothing else of the policy equals for certain. */
function accountOf(hole: Hole, words: Words): Word {
  return words.token({ ...hole, id: `account of ${hole.id}` });
}

/** Digits, or some of them with what deployment supplies. */
function isAccountWord(word: Word): boolean {
  return /^\d{12}$/.test(word) || (hasHole(word) && [...word].every((char) => hasHole(char) || /\d/.test(char)));
}

function holeOf(word: Word, words: Words): { hole?: Hole } {
  const hole = firstHole(word, words);
  return hole === undefined || word === words.token(OWN_ACCOUNT) ? {} : { hole };
}

export interface NamedResource {
  readonly kind: "role" | "user";
  readonly resource: Word;
  readonly session?: Word;
  /** Of which a principal names it; left out: a condition does, of whatever account. */
  readonly account?: Word;
}

/** "role/name" and "user/name" as the policy spells them, with or without holes. */
export function namedResources(document: Document): NamedResource[] {
  const found = new Map<string, NamedResource>();
  const put = (named: NamedResource): void => {
    found.set([named.kind, named.resource, named.session ?? "", named.account ?? ""].join(" "), named);
  };
  const add = (resource: Word, of: Pick<NamedResource, "account"> = {}): void => {
    for (const kind of kindsOf(resource)) {
      if (isResource(resource, kind)) put({ kind, resource, ...of });
    }
  };
  for (const element of elementsOf(document)) {
    if (element.kind === "role" || element.kind === "user" || element.kind === "someone") {
      add(element.resource, { account: element.account });
    }
    if (element.kind === "session") {
      const { account, role, session } = element;
      const resource = `role/${role}`;
      // What deployment decides may be what a condition spells out.
      for (const name of [session, ...(hasHole(session) ? sessionsSpelledOut(document) : [])]) {
        if (isResource(resource, "role") && isSession(name)) put({ kind: "role", resource, session: name, account });
      }
    }
  }
  for (const word of writtenValues(document, "aws:principalarn")) {
    add(word.split(":").slice(5).join(":") || deployedResource(word, document.words));
  }
  return [...found.values()];
}

/** Names of sessions in which unique ids of callers end. */
function sessionsSpelledOut(document: Document): Word[] {
  return writtenValues(document, "aws:userid").map((word) => word.slice(word.lastIndexOf(":") + 1));
}

/** Whom an ARN names that deployment decides from the account on: somebody of any account. */
function deployedResource(arn: Word, words: Words): Word {
  const hole = firstHole(arn, words);
  return hole === undefined ? "" : words.token({ ...hole, id: `resource of ${hole.id}` });
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, RoleSessionName */
function isSession(name: Word): boolean {
  return hasHole(name) || /^[\w+=,.@-]{2,64}$/.test(name);
}

/** Can a role or user be called so? Wildcards and policy variables are no names. */
function isResource(resource: Word, kind: "role" | "user"): boolean {
  if (!isShortEnough(resource)) return false;
  const [head = ""] = resource.split("/");
  // Deployment decides what comes first, and the rest with it.
  if (hasHole(head)) return !/[*?{}]/.test(resource);
  return resourceGrammar([], kind).some((atoms) => matches({ atoms, ignoreCase: false }, resource));
}
