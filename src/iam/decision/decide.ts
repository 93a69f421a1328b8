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
import type { Word, Words } from "../patterns/words.ts";
import { type AskedKeys, eachContext } from "../requests/contexts.ts";
import { type AskedRequests, everyone } from "../requests/everyone.ts";
import { writtenPatterns } from "../requests/named-principals.ts";
import type { Ours } from "../requests/ours.ts";
import { type CallerStatement, COMPANIONS, type Pruning, trackStatements } from "../requests/pruning.ts";
import { speakingOfRoles } from "../requests/roles/speaking.ts";
import { keysOf } from "../requests/senders/keys.ts";
import { type Target, toldApart } from "../requests/targets.ts";
import { othersLike, spokenFor, trialsLike } from "./alike.ts";
import { type Concerning, concerningAccounts, type Grant, grantsOf } from "./grants.ts";
import { type CallerView, judgeFor, keysReadBy, type Trial } from "./trial.ts";

export interface Asked extends AskedRequests {
  /** Condition keys that a question names, in lower case, with the texts that it asks for. */
  readonly keys: ReadonlyMap<string, readonly Word[]>;
}

/** Requests that were not looked at: of everyone, or of one caller. */
export interface UntriedRequests {
  readonly caller?: Caller;
  /** The grants that may let one of them in, in the order of `grantsOf`. */
  readonly grants: readonly number[];
  /** True: the budget ran out; false: the question is beyond what is worked out. */
  readonly exhausted: boolean;
}

export interface Looking {
  readonly steps?: Budget;
  readonly tries?: Pruning["tries"];
  /** Index of a grant in `grantsOf`: only callers whom its principal may match. */
  readonly grant?: number;
  /** Only these callers, instead of everyone whom the policy can tell apart. */
  readonly callers?: readonly Caller[];
}

/**
 * Visits one request for each combination of answers that the policy can give. Two requests for which every pattern and
 * condition of the policy gives the same answer get the same verdict (the partition lemma). So if no visited request is allowed,
 * none is. Returns the requests that were not visited. Each caller may take half of the steps that are left at most: one that
 * costs too much leaves steps for the others.
 */
export function eachTrial(
  document: Document,
  ours: Ours,
  asked: Asked,
  visit: (trial: Trial) => void,
  { steps = budget(), tries = "what may get in", grant, callers: only }: Looking = {},
): readonly UntriedRequests[] {
  const grants = grantsOf(document);
  // Nothing else that an identity policy says tells requests apart.
  const speaking = speakingOfRoles(document);
  const listing = halfOf(steps);
  const { callers: found, complete, targetsOf } = everyone(speaking, ours, asked, listing, only);
  const callers = spokenFor(found, asked.keys, document);
  // A rule may compare a key with texts of its own, or ask whether the policy lists a value: both tell requests apart.
  const keys = new Map(
    [...asked.keys].map(([key, texts]) => [
      key,
      [...texts.map((text) => textPattern(plain(text))), ...writtenPatterns(speaking, key)],
    ]),
  );
  const concerning = concerningAccounts(document);
  const run: Run = {
    ...{ document, grants, ours, asked: keys, tries, visit },
    actionsOf: actionsByTarget(document),
    keysIn: remembered(keysReadBy),
  };
  const ofAnyone = (exhausted: boolean): UntriedRequests => ({ grants: [...grants.keys()], exhausted });
  const untried: UntriedRequests[] = complete ? [] : [ofAnyone(listing.exhausted)];
  for (const caller of callers) {
    const about = concerning(caller.account);
    const principals = Math.ceil(about.grants.length / PRINCIPALS_PER_STEP);
    if (!steps.spend(principals + Math.ceil(about.statements.length / STATEMENTS_PER_STEP)))
      return [...untried, ofAnyone(true)];
    const matches = matchesOf(caller, about, grants, document.words);
    if (grant !== undefined && !matches.matching.has(grant)) continue;
    const own = halfOf(steps);
    const calling: Calling = { caller, ...matches, table: keysOf(caller, document), principals, steps: own };
    const open = new Set<number>();
    const saying = matches.concerned.map(({ statement }) => statement);
    for (const target of toldApart(targetsOf(caller), saying)) {
      const missed = tryTarget(run, calling, target);
      if (missed.size === 0) continue;
      for (const index of matches.matching.keys()) if (missed.has((grants[index] as Grant).statement)) open.add(index);
    }
    if (open.size > 0) {
      for (const one of [caller, ...othersLike(caller)])
        untried.push({ caller: one, grants: [...open], exhausted: own.exhausted });
    }
  }
  return untried;
}

