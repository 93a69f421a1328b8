// The decision procedure: every request that a policy can tell apart, and for each grant whether it lets that request in.

import type { Answer } from "../../values/doubt.ts";
import type { Caller } from "../evaluation/caller.ts";
import { matchesElement, matchesPrincipal } from "../evaluation/principal.ts";
import { isKnownCondition } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import type { Statement } from "../language/statement.ts";
import { type Budget, budget, halfOf } from "../patterns/budget.ts";
import { plain } from "../patterns/glyph.ts";
import { textPattern } from "../patterns/pattern.ts";
import type { Word } from "../patterns/words.ts";
import { eachContext } from "../requests/contexts.ts";
import { type AskedRequests, everyone } from "../requests/everyone.ts";
import { writtenPatterns } from "../requests/named-principals.ts";
import type { Ours } from "../requests/ours.ts";
import { type CallerStatement, COMPANIONS, type Pruning, trackStatements } from "../requests/pruning.ts";
import { keysOf } from "../requests/senders/keys.ts";
import { type Target, toldApart } from "../requests/targets.ts";
import { othersLike, spokenFor, trialsLike } from "./alike.ts";
import { concerningAccounts, type Grant, grantsOf } from "./grants.ts";
import { judgeFor, keysReadBy, type Trial } from "./trial.ts";

export interface Asked extends AskedRequests {
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
  /** Only these callers, instead of everyone whom the policy can tell apart. */
  readonly callers?: readonly Caller[];
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
  { steps = budget(), tries = "what may get in", grant, callers: only }: Looking = {},
): readonly UntriedRequests[] {
  const grants = grantsOf(document);
  const listing = halfOf(steps);
  const { callers: found, complete, targetsOf } = everyone(document, ours, asked, listing, only);
  const callers = spokenFor(found, asked.keys, document);
  // What a question asks of a key, and whether the policy spells a value out, tells requests apart as well.
  const keys = new Map(
    [...asked.keys].map(([key, texts]) => [
      key,
      [...texts.map((text) => textPattern(plain(text))), ...writtenPatterns(document, key)],
    ]),
  );
  const concerning = concerningAccounts(document);
  const actionsOf = actionsByTarget(document);
  const keysIn = remembered(keysReadBy);
  const ofAnyone = (exhausted: boolean): UntriedRequests => ({ grants: [...grants.keys()], exhausted });
  const untried: UntriedRequests[] = complete ? [] : [ofAnyone(listing.exhausted)];
  for (const caller of callers) {
    const { statements, grants: speaking } = concerning(caller.account);
    const principals = Math.ceil(speaking.length / PRINCIPALS_PER_STEP);
    if (!steps.spend(principals + Math.ceil(statements.length / STATEMENTS_PER_STEP)))
      return [...untried, ofAnyone(true)];
    const concerned = statements.flatMap(({ statement, elements }) => {
      const principal = matchesPrincipal({ ...statement.principal, elements }, caller, document.words);
      return principal === false ? [] : [{ statement, principal }];
    });
    const principalOf = new Map(concerned.map((one) => [one.statement, one.principal]));
    const matching = new Map<number, Exclude<Answer, false>>();
    for (const index of speaking) {
      const { element, statement } = grants[index] as Grant;
      const answer =
        element === undefined ? principalOf.get(statement) : matchesElement(element, caller, document.words);
      if (answer !== undefined && answer !== false) matching.set(index, answer);
    }
    if (grant !== undefined && !matching.has(grant)) continue;
    const table = keysOf(caller, document);
    const own = halfOf(steps);
    const open = new Set<number>();
    const saying = concerned.map(({ statement }) => statement);
    for (const target of toldApart(targetsOf(caller), saying)) {
      const callerStatements = concerned.flatMap(({ statement, principal }): CallerStatement[] => {
        const actions = actionsOf(target)(statement);
        return actions.every((answer) => answer === false) ? [] : [{ statement, actions, principal }];
      });
      if (!callerStatements.some(({ statement }) => statement.effect !== "Deny")) continue;
      const conditions = callerStatements.flatMap(({ statement }) => statement.conditions.filter(isKnownCondition));
      const judge = judgeFor({ document, grants, callerStatements, matching, asked: keys, target, table, keysIn });
      const pruningFor = (places: readonly (readonly string[])[]): Pruning => ({
        ...trackStatements(callerStatements, places, document.words, table),
        tries,
      });
      const { role } = target;
      const like = trialsLike(caller, conditions, table);
      const space = { caller, role, keys: table, conditions, asked: keys, ours, words: document.words, steps: own };
      const isWhole = eachContext(space, pruningFor, (context, met) => {
        if (!own.spend(1 + callerStatements.length + principals)) return false;
        const { action, resource } = target;
        const on = { ...(resource !== undefined && { resource }), ...(role !== undefined && { role }) };
        const trial = { caller, action, ...on, context, ...judge(caller, context, met) };
        visit(trial);
        const others = like(trial);
        for (const other of others) visit(other);
        return own.spend(Math.floor((trial.answers.size * (1 + others.length)) / ANSWERS_PER_STEP));
      });
      if (isWhole && !own.exhausted) continue;
      const speaks = new Set(callerStatements.map(({ statement }) => statement));
      for (const index of matching.keys()) if (speaks.has((grants[index] as Grant).statement)) open.add(index);
    }
    if (open.size > 0) {
      for (const one of [caller, ...othersLike(caller)])
        untried.push({ caller: one, grants: [...open], exhausted: own.exhausted });
    }
  }
  return untried;
}

/** What each statement says of a target, and of the second permissions that requests to a role may need. */
function actionsByTarget({ policy }: Document): (target: Target) => (statement: Statement) => Answer[] {
  const companions = policy === "resource" ? [] : COMPANIONS;
  const known = new Map<Target, (statement: Statement) => Answer[]>();
  return (target) => {
    const found =
      known.get(target) ??
      remembered((statement) => [
        target.speaks(statement),
        ...companions.map((action) => target.permits(statement, action)),
      ]);
    known.set(target, found);
    return found;
  };
}

/** Elements of principals that cost about as much to match as one step of deciding a request. */
const PRINCIPALS_PER_STEP = 64;

/** Statements of which it costs about as much to see which of them concern a caller, and what they say to it. */
const STATEMENTS_PER_STEP = 2;

/** Grants that let a request in: what it costs to note one. */
const ANSWERS_PER_STEP = 2;

/** What the function makes of each statement, worked out when it is first asked. */
function remembered<T>(make: (statement: Statement) => T): (statement: Statement) => T {
  const known = new Map<Statement, T>();
  return (statement) => {
    const found = known.get(statement) ?? make(statement);
    known.set(statement, found);
    return found;
  };
}
