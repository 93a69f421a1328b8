// What is known of the statements while the keys of a request are decided one after the other, so that nothing is tried in vain.

import { type Answer, every, isDoubt } from "../../values/doubt.ts";
import { meets } from "../evaluation/condition.ts";
import { type Carried, type Context, carried } from "../evaluation/context.ts";
import { effortToMeet } from "../evaluation/listed-value.ts";
import { type Condition, isKnownCondition, variablesIn } from "../language/condition.ts";
import type { Keys } from "../language/senders.ts";
import type { Statement } from "../language/statement.ts";
import type { Words } from "../patterns/words.ts";

/** What of a statement does not depend on the context. */
export interface CallerStatement {
  readonly statement: Statement;
  readonly principal: Answer;
  /** Does it speak of what the request does? Then, for each of COMPANIONS, of that. */
  readonly actions: readonly Answer[];
}

/** Passing session tags or a source identity takes a second permission; without it the whole call fails. */
export const COMPANIONS = ["sts:TagSession", "sts:SetSourceIdentity"] as const;

/** Where a statement's answer for the second permission stands among those for actions. */
export function companionIndex(companion: (typeof COMPANIONS)[number]): number {
  return 1 + COMPANIONS.indexOf(companion);
}

export interface StatementProgress {
  /**
   * With the keys of the places up to this one decided, or of none (-1): what the statements that are still open say of the
   * last. Undefined: no request that goes on so gets in. The places are decided one after the other.
   */
  reached(place: number, context: Context): string | undefined;
  /** Is all that the statements say of the keys of the place said once it is decided? */
  isClosed(place: number): boolean;
  /** What it takes to reach the place, in steps and parts of one. */
  effort(place: number): number;
  /** Once all keys are decided. */
  readonly met: Met;
}

export type Met = (statement: Statement) => Answer;

/** Which requests are worth a try: all, or those of which not all that differ only in what no statement minds. */
export interface Pruning extends StatementProgress {
  readonly tries: "all" | "what may get in";
}

/** `places`: the keys that are decided, in their order; all others are known from the start. */
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
  // By the places: what is known once their keys are decided, and what was before any was.
  const levels = new Map<number, Level>([[BEFORE_ALL - 1, levelBefore(all)]]);
  return {
    reached(place, context) {
      const before = levels.get(place - 1) as Level;
      const allowing = [...before.allowing];
      const denying = [...before.denying];
      let said = "";
      for (const one of speaking.get(place) ?? []) {
        // Whatever a key that was decided before has shut, this one does not open.
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

/** The call itself, and the second permissions that it may take. */
const ACTIONS = [0, ...COMPANIONS.map(companionIndex)];
const BEFORE_ALL = -1;
const OPEN = Number.POSITIVE_INFINITY;

/** Of each action, how many statements may still allow it and how many deny it; and which actions the request takes. */
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

/** A condition, and what was told last of it. */
interface Part {
  readonly condition: Condition | undefined;
  answer: Answer;
}

interface TrackedStatement extends CallerStatement {
  /** Of ACTIONS. */
  readonly allows: readonly number[];
  readonly all: readonly Part[];
  /** By the place with which they can be told. */
  readonly parts: ReadonlyMap<number, readonly Part[]>;
  /** The last of these places. */
  readonly last: number;
  /** The place with which it was told that it is not met; one behind that which is decided now says nothing. */
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

/** Of each key, the last place with which something is told of it. */
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

/** The second permission that it takes to send the key, if the request does. */
function actionFor(key: string, context: Context, keys: Keys): number[] {
  const companion = keys(key)?.companion;
  return companion === undefined || carried(context, key).values.length === 0 ? [] : [companionIndex(companion)];
}

/** What it takes to bring the value; "": nothing. */
export function priceOf(key: string, { values, cost }: Carried, keys: Keys): string {
  const companion = values.length > 0 ? (keys(key)?.companion ?? "") : "";
  return cost === undefined ? companion : `${companion} ${cost.reason} ${cost.source}`;
}
