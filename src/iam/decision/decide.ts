// The decision procedure: every request that a trust policy can tell apart, and for each grant whether it lets that request in.

import { type Answer, every, isDoubt, not, some } from "../../values/doubt.ts";
import type { Origin } from "../../values/value.ts";
import { covers } from "../evaluation/action.ts";
import type { Caller } from "../evaluation/caller.ts";
import { meets } from "../evaluation/condition.ts";
import type { Context } from "../evaluation/context.ts";
import { matchesElement, matchesPrincipal } from "../evaluation/principal.ts";
import { isKnownCondition, variablesIn } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import type { Element } from "../language/principal.ts";
import type { Statement } from "../language/statement.ts";
import { type Budget, budget, halfOf } from "../patterns/budget.ts";
import { plain } from "../patterns/glyph.ts";
import { textPattern } from "../patterns/pattern.ts";
import type { Word } from "../patterns/words.ts";
import { callersOf } from "../requests/callers.ts";
import { eachContext } from "../requests/contexts.ts";
import { writtenPatterns } from "../requests/named-principals.ts";
import type { Ours } from "../requests/ours.ts";
import { ACTIONS, type CallerStatement, type Met, type Pruning, trackStatements } from "../requests/pruning.ts";
import { type CompanionKey, companionKeysIn, companionsOf } from "./companion-keys.ts";
import type { DenyReason } from "./deny-reason.ts";

/** One Allow statement and one element of its principal as written. */
export interface Grant {
  readonly statement: Statement;
  /** Undefined: NotPrincipal, or a statement that nobody can read. */
  readonly element: Element | undefined;
  readonly origin: Origin;
  readonly written: string;
}

export interface Asked {
  /** Condition keys that a question names, in lower case, with the texts that it asks for. */
  readonly keys: ReadonlyMap<string, readonly Word[]>;
}

/** One request, and what becomes of it. */
export interface Trial {
  readonly caller: Caller;
  readonly action: string;
  readonly context: Context;
  /** For each grant, in the order of `grantsOf`: does it let the request in, with no statement denying it? */
  readonly answers: readonly Answer[];
  /** All that keeps the request out of a grant, by its index; undefined: the grant does not speak of the caller. */
  denyReasons(grant: number): readonly DenyReason[] | undefined;
}

/** Requests that were not looked at: of everyone, or of one caller. */
export interface UntriedRequests {
  readonly caller?: Caller;
  /** The grants that may let one of them in, in the order of `grantsOf`. */
  readonly grants: readonly number[];
  /** For want of steps. */
  readonly exhausted: boolean;
}

export interface Looking {
  readonly steps?: Budget;
  readonly tries?: Pruning["tries"];
  /** Only callers of whom this one speaks, in the order of `grantsOf`. */
  readonly grant?: number;
}

/** What every request of the kind costs to send comes on top of what the policy says. */
const ACTION = "sts:AssumeRole";

export function grantsOf(document: Document): Grant[] {
  return document.statements.flatMap((statement): Grant[] => {
    if (statement.effect === "Deny") return [];
    const { negated, elements, origin } = statement.principal;
    if (negated) return [{ statement, element: undefined, origin, written: "NotPrincipal" }];
    return elements.map((element) => ({ statement, element, origin: element.origin, written: element.written }));
  });
}

/**
 * Visits every request that the policy can tell apart; two requests that agree in all that the policy asks get one answer
 * (the partition lemma), so that "no trial is allowed" means that no request is. Returns what requests are missing. Nobody
 * takes more than half of the steps that are left, so that what one caller costs is no doubt of the others.
 */
export function eachTrial(
  document: Document,
  ours: Ours,
  asked: Asked,
  visit: (trial: Trial) => void,
  { steps = budget(), tries = "what may get in", grant }: Looking = {},
): readonly UntriedRequests[] {
  const grants = grantsOf(document);
  const listing = halfOf(steps);
  const { callers, complete } = callersOf(document, ours, listing);
  // What a question asks of a key, and whether the policy spells a value out, tells requests apart as well.
  const keys = new Map(
    [...asked.keys].map(([key, texts]) => [
      key,
      [...texts.map((text) => textPattern(plain(text))), ...writtenPatterns(document, key)],
    ]),
  );
  const statementActions = document.statements.map((statement) => ({
    statement,
    actions: ACTIONS.map((action) => covers(statement.actions, action, document.words)),
  }));
  const everyone = (exhausted: boolean): UntriedRequests => ({ grants: [...grants.keys()], exhausted });
  const untried: UntriedRequests[] = complete ? [] : [everyone(listing.exhausted)];
  const principals = Math.ceil(grants.length / PRINCIPALS_PER_STEP);
  for (const caller of callers) {
    if (!steps.spend(principals)) return [...untried, everyone(true)];
    const matter = statementActions
      .map((one) => statementFor(one, caller, document))
      .filter(({ principal, actions }) => principal !== false && actions.some((answer) => answer !== false));
    if (!matter.some(({ statement }) => statement.effect !== "Deny")) continue;
    const conditions = matter.flatMap(({ statement }) => statement.conditions.filter(isKnownCondition));
    const elements = grants.map(({ element, statement }) =>
      element === undefined
        ? matchesPrincipal(statement.principal, caller, document.words)
        : matchesElement(element, caller, document.words),
    );
    if (grant !== undefined && elements[grant] === false) continue;
    const judge = judgeFor(document, matter, grants, elements, keys);
    const pruningFor = (places: readonly (readonly string[])[]): Pruning => ({
      ...trackStatements(matter, places, document.words),
      tries,
    });
    const own = halfOf(steps);
    const space = { caller, conditions, asked: keys, ours, words: document.words, steps: own };
    const isWhole = eachContext(space, pruningFor, (context, met) => {
      if (!own.spend(1 + matter.length + principals)) return false;
      visit({ caller, action: ACTION, context, ...judge(caller, context, met) });
      return true;
    });
    if (isWhole && !own.exhausted) continue;
    const appliesToCaller = (index: number): boolean =>
      elements[index] !== false && matter.some(({ statement }) => statement === grants[index]?.statement);
    untried.push({ caller, grants: [...grants.keys()].filter(appliesToCaller), exhausted: own.exhausted });
  }
  return untried;
}

