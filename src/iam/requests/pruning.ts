// What the statements say while the keys of a request get their values one after the other, so that hopeless requests are cut off early.

import { type Answer, every, isDoubt } from "../../values/doubt.ts";
import { meets } from "../evaluation/condition.ts";
import { type Carried, type Context, carried } from "../evaluation/context.ts";
import { effortToMeet } from "../evaluation/listed-value.ts";
import { type Condition, isKnownCondition, variablesIn } from "../language/condition.ts";
import type { Keys } from "../language/senders.ts";
import type { Statement } from "../language/statement.ts";
import type { Words } from "../patterns/words.ts";

/** A statement, with those of its answers that do not depend on the context. */
export interface CallerStatement {
  readonly statement: Statement;
  readonly principal: Answer;
  /** Whether the statement covers the action of the request; after that, whether it covers each of COMPANIONS. */
  readonly actions: readonly Answer[];
}

/** Passing session tags or a source identity takes a second permission; without it the whole call fails. */
export const COMPANIONS = ["sts:TagSession", "sts:SetSourceIdentity"] as const;

/** The index in `CallerStatement.actions` of a second permission. */
export function companionIndex(companion: (typeof COMPANIONS)[number]): number {
  return 1 + COMPANIONS.indexOf(companion);
}

export interface StatementProgress {
  /**
   * Call it when the keys of this place have got their values; -1: no key has one yet. Places must be reached in order, though
   * a place may be reached again with other values. Returns the answers of the statements that are not ruled out, as text: two
   * values with the same text need not both be tried. Undefined: no request that continues with these values gets in.
   */
  reached(place: number, context: Context): string | undefined;
  /** Does no condition that reads a key of this place have to wait for a later place? */
  isClosed(place: number): boolean;
  /** What `reached` costs for this place, in steps (also fractions of one). */
  effort(place: number): number;
  /** Whether the conditions of a statement are met. Valid once all places have been reached. */
  readonly met: Met;
}

export type Met = (statement: Statement) => Answer;

/** `tries`: all requests, or only one of those that every statement answers alike, and none that cannot get in. */
export interface Pruning extends StatementProgress {
  readonly tries: "all" | "what may get in";
}

/** `places`: the keys in the order in which they get their values, those of one place together. All other keys have theirs from the start. */
export function trackStatements(
  callerStatements: readonly CallerStatement[],
  places: readonly (readonly string[])[],
  words: Words,
  keys: Keys,
): StatementProgress {
  const placeOf = new Map(places.flatMap((inPlace, place) => inPlace.map((key) => [key, place] as const)));
  const all = callerStatements.map((one) => trackedStatement(one, placeOf));
  const byStatement = new Map(all.map((one) => [one.statement, one]));
  const speaking = new Map<number, TrackedStatement[]>();
  for (const one of all) {
    for (const place of one.parts.size === 0 ? [BEFORE_ALL] : one.parts.keys()) {
      const known = speaking.get(place) ?? [];
      speaking.set(place, known);
      known.push(one);
    }
  }
  const lastOf = lastPlaces(all);
  // By place: how many statements still allow or already deny each action once that place is reached. A place overwrites its own level.
  const levels = new Map<number, Level>([[BEFORE_ALL - 1, levelBefore(all)]]);
  return {
    reached(place, context) {
      const before = levels.get(place - 1) as Level;
      const allowing = [...before.allowing];
      const denying = [...before.denying];
      let said = "";
      for (const one of speaking.get(place) ?? []) {
        // A condition on an earlier key is not met, so the statement does not apply, whatever this key is.
        if (one.shutAt < place) continue;
        const parts = one.parts.get(place) ?? [];
        one.shutAt = OPEN;
        for (const part of parts) {
          if (part.condition !== undefined) part.answer = meets(part.condition, context, words);
          if (part.answer === false) one.shutAt = place;
        }
        said += one.shutAt === place ? "|" : `|open ${answersText(parts)}`;
        if (one.shutAt === place) {
          for (const action of one.allows) allowing[action] = (allowing[action] ?? 0) - 1;
        } else if (one.last === place && isDenied(one)) {
          for (const action of ACTIONS) if (one.actions[action] === true) denying[action] = (denying[action] ?? 0) + 1;
        }
      }
      const sent = (places[place] ?? []).flatMap((key) => actionFor(key, context, keys));
      const needed = sent.length === 0 ? before.needed : new Set([...before.needed, ...sent]);
      levels.set(place, { allowing, denying, needed });
      for (const action of needed) if ((allowing[action] ?? 0) === 0 || (denying[action] ?? 0) > 0) return undefined;
      return said;
    },
    isClosed: (place) => (places[place] ?? []).every((key) => (lastOf.get(key) ?? place) <= place),
    effort: (place) => speaking.get(place)?.reduce((sum, { parts }) => sum + effortOf(parts.get(place)), 0) ?? 0,
    met(statement) {
      const one = byStatement.get(statement);
      if (one === undefined) return true;
      return one.shutAt === OPEN && every(one.all, ({ answer }) => answer);
    },
  };
}

