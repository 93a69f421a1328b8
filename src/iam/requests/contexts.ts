// Every context that a policy can tell apart for one caller: what follows from who calls, and what the caller can bring.

import { every, isDoubt } from "../../values/doubt.ts";
import type { Caller } from "../evaluation/caller.ts";
import type { Carried, Context } from "../evaluation/context.ts";
import { effortToMeet } from "../evaluation/listed-value.ts";
import { type Condition, variablesIn } from "../language/condition.ts";
import type { Control } from "../language/keys.ts";
import type { Keys } from "../language/senders.ts";
import { type Budget, halfOf } from "../patterns/budget.ts";
import { doubtOf, OWN_ORGANIZATION } from "../patterns/hole.ts";
import type { Pattern } from "../patterns/pattern.ts";
import type { Word, Words } from "../patterns/words.ts";
import { type Candidates, candidates } from "./candidates.ts";
import { CLOCK, callTimes, ISSUED, issueTimes, toEpochTime } from "./clock.ts";
import { costOf } from "./costs.ts";
import { type ConditionsOn, conditionsByKey, orderKeys } from "./key-order.ts";
import type { Ours } from "./ours.ts";
import { type Met, type Pruning, priceOf } from "./pruning.ts";
import { isOwnOrganization, isRoleKey, roleKeyValues } from "./role-keys.ts";
import { OF_OWNERS, roleContext } from "./roles/context.ts";
import type { AssumedRole } from "./roles/roles.ts";
import { callerContext } from "./senders/context.ts";
import { addTyingKeys, comparedWith, isConsistent, mayCarry, tagPatterns, tiesAmong } from "./ties.ts";
import { userIds } from "./user-ids.ts";
import { variablePatterns } from "./variable-patterns.ts";

/** The condition keys that a rule's question names, in lower case, with the patterns that it compares each with. */
export type AskedKeys = ReadonlyMap<string, readonly Pattern[]>;

/** Everything that tells the requests of one caller apart. */
export interface RequestSpace {
  readonly caller: Caller;
  /** The role that is assumed, for an identity policy. Undefined for a trust policy: it is the role that carries the policy. */
  readonly role?: AssumedRole | undefined;
  /** The condition keys that requests of the caller carry. */
  readonly keys: Keys;
  readonly conditions: readonly Condition[];
  readonly asked: AskedKeys;
  readonly ours: Ours;
  readonly words: Words;
  readonly steps: Budget;
}

/** Calls `visit` with each context until `visit` returns false. Returns whether all contexts were visited. */
export function eachContext(
  space: RequestSpace,
  pruningFor: (places: readonly (readonly string[])[]) => Pruning,
  visit: (context: Context, met: Met) => boolean,
): boolean {
  const { keys: table, asked, words, steps } = space;
  if (!steps.spend(SET_UP + PER_CONDITION * space.conditions.length)) return false;
  const { slots, complete: ordered } = slotsOf(space);
  const places = slots.map(({ keys }) => keys.map(([key]) => key));
  const { reached, isClosed, effort, met, tries } = pruningFor(places);
  // Where all statements answer two values alike, only the one that is easier to bring is tried.
  const isTied = tiesAmong(places.flat());
  const isAlike = places.map((keys, index) => keys.every((key) => !asked.has(key) && !isTied(key)) && isClosed(index));
  const efforts = places.map((_, index) => effort(index));
  let complete = ordered;
  const told = [...callerContext(space.caller, space.conditions, table), ...roleContext(space.role, space.conditions)];
  const context = new Map<string, Carried>(told);
  const fill = (index: number): boolean => {
    const slot = slots[index];
    if (slot === undefined) return visit(context, met);
    const found = slot.candidates(context);
    complete &&= found.complete;
    const tried = new Set<string>();
    for (const one of found.carried) {
      for (const [key, read] of slot.keys) context.set(key, read(one));
      if (!steps.spend(Math.ceil(PER_VALUE + Math.max(1, one.values.length) * (efforts[index] ?? 0)))) return false;
      const fitting = every(slot.keys, ([key]) => isConsistent(key, context, words));
      if (fitting === false) continue;
      if (isDoubt(fitting)) for (const [key, read] of slot.keys) context.set(key, { ...read(one), doubtful: fitting });
      const told = reached(index, context);
      if (tries !== "all") {
        const price = slot.keys.map(([key]) => priceOf(key, one, table)).join();
        if (told === undefined || (isAlike[index] && (tried.has(told) || tried.has(`${told} ${price}`)))) continue;
        tried.add(price === "" ? told : `${told} ${price}`);
      }
      if (!fill(index + 1)) return false;
    }
    // What comes before has not been decided with this in mind.
    for (const [key] of slot.keys) context.delete(key);
    return true;
  };
  if (reached(-1, context) === undefined && tries !== "all") return true;
  return fill(0) && complete;
}

/** Steps to prepare the requests of a caller, and again for each condition. */
const SET_UP = 5;
const PER_CONDITION = 2;
/** Steps to try a value, besides evaluating the conditions on it. */
const PER_VALUE = 1;

/** Keys that get their values together: one key, or the two of the clock. */
interface Slot {
  readonly keys: readonly (readonly [string, (carried: Carried) => Carried])[];
  candidates(context: Context): Candidates;
}

