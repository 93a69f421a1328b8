// Whether a Principal, or one element of it, matches a caller.

import { type Answer, type Doubt, every, not, some } from "../../values/doubt.ts";
import { type DeployedValue, type Element, EXAMPLE_ACCOUNT } from "../language/principal.ts";
import type { Statement } from "../language/statement.ts";
import { plain } from "../patterns/glyph.ts";
import { doubtOf, firstHole } from "../patterns/hole.ts";
import { mayMatch } from "../patterns/matching.ts";
import { textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import { type Caller, nameOf, typeOf } from "./caller.ts";

export function matchesPrincipal({ negated, elements }: Statement["principal"], caller: Caller, words: Words): Answer {
  const listed = some(elements, (element) => matchesElement(element, caller, words));
  return negated ? not(listed) : listed;
}

export function matchesElement(element: Element, caller: Caller, words: Words): Answer {
  if (typeOf(caller) !== "account") return matchesOther(element, caller, words);
  if (isOfAnother(element, caller)) return false;
  if ("partition" in element && isOfOtherPartition(element.partition, words)) return false;
  switch (element.kind) {
    case "anyone":
      return true;
    case "unknown":
      return element.doubt;
    case "malformed":
      return malformed(element);
    case "parameter":
      return matchesParameter(element, caller);
    case "unique-id":
      return caller.uniqueId === element.id;
    case "account":
      if (element.whole === undefined) return sameAccount(element.account, caller, words);
      return every([sameAccount(element.account, caller, words), matchesAll(element, caller)], (part) => part);
    case "role":
    case "user":
      if (element.kind !== caller.kind) return false;
      return inAccount(element.account, [[element.resource, caller.resource]], caller, words);
    case "federated-user":
      if (caller.kind !== "federated-user") return false;
      return inAccount(element.account, [[element.name, nameOf(caller)]], caller, words);
    case "someone":
      return every(
        [sameAccount(element.account, caller, words), matchesSomeone(element.resource, caller, words)],
        (part) => part,
      );
    case "session":
      if (caller.kind !== "role" || caller.session === undefined) return false;
      return inAccount(
        element.account,
        [
          [element.role, nameOf(caller)],
          [element.session, caller.session],
        ],
        caller,
        words,
      );
    default:
      return false;
  }
}

/** Of a caller who is of no account: services and providers go by their names, and what may be everyone speaks of them as well. */
function matchesOther(element: Element, caller: Caller, words: Words): Answer {
  const { kind, arn } = caller;
  switch (element.kind) {
    case "anyone":
      return kind === "token" ? ANYONE_WITH_A_TOKEN : true;
    case "unknown":
      return element.doubt;
    case "malformed":
      return kind === "anonymous" ? malformed(element) : false;
    case "parameter":
      return kind === "anonymous" && mayBeAnyone(element) ? doubtOf(element.hole) : false;
    case "service":
      return kind === "service" && sameName(element.name, arn, caller, words);
    case "federated":
      return kind === "token" && sameName(element.name, arn, caller, words);
    default:
      return false;
  }
}

/** IAM takes tokens of no other principals than providers in an Allow, and says nothing of a Deny. */
const ANYONE_WITH_A_TOKEN: Doubt = { reason: "undefined-by-aws", source: 'whether AWS: "*" speaks of tokens' };

function malformed({ written }: Element): Doubt {
  return { reason: "malformed", source: `principal ${written}` };
}

/** Both accounts spelled out, and not the same: a policy may list thousands. */
function isOfAnother(element: Element, { account }: Caller): boolean {
  if (!("account" in element) || element.account === undefined || element.kind === "malformed") return false;
  return element.account !== account && !hasHole(element.account);
}

/** Of another partition than the role? Nobody is who can call. */
function isOfOtherPartition(partition: Word | undefined, words: Words): boolean {
  return partition !== undefined && !hasHole(partition) && partition !== words.partition;
}

function inAccount(account: Word, pairs: readonly (readonly [Word, Word])[], caller: Caller, words: Words): Answer {
  return every(
    [sameAccount(account, caller, words), ...pairs.map(([one, other]) => sameName(one, other, caller, words))],
    (part) => part,
  );
}

/** As the root of the account it is everyone in it. */
function matchesSomeone(resource: Word, caller: Caller, words: Words): Answer {
  const name = sameName(resource, caller.resource, caller, words);
  const whole = resource.length === 1 ? words.hole(resource) : undefined;
  return name === false && whole?.admits("root") ? doubtOf(whole) : name;
}

/**
 * A hole may have the value of an account that the policy names. A caller whom the policy does not name is by definition
 * none of those it gets at deployment, and an account of ours is not a third party's.
 */
function sameAccount(account: Word, caller: Caller, words: Words): Answer {
  if (account === caller.account) return true;
  if (!hasHole(account) || (!caller.named && caller.hole === undefined) || caller.own) return false;
  const hole = firstHole(account, words);
  if (hole === undefined || hole.sort === "own-account" || hole.owner !== undefined) return false;
  if (account.length === 1 && !hasHole(caller.account) && !hole.admits(caller.account)) return false;
  return doubtOf(hole);
}

function sameName(one: Word, other: Word, caller: Caller, words: Words): Answer {
  if (one === other) return true;
  if (!hasHole(one) && !hasHole(other)) return false;
  if (caller.freshName || !mayMatch(textPattern(plain(one)), other)) return false;
  const hole = firstHole(one, words) ?? firstHole(other, words);
  return hole === undefined ? false : doubtOf(hole);
}

function matchesParameter({ hole, word }: Element & { kind: "parameter" }, caller: Caller): Answer {
  if (caller.hole?.id === hole.id) return matchesAll({ whole: { hole, word } }, caller);
  if (mayBeAnyone({ hole, word })) return doubtOf(hole);
  const mayBeHis = caller.named || caller.hole !== undefined;
  return mayBeHis && hole.owner === undefined && !caller.own ? doubtOf(hole) : false;
}

/** Where deployment decides whether the whole account is meant, is this caller, too? */
function matchesAll({ whole }: { readonly whole?: DeployedValue }, { beside }: Caller): Answer {
  if (whole === undefined || beside !== true) return true;
  const isOfOne = mayBe(whole, `arn:aws:iam::${EXAMPLE_ACCOUNT}:role/example`);
  const isOfAll = ["*", EXAMPLE_ACCOUNT, `arn:aws:iam::${EXAMPLE_ACCOUNT}:root`].some((text) => mayBe(whole, text));
  return isOfAll || !isOfOne ? doubtOf(whole.hole) : false;
}

/** May a principal that deployment decides, and that nobody bound, be `*`? */
export function mayBeAnyone(deployed: DeployedValue): boolean {
  return deployed.hole.owner === undefined && mayBe(deployed, "*");
}

function mayBe({ hole, word }: DeployedValue, text: string): boolean {
  return word.length === 1 ? hole.admits(text) : mayMatch(textPattern(plain(word)), text);
}
