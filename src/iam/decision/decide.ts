// The decision procedure: every request that a trust policy can tell apart, and for each grant whether it lets that request in.

import type { Answer } from "../../values/doubt.ts";
import { covers } from "../evaluation/action.ts";
import type { Caller } from "../evaluation/caller.ts";
import { matchesElement, matchesPrincipal } from "../evaluation/principal.ts";
import { isKnownCondition } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import type { Statement } from "../language/statement.ts";
import { type Budget, budget, halfOf } from "../patterns/budget.ts";
import { plain } from "../patterns/glyph.ts";
import { textPattern } from "../patterns/pattern.ts";
import type { Word } from "../patterns/words.ts";
import { callersOf } from "../requests/callers.ts";
import { eachContext } from "../requests/contexts.ts";
import { writtenPatterns } from "../requests/named-principals.ts";
import type { Ours } from "../requests/ours.ts";
import { ACTIONS, type CallerStatement, type Pruning, trackStatements } from "../requests/pruning.ts";
import { concerningAccounts, type Grant, grantsOf } from "./grants.ts";
import { ACTION, judgeFor, keysReadBy, type Trial } from "./trial.ts";

export interface Asked {
  /** Condition keys that a question names, in lower case, with the texts that it asks for. */
  readonly keys: ReadonlyMap<string, readonly Word[]>;
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
  const concerning = concerningAccounts(document);
  const actionsOf = remembered((statement: Statement) =>
    ACTIONS.map((action) => covers(statement.actions, action, document.words)),
  );
  const keysIn = remembered(keysReadBy);
  const everyone = (exhausted: boolean): UntriedRequests => ({ grants: [...grants.keys()], exhausted });
  const untried: UntriedRequests[] = complete ? [] : [everyone(listing.exhausted)];
  for (const caller of callers) {
    const { statements, grants: speaking } = concerning(caller.account);
    const principals = Math.ceil(speaking.length / PRINCIPALS_PER_STEP);
    if (!steps.spend(principals)) return [...untried, everyone(true)];
    const callerStatements = statements.flatMap(({ statement, elements }): CallerStatement[] => {
      const actions = actionsOf(statement);
      const principal = matchesPrincipal({ ...statement.principal, elements }, caller, document.words);
      const isSilent = principal === false || actions.every((answer) => answer === false);
      return isSilent ? [] : [{ statement, actions, principal }];
    });
    if (!callerStatements.some(({ statement }) => statement.effect !== "Deny")) continue;
    const conditions = callerStatements.flatMap(({ statement }) => statement.conditions.filter(isKnownCondition));
    const matching = new Map<number, Exclude<Answer, false>>();
    for (const index of speaking) {
      const answer = matchesGrant(grants[index] as Grant, caller, document);
      if (answer !== false) matching.set(index, answer);
    }
    if (grant !== undefined && !matching.has(grant)) continue;
    const judge = judgeFor({ document, grants, callerStatements, matching, asked: keys, keysIn });
    const pruningFor = (places: readonly (readonly string[])[]): Pruning => ({
      ...trackStatements(callerStatements, places, document.words),
      tries,
    });
    const own = halfOf(steps);
    const space = { caller, conditions, asked: keys, ours, words: document.words, steps: own };
    const isWhole = eachContext(space, pruningFor, (context, met) => {
      if (!own.spend(1 + callerStatements.length + principals)) return false;
      visit({ caller, action: ACTION, context, ...judge(caller, context, met) });
      return true;
    });
    if (isWhole && !own.exhausted) continue;
    const speaks = new Set(callerStatements.map(({ statement }) => statement));
    const open = [...matching.keys()].filter((index) => speaks.has((grants[index] as Grant).statement));
    untried.push({ caller, grants: open, exhausted: own.exhausted });
  }
  return untried;
}

/** Elements of principals that cost about as much to match as one step of deciding a request. */
const PRINCIPALS_PER_STEP = 64;

function matchesGrant({ element, statement }: Grant, caller: Caller, { words }: Document): Answer {
  return element === undefined
    ? matchesPrincipal(statement.principal, caller, words)
    : matchesElement(element, caller, words);
}

/** What the function makes of each statement, worked out when it is first asked. */
function remembered<T>(make: (statement: Statement) => T): (statement: Statement) => T {
  const known = new Map<Statement, T>();
  return (statement) => {
    const found = known.get(statement) ?? make(statement);
    known.set(statement, found);
    return found;
  };
}