/** Elements of principals that cost about as much to match as one step of deciding a request. */
const PRINCIPALS_PER_STEP = 64;

function statementFor(
  { statement, actions }: Omit<CallerStatement, "principal">,
  caller: Caller,
  { words }: Document,
): CallerStatement {
  return { statement, actions, principal: matchesPrincipal(statement.principal, caller, words) };
}

function judgeFor(
  document: Document,
  callerStatements: readonly CallerStatement[],
  grants: readonly Grant[],
  elements: readonly Answer[],
  asked: ReadonlyMap<string, unknown>,
): (caller: Caller, context: Context, met: Met) => Pick<Trial, "answers" | "denyReasons"> {
  const byStatement = new Map(callerStatements.map((one) => [one.statement, one]));
  const reads = new Map(callerStatements.map(({ statement }) => [statement, keysIn(statement)]));
  const closing = callerStatements.filter(({ statement }) => statement.effect !== "Allow");
  let companionKeys: readonly CompanionKey[] | undefined;
  return (caller, context, met) => {
    // All contexts of one caller have the same keys.
    companionKeys ??= companionKeysIn(context);
    const applies = (one: CallerStatement, effect: "Allow" | "Deny", action: number): Answer => {
      const has = isDoubt(one.statement.effect) ? one.statement.effect : one.statement.effect === effect;
      return every([has, one.principal, one.actions[action] ?? false, met(one.statement)], (part) => part);
    };
    const denied = (action: number): Answer => some(callerStatements, (one) => applies(one, "Deny", action));
    const companion = (action: number): Answer =>
      every([some(callerStatements, (one) => applies(one, "Allow", action)), not(denied(action))], (part) => part);
    const companions = companionsOf(companionKeys, context);
    const open = every([not(denied(0)), every(companions, companion)], (part) => part);
    // What only other statements read makes no difference, whatever it takes to bring it.
    const matters = (key: string, one: CallerStatement): boolean =>
      asked.has(key) ||
      (companions.length > 0 ? callerStatements : [one, ...closing]).some(({ statement }) =>
        reads.get(statement)?.has(key),
      );
    return {
      answers: grants.map(({ statement }, index) => {
        const one = byStatement.get(statement);
        if (one === undefined || open === false || elements[index] === false) return false;
        const prices = costs(caller, context, (key) => matters(key, one));
        return every([elements[index] ?? false, applies(one, "Allow", 0), open, ...prices], (part) => part);
      }),
      denyReasons(index) {
        const statement = grants[index]?.statement;
        if (statement === undefined || elements[index] === false) return undefined;
        const denials = callerStatements.filter((one) => applies(one, "Deny", 0) === true);
        return [
          ...denyReasonsOf(statement, context, document),
          ...denials.map(({ statement: { origin } }): DenyReason => ({ kind: "deny", sentence: "the Deny", origin })),
          ...companions.flatMap((action) => (companion(action) === false ? [missingCompanion(statement, action)] : [])),
        ];
      },
    };
  };
}

/** The parts of an Allow that do not let the request in. */
function denyReasonsOf(statement: Statement, context: Context, document: Document): DenyReason[] {
  const { origin, actions, conditions } = statement;
  const speaks = covers(actions, ACTION, document.words) !== false;
  const unmet = conditions.filter(isKnownCondition).filter((one) => meets(one, context, document.words) === false);
  return [
    ...(speaks ? [] : [{ kind: "action", sentence: `an Allow of other actions than ${ACTION}`, origin } as const]),
    ...unmet.map(
      (one): DenyReason => ({ kind: "condition", sentence: one.written, origin: one.origin, condition: one }),
    ),
  ];
}

function missingCompanion({ origin }: Statement, action: number): DenyReason {
  return { kind: "companion", sentence: `the want of an Allow of ${ACTIONS[action]}`, origin };
}

function costs(caller: Caller, context: Context, matters: (key: string) => boolean): Answer[] {
  const prices: Answer[] = caller.cost === undefined ? [] : [caller.cost];
  for (const [key, { cost, doubtful }] of context) {
    if (doubtful !== undefined) prices.push(doubtful);
    if (cost !== undefined && matters(key)) prices.push(cost);
  }
  return prices;
}

/** The keys that its conditions are on, and those that policy variables in them stand for. */
function keysIn({ conditions }: Statement): ReadonlySet<string> {
  return new Set(conditions.filter(isKnownCondition).flatMap((one) => [one.key, ...variablesIn(one)]));
}
