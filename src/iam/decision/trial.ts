// One request of a caller, and what each grant makes of it: lets it in, or keeps it out, and why.

import { type Answer, every, isDoubt, not, some } from "../../values/doubt.ts";
import { once } from "../../values/once.ts";
import type { Caller } from "../evaluation/caller.ts";
import { meets } from "../evaluation/condition.ts";
import type { Carried, Context } from "../evaluation/context.ts";
import { isKnownCondition, variablesIn } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import type { Keys } from "../language/senders.ts";
import type { Statement } from "../language/statement.ts";
import type { Word } from "../patterns/words.ts";
import { type CallerStatement, COMPANIONS, type Met } from "../requests/pruning.ts";
import type { AssumedRole } from "../requests/roles/roles.ts";
import type { Target } from "../requests/targets.ts";
import { type CompanionKey, companionKeysIn, companionsOf } from "./companion-keys.ts";
import type { DenyReason } from "./deny-reason.ts";
import type { Grant } from "./grants.ts";

export interface TriedRequest {
  readonly caller: Caller;
  readonly action: string;
  /** Undefined: the resource that carries the policy. */
  readonly resource?: Word;
  /** The role that is assumed; identity policies only. */
  readonly role?: AssumedRole;
  readonly context: Context;
}

/** One request, and which grants let it in. */
export interface Trial extends TriedRequest {
  /** For each grant, by its index in `grantsOf`: does it let the request in, and no statement denies it? A grant that is not in the map does not. */
  readonly answers: ReadonlyMap<number, Exclude<Answer, false>>;
  /** Everything that keeps the request out, for the grant with this index. Undefined: its principal does not match the caller. */
  denyReasons(grant: number): readonly DenyReason[] | undefined;
}

/** What of a policy applies to one caller and one target. */
export interface CallerView {
  readonly document: Document;
  readonly grants: readonly Grant[];
  /** The statements whose principal may match the caller and whose actions and resources may cover the target. */
  readonly callerStatements: readonly CallerStatement[];
  /** The grants whose principal matches the caller or may match it, by index in `grantsOf`. */
  readonly matching: ReadonlyMap<number, Exclude<Answer, false>>;
  /** Condition keys that a rule asks about. */
  readonly asked: ReadonlyMap<string, unknown>;
  readonly target: Target;
  /** The condition keys that requests of the caller carry. */
  readonly table: Keys;
  /** The condition keys that a statement reads. */
  keysIn(statement: Statement): ReadonlySet<string>;
}

export function judgeFor(
  view: CallerView,
): (caller: Caller, context: Context, met: Met) => Pick<Trial, "answers" | "denyReasons"> {
  const { document, grants, callerStatements, matching, asked, target, table, keysIn } = view;
  const byStatement = new Map(callerStatements.map((one) => [one.statement, one]));
  const closing = callerStatements.filter(({ statement }) => statement.effect !== "Allow");
  const keysOf = (all: readonly CallerStatement[]) => new Set(all.flatMap(({ statement }) => [...keysIn(statement)]));
  const ofClosing = once(() => keysOf(closing));
  const ofAll = once(() => keysOf(callerStatements));
  let companionKeys: readonly CompanionKey[] | undefined;
  return (caller, context, met) => {
    // All contexts of one caller have the same keys.
    companionKeys ??= companionKeysIn(context, table);
    const applies = (one: CallerStatement, effect: "Allow" | "Deny", action: number): Answer => {
      const has = isDoubt(one.statement.effect) ? one.statement.effect : one.statement.effect === effect;
      const speaks = one.actions[action] ?? false;
      if (has === false || speaks === false) return false;
      const isMet = met(one.statement);
      if (has === true && one.principal === true && speaks === true) return isMet;
      return every([has, one.principal, speaks, isMet], (part) => part);
    };
    const denied = (action: number): Answer => some(closing, (one) => applies(one, "Deny", action));
    const companion = (action: number): Answer =>
      every([some(callerStatements, (one) => applies(one, "Allow", action)), not(denied(action))], (part) => part);
    const companions = companionsOf(companionKeys, context);
    const open =
      companions.length === 0 ? not(denied(0)) : every([not(denied(0)), every(companions, companion)], (part) => part);
    // The cost of a value counts only if the answer depends on the value: a rule asks for it, or a statement that decides reads it.
    const matters = (key: string, one: CallerStatement): boolean =>
      asked.has(key) || keysIn(one.statement).has(key) || (companions.length > 0 ? ofAll() : ofClosing()).has(key);
    const answers = new Map<number, Exclude<Answer, false>>();
    const priced = open === false ? [] : [...context].filter(([, { cost, doubtful }]) => cost ?? doubtful);
    for (const [index, matches] of open === false ? [] : matching) {
      const one = byStatement.get(grants[index]?.statement as Statement);
      const applied = one !== undefined && applies(one, "Allow", 0);
      if (one === undefined || applied === false) continue;
      const ofRole = target.role?.owner.cost;
      const prices = costs(caller, priced, (key) => matters(key, one));
      if (ofRole !== undefined) prices.push(ofRole);
      const isPlain = prices.length === 0 && matches === true && open === true;
      const answer = isPlain ? applied : every([matches, applied, open, ...prices], (part) => part);
      if (answer !== false) answers.set(index, answer);
    }
    return {
      answers,
      denyReasons(index) {
        const statement = grants[index]?.statement;
        if (statement === undefined || !matching.has(index)) return undefined;
        const denials = callerStatements.filter((one) => applies(one, "Deny", 0) === true);
        return [
          ...denyReasonsOf(statement, context, target, document),
          ...denials.map(({ statement: { origin } }): DenyReason => ({ kind: "deny", sentence: "the Deny", origin })),
          ...companions.flatMap((action) => (companion(action) === false ? [missingCompanion(statement, action)] : [])),
        ];
      },
    };
  };
}

/** The parts of an Allow statement that the request does not meet. */
function denyReasonsOf(statement: Statement, context: Context, target: Target, document: Document): DenyReason[] {
  const { origin, conditions } = statement;
  const speaks = target.speaks(statement) !== false;
  const unmet = conditions.filter(isKnownCondition).filter((one) => meets(one, context, document.words) === false);
  return [
    ...(speaks
      ? []
      : [{ kind: "action", sentence: `an Allow of other actions than ${target.action}`, origin } as const]),
    ...unmet.map(
      (one): DenyReason => ({ kind: "condition", sentence: one.written, origin: one.origin, condition: one }),
    ),
  ];
}

function missingCompanion({ origin }: Statement, action: number): DenyReason {
  return { kind: "companion", sentence: `the want of an Allow of ${COMPANIONS[action - 1]}`, origin };
}

/** The doubts that a request brings with it. `priced`: the values in its context that not everybody can bring. */
function costs(
  caller: Caller,
  priced: readonly (readonly [string, Carried])[],
  matters: (key: string) => boolean,
): Answer[] {
  const prices: Answer[] = caller.cost === undefined ? [] : [caller.cost];
  for (const [key, { cost, doubtful }] of priced) {
    if (doubtful !== undefined) prices.push(doubtful);
    if (cost !== undefined && matters(key)) prices.push(cost);
  }
  return prices;
}

/** The keys that its conditions are on, and those that policy variables in them stand for. */
export function keysReadBy({ conditions }: Statement): ReadonlySet<string> {
  return new Set(conditions.filter(isKnownCondition).flatMap((one) => [one.key, ...variablesIn(one)]));
}
