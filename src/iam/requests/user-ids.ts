// The values of aws:userid that a policy can tell apart: a unique id, and for a role's session its name.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import { type Caller, doubtAboutAccount, nameOf } from "../evaluation/caller.ts";
import type { Carried } from "../evaluation/context.ts";
import { patternOf } from "../evaluation/listed-value.ts";
import type { Condition } from "../language/condition.ts";
import { conditionKey } from "../language/keys.ts";
import { cells, type Grammar } from "../patterns/cells.ts";
import { doubtOf, firstHole } from "../patterns/hole.ts";
import { ANY, type Atom, exactly, oneOf, type Pattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import type { Candidates, Distinctions } from "./candidates.ts";
import { literalAtoms, valueGrammar } from "./grammars.ts";
import { replaceOpenVariables } from "./variable-patterns.ts";

/** Names of sessions. */
const SESSION_NAME = conditionKey("sts:rolesessionname");
const SESSIONS = valueGrammar(SESSION_NAME);
const LONGEST_SESSION = SESSION_NAME?.grammar?.most ?? Number.POSITIVE_INFINITY;

/** A unique id, then for a role's session a colon and its name. The id of a principal of another account cannot be chosen. */
export function userIds(caller: Caller, distinctions: Omit<Distinctions, "asked">): Candidates {
  const composed = composedId(caller);
  if (composed !== undefined) return { carried: [composed], complete: true };
  const { conditions, context, variablePatterns, words, steps } = distinctions;
  const listed = conditions.flatMap((condition) =>
    isDoubt(condition.values)
      ? []
      : condition.values.flatMap(({ template }) => {
          const glyphs = replaceOpenVariables(template, context);
          const pattern = glyphs === undefined ? undefined : patternOf(condition, glyphs);
          return pattern === undefined || isDoubt(pattern) ? [] : [pattern];
        }),
  );
  const patterns = [...listed, ...variablePatterns, ...othersOf(caller)];
  const letter = (char: string): boolean => /[A-Z0-9]/.test(char);
  const sessions = caller.session === undefined ? SESSIONS : [[...caller.session].map(exactly)];
  const tails = caller.kind === "role" ? sessions.map((name) => [exactly(":"), ...name]) : [[]];
  const fresh = caller.uniqueId ?? freshId(caller);
  const kind = fresh.slice(0, 4);
  const under = (id: readonly Atom[]): Grammar => tails.map((tail) => [...id, ...tail]);
  const ours = cells(under([...fresh].map(exactly)), patterns, [`${fresh}:anything`], steps);
  const letters = Array.from({ length: 17 }, () => oneOf(letter));
  const ids = [[...[...kind].map(exactly), ...letters], [oneOf(hasHole)]];
  const any = caller.uniqueId === undefined ? cells(ids.flatMap(under), patterns, [], steps) : NONE;
  const isTheirs = (word: Word): boolean => !isOthers(word, caller) && !isOurs(word, caller, words) && !isTooLong(word);
  // Where deployment supplies nothing but ids of ours, those of others are none of them.
  const differs = !isOneOfUs(caller) && conditions.every((condition) => suppliesOurs(condition, words));
  return {
    carried: [
      ...ours.words.filter(isTheirs).map((word): Carried => ({ values: [word], fresh: true })),
      ...any.words
        .filter(isTheirs)
        .map((word): Carried => ({ values: [word], fresh: differs, ...costOf(word, words) })),
    ],
    complete: ours.complete && any.complete,
  };
}

/** Of the root user it is the account, and of a session that a user gave the account and its name. */
function composedId(caller: Caller): Carried | undefined {
  const { kind, account, named, own, hole } = caller;
  const fresh = !named && !own && hole === undefined;
  if (kind === "root") return { values: [account], fresh };
  return kind === "federated-user" ? { values: [`${account}:${nameOf(caller)}`], fresh } : undefined;
}

const NONE = { words: [], complete: true };

/** What tells the caller apart from those whom principals name by their unique id or by the session's name. */
function othersOf({ otherSessions = [], otherIds = [] }: Caller): Pattern[] {
  const after = otherSessions.map(
    (session): Pattern => ({ atoms: [ANY, exactly(":"), ...literalAtoms(session)], ignoreCase: false }),
  );
  const before = otherIds.flatMap((id): Pattern[] => [
    { atoms: literalAtoms(id), ignoreCase: false },
    { atoms: [...literalAtoms(id), exactly(":"), ANY], ignoreCase: false },
  ]);
  return [...after, ...before];
}

/** A principal that names the id, or the session, is another caller. */
function isOthers(word: Word, { otherSessions = [], otherIds = [] }: Caller): boolean {
  const [id = "", session] = word.split(":");
  return otherIds.includes(id) || (session !== undefined && otherSessions.includes(session));
}

/** Words of a kind are the shortest of it. */
function isTooLong(word: Word): boolean {
  return word.length > word.indexOf(":") + 1 + LONGEST_SESSION;
}

/** An id that no principal names. */
function freshId({ kind, otherIds = [] }: Caller): Word {
  const prefix = kind === "role" ? "AROAEXAMPLEEXAMPLE" : "AIDAEXAMPLEEXAMPLE";
  const all = Array.from({ length: otherIds.length + 1 }, (_, index) => prefix + `${index}`.padStart(3, "0"));
  return all.find((id) => !otherIds.includes(id)) ?? prefix;
}

/** The id of an identity that is ours, which nobody else has. */
function isOurs(word: Word, caller: Caller, words: Words): boolean {
  const id = idIn(word, words);
  if (id?.sort !== "unique-id") return false;
  return id.owner === "organization" ? caller.hole?.owner !== "organization" : !caller.own;
}

function isOneOfUs({ own, hole }: Caller): boolean {
  return own || hole?.owner === "organization";
}

function suppliesOurs({ values }: Condition, words: Words): boolean {
  const holes = isDoubt(values)
    ? []
    : values.flatMap(({ word }) => [...word].flatMap((char) => words.hole(char) ?? []));
  return holes.every(({ sort }) => sort === "unique-id");
}

function idIn(word: Word, words: Words): Hole | undefined {
  return firstHole(word.split(":")[0] ?? "", words);
}

/** Whose id it is, the policy does not show, and what deployment decides nobody can. */
function costOf(word: Word, words: Words): { cost?: Doubt } {
  const id = idIn(word, words);
  if (id?.sort === "unique-id") return {};
  return { cost: id === undefined ? doubtAboutAccount(word.split(":")[0] ?? word) : doubtOf(id) };
}
