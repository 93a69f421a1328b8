// What is known of the statements while the keys of a request are decided one after the other, so that nothing is tried in vain.

import { type Answer, every, isDoubt } from "../../values/doubt.ts";
import { meets } from "../evaluation/condition.ts";
import { type Carried, type Context, carried } from "../evaluation/context.ts";
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
  const placeOf = (key: string): number => places.findIndex((inPlace) => inPlace.includes(key));
  const all = callerStatements.map((one) => ({
    ...one,
    parts: one.statement.conditions.map((condition): Part => {
      if (!isKnownCondition(condition)) return { condition: undefined, place: -1, answer: condition };
      return { condition, place: Math.max(...[condition.key, ...variablesIn(condition)].map(placeOf)), answer: false };
    }),
  }));
  const parts = all.flatMap((one) => one.parts);
  const byStatement = new Map(all.map((one) => [one.statement, one]));
  const workOut = (place: number, context: Context): void => {
    for (const part of parts)
      if (part.place === place && part.condition !== undefined) part.answer = meets(part.condition, context, words);
  };
  return {
    reached(place, context) {
      workOut(place, context);
      const isShut = (one: TrackedStatement): boolean =>
        one.parts.some((part) => part.place <= place && part.answer === false);
      const open = all.filter((one) => !isShut(one));
      const isMet = (one: TrackedStatement): boolean =>
        one.parts.every((part) => part.place <= place && part.answer === true);
      const lets = (action: number): boolean =>
        open.some(
          (one) => one.statement.effect !== "Deny" && one.principal !== false && one.actions[action] !== false,
        ) &&
        !open.some(
          (one) =>
            one.statement.effect === "Deny" && one.principal === true && one.actions[action] === true && isMet(one),
        );
      const needed = new Set(
        places.slice(0, place + 1).flatMap((inPlace) => inPlace.flatMap((key) => actionFor(key, context, keys))),
      );
      if (![0, ...needed].every(lets)) return undefined;
      const saying = (one: TrackedStatement): string[] =>
        one.parts.flatMap((part) => (part.place === place ? answerText(part.answer) : []));
      return all.map((one) => (isShut(one) ? "" : `open ${saying(one).join()}`)).join("|");
    },
    isClosed: (place) =>
      parts.every(({ condition, place: other }) => {
        if (condition === undefined || other <= place) return true;
        return ![condition.key, ...variablesIn(condition)].some((key) => places[place]?.includes(key));
      }),
    met: (statement) => every(byStatement.get(statement)?.parts ?? [], ({ answer }) => answer),
  };
}

/** A condition, the place with which it can be told, and what was told last. */
interface Part {
  readonly condition: Condition | undefined;
  readonly place: number;
  answer: Answer;
}

interface TrackedStatement extends CallerStatement {
  readonly parts: readonly Part[];
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