/** Indexes into `CallerStatement.actions`: the action of the request, then the second permissions. */
const ACTIONS = [0, ...COMPANIONS.map(companionIndex)];
const BEFORE_ALL = -1;
const OPEN = Number.POSITIVE_INFINITY;

/** How many statements may still allow each action and how many deny it, by index in ACTIONS; and which actions the request needs. */
interface Level {
  readonly allowing: readonly number[];
  readonly denying: readonly number[];
  readonly needed: ReadonlySet<number>;
}

function levelBefore(all: readonly TrackedStatement[]): Level {
  const allowing = ACTIONS.map(() => 0);
  for (const { allows } of all) for (const action of allows) allowing[action] = (allowing[action] ?? 0) + 1;
  return { allowing, denying: ACTIONS.map(() => 0), needed: new Set([0]) };
}

/** A condition, and its last answer. */
interface Part {
  readonly condition: Condition | undefined;
  answer: Answer;
}

interface TrackedStatement extends CallerStatement {
  /** The actions that the statement may allow, as indexes in ACTIONS. */
  readonly allows: readonly number[];
  readonly all: readonly Part[];
  /** The conditions by the place at which all their keys have values. */
  readonly parts: ReadonlyMap<number, readonly Part[]>;
  /** The last of these places. */
  readonly last: number;
  /** The place whose values rule the statement out. A place after the current one is left over from earlier values and does not count. */
  shutAt: number;
}

function trackedStatement(one: CallerStatement, placeOf: ReadonlyMap<string, number>): TrackedStatement {
  const parts = new Map<number, Part[]>();
  const all = one.statement.conditions.map((condition): Part => {
    const isKnown = isKnownCondition(condition);
    const part: Part = { condition: isKnown ? condition : undefined, answer: isKnown ? false : condition };
    const place = isKnown
      ? keysRead(condition).reduce((last, key) => Math.max(last, placeOf.get(key) ?? BEFORE_ALL), BEFORE_ALL)
      : BEFORE_ALL;
    const known = parts.get(place) ?? [];
    parts.set(place, known);
    known.push(part);
    return part;
  });
  const last = [...parts.keys()].reduce((most, place) => Math.max(most, place), BEFORE_ALL);
  const allows = ACTIONS.filter((action) => mayAllow(one, action));
  return { ...one, allows, all, parts, last, shutAt: OPEN };
}

function keysRead(condition: Condition): readonly string[] {
  return [condition.key, ...variablesIn(condition)];
}

/** For each key, the last place at which a condition that reads it is evaluated. */
function lastPlaces(all: readonly TrackedStatement[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { parts } of all) {
    for (const [place, told] of parts) {
      for (const { condition } of told) {
        for (const key of condition === undefined ? [] : keysRead(condition))
          last.set(key, Math.max(last.get(key) ?? place, place));
      }
    }
  }
  return last;
}

function mayAllow({ statement, principal, actions }: CallerStatement, action: number): boolean {
  return statement.effect !== "Deny" && principal !== false && actions[action] !== false;
}

function isDenied({ statement, principal, all }: TrackedStatement): boolean {
  return statement.effect === "Deny" && principal === true && all.every(({ answer }) => answer === true);
}

function effortOf(parts: readonly Part[] = []): number {
  return parts.reduce((sum, { condition }) => sum + (condition === undefined ? 0 : effortToMeet(condition)), 0);
}

function answersText(parts: readonly Part[]): string {
  const [first] = parts;
  return first !== undefined && parts.length === 1
    ? answerText(first.answer)
    : parts.map(({ answer }) => answerText(answer)).join();
}

function answerText(answer: Answer): string {
  return isDoubt(answer) ? `${answer.reason} ${answer.source}` : `${answer}`;
}

/** The second permission that is needed because the request sends the key. */
function actionFor(key: string, context: Context, keys: Keys): number[] {
  const companion = keys(key)?.companion;
  return companion === undefined || carried(context, key).values.length === 0 ? [] : [companionIndex(companion)];
}

/** What is needed to bring the value, as text to compare; "": nothing. */
export function priceOf(key: string, { values, cost }: Carried, keys: Keys): string {
  const companion = values.length > 0 ? (keys(key)?.companion ?? "") : "";
  return cost === undefined ? companion : `${companion} ${cost.reason} ${cost.source}`;
}