/** What is the same for all callers of a policy. */
interface Run extends Pick<CallerView, "document" | "grants" | "keysIn"> {
  readonly ours: Ours;
  readonly asked: AskedKeys;
  readonly tries: Pruning["tries"];
  readonly actionsOf: ReturnType<typeof actionsByTarget>;
  visit(trial: Trial): void;
}

/** The statements whose principal may match a caller, and the grants whose own element does. */
interface PrincipalMatches extends Pick<CallerView, "matching"> {
  readonly concerned: readonly Omit<CallerStatement, "actions">[];
}

/** One caller, with the budget for all of their requests. */
interface Calling extends PrincipalMatches, Pick<CallerView, "table"> {
  readonly caller: Caller;
  /** Steps for recording the answers of the grants, besides deciding a request. */
  readonly principals: number;
  readonly steps: Budget;
}

function matchesOf(caller: Caller, about: Concerning, grants: readonly Grant[], words: Words): PrincipalMatches {
  const concerned = about.statements.flatMap(({ statement, elements }) => {
    const principal = matchesPrincipal({ ...statement.principal, elements }, caller, words);
    return principal === false ? [] : [{ statement, principal }];
  });
  const principalOf = new Map(concerned.map((one) => [one.statement, one.principal]));
  const matching = new Map<number, Exclude<Answer, false>>();
  for (const index of about.grants) {
    const { element, statement } = grants[index] as Grant;
    const answer = element === undefined ? principalOf.get(statement) : matchesElement(element, caller, words);
    if (answer !== undefined && answer !== false) matching.set(index, answer);
  }
  return { concerned, matching };
}

/** Visits the requests of a caller for one target. Returns the statements that some request was not tried on: none if all were. */
function tryTarget(run: Run, calling: Calling, target: Target): ReadonlySet<Statement> {
  const { document, grants, ours, asked, tries, keysIn } = run;
  const { caller, matching, table, principals, steps } = calling;
  const answersFor = run.actionsOf(target);
  const callerStatements = calling.concerned.flatMap(({ statement, principal }): CallerStatement[] => {
    const actions = answersFor(statement);
    return actions.every((answer) => answer === false) ? [] : [{ statement, actions, principal }];
  });
  if (!callerStatements.some(({ statement }) => statement.effect !== "Deny")) return new Set();
  const conditions = callerStatements.flatMap(({ statement }) => statement.conditions.filter(isKnownCondition));
  const judge = judgeFor({ document, grants, callerStatements, matching, asked, target, table, keysIn });
  const pruningFor = (places: readonly (readonly string[])[]): Pruning => ({
    ...trackStatements(callerStatements, places, document.words, table),
    tries,
  });
  const { action, resource, role } = target;
  const on = { ...(resource !== undefined && { resource }), ...(role !== undefined && { role }) };
  const like = trialsLike(caller, conditions, table);
  const space = { caller, role, keys: table, conditions, asked, ours, words: document.words, steps };
  const isWhole = eachContext(space, pruningFor, (context, met) => {
    if (!steps.spend(1 + callerStatements.length + principals)) return false;
    const trial = { caller, action, ...on, context, ...judge(caller, context, met) };
    run.visit(trial);
    const others = like(trial);
    for (const other of others) run.visit(other);
    return steps.spend(Math.floor((trial.answers.size * (1 + others.length)) / ANSWERS_PER_STEP));
  });
  return new Set(isWhole && !steps.exhausted ? [] : callerStatements.map(({ statement }) => statement));
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

/** A step is the cost of deciding one request. Matching this many elements of principals costs about as much. */
const PRINCIPALS_PER_STEP = 64;

/** So does finding out of this many statements whether they concern a caller, and evaluating them. */
const STATEMENTS_PER_STEP = 2;

/** So does recording this many grants that let a request in. */
const ANSWERS_PER_STEP = 2;

/** `make` with its results kept by statement. */
function remembered<T>(make: (statement: Statement) => T): (statement: Statement) => T {
  const known = new Map<Statement, T>();
  return (statement) => {
    const found = known.get(statement) ?? make(statement);
    known.set(statement, found);
    return found;
  };
}
