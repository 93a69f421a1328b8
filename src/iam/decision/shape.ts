// The shape of a policy. Policies of one shape differ only in their place and in the accounts and external ids that they spell out, and are decided alike.

import { isDoubt } from "../../values/doubt.ts";
import { type Condition, isKnownCondition, type OpenCondition } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import { conditionKey } from "../language/keys.ts";
import type { Element } from "../language/principal.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import { isMadeUpValue } from "../requests/candidates.ts";
import { isMadeUpAccount } from "../requests/identities/made-up-accounts.ts";
import { ACCOUNTS, holeText, textWith } from "./shape-text.ts";

/** `key` is equal for policies of one shape; `accounts` and `ids` are those of this policy. */
export interface Shape {
  readonly key: string;
  /** In the order in which they first occur in the policy. */
  readonly accounts: readonly Word[];
  readonly ids: readonly Word[];
}

/** The only key whose values may be exchanged: no other key is derived from it, and it is derived from none. */
export const ID = "sts:externalid";
const LONG_NUMBER = /\d{12}/;
const HOLES = /[\ue000-\uf8ff]/g;

/**
 * `isTold`: does this account or id make a difference to the rules? Then it stays in the key as it is. Undefined: the text of the
 * policy does not decide it, so it has no shape.
 */
export function shapeOf(document: Document, isTold: (text: string) => boolean): Shape | undefined {
  // Every other property of a document bears on the decision, so it belongs to the key.
  const { statements, words, origin: _origin, flaws: _flaws, defaults: _defaults, ...around } = document;
  const conditions = statements.flatMap((one) => one.conditions);
  const elements = statements.flatMap((one) => one.principal.elements);
  const isOnIds = document.policy === "trust" && conditions.every(isConstantOnId);
  const isOfAccounts = isOnIds && elements.every(isOfOneAccount);
  const accounts = isOfAccounts ? elements.flatMap((one) => accountIn(one) ?? []) : [];
  const listed = isOnIds ? conditions.flatMap(idsIn) : [];
  const isOfIds = isOnIds && conditions.every(comparesWholes) && !listed.some(hasHole);
  const ids = numbered((isOfIds ? listed : []).filter((one) => isSendable(one) && !isMadeUpValue(one) && !isTold(one)));
  const isFree = otherThanIn(conditions, ids);
  const numbers = {
    accounts: numbered(
      accounts.filter(
        (one) => isFree(one) && !isMadeUpAccount(one) && !isTold(one) && words.defaultOf(one) === undefined,
      ),
    ),
    ids,
  };
  const text = textWith(numbers, statements);
  if (text === undefined) return undefined;
  const key = [JSON.stringify(around), words.partition, holesIn(text, words), defaultsIn(text, words), text].join("\n");
  return { key, accounts: [...numbers.accounts.keys()], ids: [...numbers.ids.keys()] };
}

function numbered(words: readonly Word[]): ReadonlyMap<Word, number> {
  return new Map([...new Set(words)].map((word, index) => [word, index]));
}

/** On the id, and of who calls nothing stands in what it is compared with. */
function isConstantOnId(condition: Condition | OpenCondition): boolean {
  if (!isKnownCondition(condition) || condition.key !== ID || isDoubt(condition.values)) return false;
  return condition.values.every(({ word }) => !word.includes("$"));
}

/** Does the operator compare values only for equality? */
function comparesWholes(condition: Condition | OpenCondition): boolean {
  if (!isKnownCondition(condition)) return false;
  const { family, wildcards, ignoreCase } = condition.use.operator;
  return family === "null" || (family === "string" && wildcards !== true && ignoreCase !== true);
}

function idsIn(condition: Condition | OpenCondition): readonly Word[] {
  const isOfTexts = isKnownCondition(condition) && condition.use.operator.family === "string";
  return isOfTexts && !isDoubt(condition.values) ? condition.values.map(({ word }) => word) : [];
}

/** Is the account in no value that stands for itself? That would be another where the account is another, and is told as it is. */
function otherThanIn(
  conditions: readonly (Condition | OpenCondition)[],
  ids: ReadonlyMap<Word, number>,
): (account: Word) => boolean {
  const lists = conditions.flatMap((one) => (isKnownCondition(one) && !isDoubt(one.values) ? one.values : []));
  const texts = lists.map(({ word }) => word);
  const held = texts.flatMap((text) => (ids.has(text) ? [] : (text.match(ACCOUNTS) ?? [])));
  const accounts = new Set<Word>(held);
  return (account) => !accounts.has(account);
}

/** Can a request carry the external id? */
export function isSendable(id: Word): boolean {
  return SENDABLE.test(id);
}

const { characters = () => /./, least = 0, most } = conditionKey(ID)?.grammar ?? {};
const SENDABLE = new RegExp(`^(?:${characters().source}){${least},${most ?? ""}}$`, "u");

const OF_NO_ACCOUNT = new Set<Element["kind"]>(["anyone", "service"]);
const OF_ONE_ACCOUNT = new Set<Element["kind"]>(["account", "role", "user", "session"]);

/** Does the element name one account, with nothing that deployment decides, and no other number that reads like one? */
function isOfOneAccount(element: Element): boolean {
  if (OF_NO_ACCOUNT.has(element.kind)) return true;
  if (!OF_ONE_ACCOUNT.has(element.kind) || accountIn(element) === undefined) return false;
  return Object.entries(element).every(([name, value]) => {
    if (typeof value !== "string") return true;
    return !hasHole(value) && (name === "account" || name === "written" || !LONG_NUMBER.test(value));
  });
}

function accountIn(element: Element): Word | undefined {
  if (!("account" in element) || "whole" in element) return undefined;
  return element.account === undefined || hasHole(element.account) ? undefined : element.account;
}

/** A text that is equal for holes of which the same is known. */
function holesIn(text: string, words: Words): string {
  const chars = new Set(Array.from(text.matchAll(HOLES), ([char]) => char));
  const told = [...chars].map((char) => {
    const hole = words.hole(char);
    // There is one own account, whatever a format knows of it.
    return hole === undefined || hole.sort === "own-account" ? char : `${char}${holeText(hole)}`;
  });
  return told.join();
}

/** Whose defaults the accounts are that stand for themselves. */
function defaultsIn(text: string, words: Words): string {
  const accounts = new Set(Array.from(text.matchAll(ACCOUNTS), ([account]) => account));
  return JSON.stringify([...accounts].map((account) => words.defaultOf(account) ?? ""));
}
