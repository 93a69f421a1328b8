// Which keys of one request hang together: what has been decided of one rules values of another out.

import type { Answer, Doubt } from "../../values/doubt.ts";
import { every } from "../../values/doubt.ts";
import type { Caller } from "../evaluation/caller.ts";
import { type Carried, type Context, carried } from "../evaluation/context.ts";
import { CONDITION_KEYS, conditionKey, type Tie } from "../language/keys.ts";
import { accountIn, type Keys } from "../language/senders.ts";
import { plain } from "../patterns/glyph.ts";
import { holeDoubt } from "../patterns/hole.ts";
import { type Pattern, textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";

/** Forward access sessions; https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html */
export const FORWARDED: Doubt = {
  reason: "condition-key",
  source: "a call that an AWS service makes in the name of the caller",
};

const TAG = "aws:requesttag/";
const TAG_KEYS = "aws:tagkeys";
const LISTS = [TAG_KEYS, "sts:transitivetagkeys"];

/** The keys, and those through which two of them hang together. */
export function addTyingKeys(keys: ReadonlySet<string>): Set<string> {
  const all = [...keys];
  const between = all.flatMap(chainOf).filter((key, index, chained) => chained.indexOf(key) !== index);
  const through = all.flatMap((key) => chainOf(key).filter((one) => all.some((other) => passes(key, one, other))));
  return new Set([...all, ...between, ...through]);
}

/** Does the way from one key to another lead by `between`? */
function passes(from: string, between: string, to: string): boolean {
  const chain = chainOf(from);
  return chain.indexOf(between) < chain.indexOf(to);
}

/** What a key is tied to, what that is tied to, and so on. */
function chainOf(key: string): string[] {
  const tie = tieOf(key);
  return tie === undefined ? [] : [tie.with, ...chainOf(tie.with)];
}

function tieOf(key: string): Tie | undefined {
  return conditionKey(key)?.tie;
}

/** Keys of which the same values have to be tried, for one is compared with the other. */
export function comparedWith(key: string): readonly string[] {
  return COMPARED.filter((pair) => pair.includes(key)).flat();
}

const COMPARED = [["sts:sourceidentity", "aws:sourceidentity"], LISTS];

/** Of the keys of tags: those of the tags that the conditions are on, in letters of either case. */
export function tagPatterns(key: string, keys: Iterable<string>): Pattern[] {
  if (!LISTS.includes(key)) return [];
  return [...keys].filter((one) => one.startsWith(TAG)).map((one) => textPattern(plain(one.slice(TAG.length)), true));
}

/** Can the caller carry the key, or leave it out? */
export function mayCarry(key: string, { values }: Carried, caller: Caller, keys: Keys): boolean {
  const { always, only, account } = keys(key) ?? {};
  const { kind } = caller;
  if (values.length === 0) return always !== true && always !== kind;
  if (account !== undefined && !values.every((value) => mayBeTheirs(accountIn(value, account), caller))) return false;
  return only === undefined || only === kind;
}

/** What is no account of somebody may be one of theirs. */
function mayBeTheirs(account: Word, caller: Caller): boolean {
  return account === caller.account || !(/^\d{12}$/.test(account) || hasHole(account));
}

/** Does the value of a key rule out values of others, or might it? `keys`: all that are decided. */
export function tiesAmong(keys: readonly string[]): (key: string) => boolean {
  const all = new Set(keys);
  const targets = new Set(keys.flatMap((key) => tieOf(key)?.with ?? []));
  const isListed = LISTS.some((list) => all.has(list));
  return (key) => {
    const control = conditionKey(key)?.control;
    if (control !== undefined && control !== "network" && !UNTIED.test(key)) return true;
    if (isListed && key.startsWith(TAG)) return true;
    const target = tieOf(key)?.with;
    return targets.has(key) || (target !== undefined && all.has(target));
  };
}

const UNTIED = /^aws:(principaltag|requesttag|resourcetag)\//;

const TARGETS = new Set(CONDITION_KEYS.flatMap(({ tie }) => tie?.with ?? []));

/** Does what has been decided of the key go together with what has been decided before? */
export function isConsistent(key: string, context: Context, words: Words): Answer {
  if (!TARGETS.has(key) && tieOf(key) === undefined && !key.startsWith(TAG)) return true;
  // Of tags there may be very many, and nothing is tied to one but the lists of them.
  const isOfLists = key.startsWith(TAG) && !TARGETS.has(key) && tieOf(key) === undefined;
  const decided = isOfLists ? [] : [...context.keys()];
  const pairs = decided.filter((other) => tieOf(other)?.with === key || tieOf(key)?.with === other);
  return every(
    [
      ...pairs.map((other) =>
        tieOf(key)?.with === other ? meetsTie(key, other, context, words) : meetsTie(other, key, context, words),
      ),
      ...(key.startsWith(TAG)
        ? LISTS.filter((list) => context.has(list)).map((list) => isListed(key, list, context, words))
        : []),
      ...(LISTS.includes(key)
        ? [
            isDistinct(carried(context, key).values),
            ...decided.filter((tag) => tag.startsWith(TAG)).map((tag) => isListed(tag, key, context, words)),
          ]
        : []),
    ],
    (answer) => answer,
  );
}

/** The tie of `key` to `other`. */
function meetsTie(key: string, other: string, context: Context, words: Words): Answer {
  const tie = tieOf(key);
  const [own, its] = [carried(context, key).values, carried(context, other).values];
  const has = own.length > 0;
  const isThere = its.length > 0 && (tie?.value === undefined || its[0] === tie.value);
  switch (tie?.how) {
    case "exactly":
      return has === isThere;
    case "only":
      return !has || isThere;
    case "unless":
      return has || isThere ? has !== isThere : FORWARDED;
    case "same":
      return own[0] === undefined || its[0] === undefined || isSame(own[0], its[0], words);
    case "among":
      return every(own, (value) => isAmong(value, its, words));
    default:
      return true;
  }
}

function isSame(one: Word, other: Word, words: Words): Answer {
  return one === other || (holeDoubt(one, words) ?? holeDoubt(other, words) ?? false);
}

/** AWS does not say whether the letters of a key count when it is called transitive. */
function isAmong(value: Word, keys: readonly Word[], words: Words): Answer {
  if (keys.includes(value)) return true;
  const open = [value, ...keys].find(hasHole);
  if (open !== undefined) return holeDoubt(open, words) ?? false;
  const isSpelledOtherwise = keys.some((key) => key.toLowerCase() === value.toLowerCase());
  return isSpelledOtherwise ? { reason: "undefined-by-aws", source: `the transitive tag key ${value}` } : false;
}

/** A tag is passed under its key: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
function isListed(tag: string, list: string, context: Context, words: Words): Answer {
  const key = tag.slice(TAG.length);
  const isPassed = carried(context, tag).values.length > 0;
  const keys = carried(context, list).values;
  if (keys.some((one) => one.toLowerCase() === key)) return isPassed;
  if (!isPassed || list !== TAG_KEYS) return true;
  const open = [key, ...keys].find(hasHole);
  return open === undefined ? false : (holeDoubt(open, words) ?? false);
}

/** Of two keys that differ in the case of their letters only one can be passed. */
function isDistinct(keys: readonly Word[]): boolean {
  return new Set(keys.map((key) => key.toLowerCase())).size === keys.length;
}
