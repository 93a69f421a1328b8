// What trust policies that are decided alike have in common, told from what is written: all but the accounts and external ids that stand for themselves in none of them.

import { entry, isList, isObject, type Json, type JsonObject } from "../../text/document.ts";
import { operatorUse } from "../language/operators.ts";
import { PRINCIPAL_TYPES } from "../language/principal.ts";
import { hasOnly, writtenStatements } from "../language/written-policy.ts";
import type { Word } from "../patterns/words.ts";
import { isMadeUpValue } from "../requests/candidates.ts";
import { isMadeUpAccount } from "../requests/identities/made-up-accounts.ts";
import { ID, isSendable, type Shape } from "./shape.ts";
import { ACCOUNTS } from "./shape-text.ts";

/** Longer ones are few, and none like another. */
const LONGEST = 4000;
const OF_STATEMENTS: ReadonlySet<string> = new Set(["Sid", "Effect", "Principal", "Action", "Condition"]);
const TYPES: ReadonlySet<string> = new Set(PRINCIPAL_TYPES);

/**
 * `isTold`: whoever asks tells the account or id from others; it stands for itself. Undefined: something in the policy has to be
 * evaluated, or is not what policies are made of.
 */
export function writtenForm(document: Json, isTold: (text: string) => boolean): Shape | undefined {
  const statements = statementsIn(document);
  if (statements === undefined) return undefined;
  const principals = statements.flatMap((one) => one.principals);
  const conditions = statements.flatMap((one) => one.conditions);
  const isOnIds = conditions.every(isOnId);
  const listed = isOnIds ? conditions.flatMap(({ texts }) => texts) : [];
  const ids = numbered(listed.filter((one) => isSendable(one) && !isMadeUpValue(one) && !isTold(one)));
  if (listed.join().length > LONGEST) return undefined;
  const held = listed.filter((one) => !ids.has(one)).join(" ");
  const named = isOnIds && principals.every(isOfAccounts) ? principals.flatMap(accountsIn) : [];
  const accounts = numbered(named.filter((one) => !isMadeUpAccount(one) && !isTold(one) && !held.includes(one)));
  const key = JSON.stringify([
    { ...(document as JsonObject), Statement: isList(entry(document, "Statement")) },
    ...statements.map(({ written, principals: whom, conditions: own }) => [
      { ...written, Principal: undefined, Condition: undefined },
      whom.map(({ texts, ...rest }) => [rest, texts.map((one) => withNumber(one, accounts))]),
      own.map(({ texts, ...rest }) => [rest, texts.map((one) => ids.get(one) ?? one)]),
    ]),
  ]);
  return key.length > LONGEST ? undefined : { key, accounts: [...accounts.keys()], ids: [...ids.keys()] };
}

const NUMBER = /\d{12}/;
/** A principal of one account, with no other number in it that reads like one. */
const OF_ONE_ACCOUNT = /^(?:\d{12}|arn:aws:iam::\d{12}:(?:root|(?:role|user)\/(?!.*\d{12})[\w+=,.@/-]+))$/;

function isOfAccounts({ type, texts }: Texts): boolean {
  return texts.every((one) => (type === "AWS" && OF_ONE_ACCOUNT.test(one)) || !NUMBER.test(one));
}

function accountsIn({ texts }: Texts): readonly Word[] {
  return texts.flatMap((one) => NUMBER.exec(one) ?? []);
}

function isOnId({ operator, key = "" }: Texts): boolean {
  return operator === "StringEquals" && key.toLowerCase() === ID;
}

function numbered(words: readonly Word[]): ReadonlyMap<Word, number> {
  return new Map([...new Set(words)].map((word, index) => [word, index]));
}

/** The number in the place of the account, and what stands around it. */
function withNumber(text: Word, accounts: ReadonlyMap<Word, number>): unknown {
  const [account = ""] = NUMBER.exec(text) ?? [];
  const number = accounts.get(account);
  return number === undefined ? text : [number, text.replace(ACCOUNTS, "")];
}

/** Texts that stand in one place. */
interface Texts {
  /** A type of principals; left out: the principal has none. */
  readonly type?: string;
  readonly operator?: string;
  readonly key?: string;
  /** A text alone may be read otherwise than as one of a list. */
  readonly isList: boolean;
  readonly texts: readonly string[];
}

interface WrittenStatement {
  readonly written: JsonObject;
  readonly principals: readonly Texts[];
  readonly conditions: readonly Texts[];
}

/** Undefined where anything is not as IAM has it: a call of a function is in none of the places that it has. */
function statementsIn(document: Json): readonly WrittenStatement[] | undefined {
  const statements = writtenStatements(document);
  if (statements === undefined) return undefined;
  const { Statement: _, ...rest } = document as JsonObject;
  if (!Object.values(rest).every(isSettled)) return undefined;
  const found: WrittenStatement[] = [];
  for (const written of statements) {
    if (!hasOnly(written, OF_STATEMENTS)) return undefined;
    const { Principal: principal, Condition: condition = {}, Action: action = null, ...others } = written;
    const principals = principalsIn(principal);
    const conditions = conditionsIn(condition);
    const isWhole = Object.values(others).every(isSettled) && textsIn(action) !== undefined;
    if (!isWhole || principals === undefined || conditions === undefined) return undefined;
    found.push({ written, principals, conditions });
  }
  return found;
}

function principalsIn(principal: Json | undefined): readonly Texts[] | undefined {
  if (isSettled(principal)) return [{ isList: false, texts: [principal] }];
  if (principal === undefined || !hasOnly(principal, TYPES)) return undefined;
  return all(Object.entries(principal), ([type, json]) => {
    const texts = textsIn(json);
    return texts && { type, isList: isList(json), texts };
  });
}

function conditionsIn(condition: Json): readonly Texts[] | undefined {
  if (!isObject(condition)) return undefined;
  const found = all(Object.entries(condition), ([operator, keys]) => {
    if (operatorUse(operator) === undefined || !isObject(keys)) return undefined;
    return all(Object.entries(keys), ([key, json]) => {
      const texts = KEY.test(key) ? textsIn(json) : undefined;
      return texts && { operator, key, isList: isList(json), texts };
    });
  });
  return found?.flat();
}

/** "sts:ExternalId", "aws:PrincipalTag/team", "token.actions.githubusercontent.com:sub". */
const KEY = /^[\w.-]+(?:\/[\w./-]+)?:[\w/.-]+$/;

function textsIn(json: Json): readonly string[] | undefined {
  const texts = isList(json) ? json : [json];
  return texts.every(isSettled) ? texts : undefined;
}

/** A text in which nothing is filled in, and that no reader of policies takes for something else. */
function isSettled(json: Json | undefined): json is string {
  return typeof json === "string" && !UNSETTLED.test(json);
}

const UNSETTLED = /[\ue000-\uf8ff\ufffd]|\{\{/;

/** Undefined where it is so for one. */
function all<T, R>(items: readonly T[], make: (item: T) => R | undefined): readonly R[] | undefined {
  const made: R[] = [];
  for (const item of items) {
    const one = make(item);
    if (one === undefined) return undefined;
    made.push(one);
  }
  return made;
}