const USER_ID = "aws:userid";

function slotsOf(space: RequestSpace): { slots: Slot[]; complete: boolean } {
  const { caller, conditions, asked, ours, words, steps } = space;
  const variables = new Set(conditions.flatMap(variablesIn));
  const keys = addTyingKeys(new Set([...asked.keys(), ...conditions.map(({ key }) => key), ...variables]));
  const on = conditionsByKey(conditions);
  const slots: Slot[] = [];
  if ([...CLOCK, ISSUED].some((key) => keys.has(key))) slots.push(clockSlot(conditions));
  const { ordered, complete } = orderKeys(
    [...keys].filter((key) => isChosen(key, space)),
    conditions,
    on,
    steps,
  );
  const fixedFirst = [...ordered.filter((key) => isRoleKey(key)), ...ordered.filter((key) => !isRoleKey(key))];
  for (const key of fixedFirst) {
    const ownValues = roleKeyValues(key, ours, words);
    if (key === USER_ID) {
      const find = (context: Context) => {
        const finding = halfOf(space.steps);
        const within = { ...space, context, steps: finding };
        const found = userIds(caller, {
          ...within,
          conditions: on(key),
          variablePatterns: variablePatterns(key, within),
        });
        return { ...found, complete: found.complete && !finding.exhausted };
      };
      slots.push({ keys: [[key, unchanged]], candidates: find });
    } else {
      slots.push(
        ownValues === undefined ? chosenSlot(key, { keys, variables, on }, space) : fixedSlot(key, ownValues, words),
      );
    }
  }
  // Times in texts, and texts in unique ids with the name of a session, are not looked for.
  const isRead = CLOCK.some((key) => variables.has(key));
  const isComposed = on(USER_ID)
    .flatMap(variablesIn)
    .some((key) => key !== USER_ID);
  return { slots, complete: complete && !isRead && !isComposed };
}

const CHOSEN = new Set<Control | undefined>([undefined, "caller", "network", "forwarded", "role"]);

/** May one caller send several values for the key? The clock is left out: it has a slot of its own. */
function isChosen(key: string, { keys, role }: RequestSpace): boolean {
  if (role !== undefined && OF_OWNERS.has(key)) return false;
  const control = keys(key)?.control;
  return (key === USER_ID && control === "derived") || CHOSEN.has(control);
}

const unchanged = (one: Carried): Carried => one;

function withAbsence({ carried, complete }: Candidates): Candidates {
  return { carried: [{ values: [], fresh: true }, ...carried], complete };
}

/** The keys that the conditions read. */
interface Read {
  readonly keys: ReadonlySet<string>;
  /** Keys that policy variables refer to. */
  readonly variables: ReadonlySet<string>;
  readonly on: ConditionsOn;
}

function chosenSlot(key: string, { keys, variables, on }: Read, space: RequestSpace): Slot {
  const { caller, conditions, asked } = space;
  const own = on(key);
  const compared = [key, ...comparedWith(key).filter((other) => other !== key)].flatMap(on);
  const find = (context: Context): Candidates => {
    // Values that were found before the steps ran out are still tried.
    const finding = halfOf(space.steps);
    const within = { ...space, context, steps: finding };
    const more = [...(variables.has(key) ? variablePatterns(key, within) : []), ...tagPatterns(key, keys)];
    const found =
      key === ISSUED
        ? withAbsence(issueTimes(conditions, context))
        : candidates(key, {
            ...within,
            conditions: compared,
            asked: asked.get(key) ?? [],
            variablePatterns: more,
            language: caller.languages?.get(key),
          });
    const possible = found.carried.filter((one) => mayCarry(key, one, caller, space.keys));
    // Each network is held against all that the conditions list.
    const listed = own.reduce((sum, one) => sum + effortToMeet(one), 0);
    if (space.keys(key)?.control === "network") finding.spend(Math.ceil(possible.length * listed));
    const priced = possible.map((one): Carried => {
      const cost = costOf(key, one, space, own, context);
      return cost === undefined ? one : { ...one, cost };
    });
    return { carried: priced, complete: found.complete && !finding.exhausted };
  };
  const varies = variables.has(key) || compared.some((condition) => variablesIn(condition).length > 0);
  // What credentials can have been issued at follows from the time of the call.
  if (varies || key === ISSUED) return { keys: [[key, unchanged]], candidates: find };
  let constant: Candidates | undefined;
  return { keys: [[key, unchanged]], candidates: (context) => (constant ??= find(context)) };
}

function clockSlot(conditions: readonly Condition[]): Slot {
  return {
    keys: [
      ["aws:currenttime", unchanged],
      ["aws:epochtime", toEpochTime],
    ],
    candidates: (context) => callTimes(conditions, context),
  };
}

/** The role's account may be in no organization while none is declared. */
const UNORGANIZED: Carried = { values: [], fresh: true, cost: doubtOf(OWN_ORGANIZATION) };

function fixedSlot(key: string, values: readonly Word[], words: Words): Slot {
  const some = values.map((word): Carried => ({ values: [word], fresh: false }));
  const isNone = values.some((word) => isOwnOrganization(word, words));
  const all = { carried: isNone ? [...some, UNORGANIZED] : some, complete: true };
  return { keys: [[key, unchanged]], candidates: () => all };
}
