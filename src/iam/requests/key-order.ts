// The order in which the keys of a request are decided: what a policy variable stands for comes before what is compared with it.

import { type Condition, templatesOf, variablesIn } from "../language/condition.ts";
import { isVariable, type Template, variablesOf } from "../language/variables.ts";
import type { Budget } from "../patterns/budget.ts";

interface Order {
  readonly ordered: readonly string[];
  /** False: some values have to be known to decide others and the other way round, so that some are not tried. */
  readonly complete: boolean;
}

/** The conditions on a key. */
export type ConditionsOn = (key: string) => readonly Condition[];

const NONE: readonly Condition[] = [];

export function conditionsByKey(conditions: readonly Condition[]): ConditionsOn {
  const byKey = new Map<string, Condition[]>();
  for (const one of conditions) {
    const known = byKey.get(one.key) ?? [];
    byKey.set(one.key, known);
    known.push(one);
  }
  return (key) => byKey.get(key) ?? NONE;
}

/** `keys`: those that are decided one after the other; all others are known from the start. `conditions`: all of them. */
export function orderKeys(
  keys: readonly string[],
  conditions: readonly Condition[],
  on: ConditionsOn,
  steps: Budget,
): Order {
  const chosen = new Set(keys);
  const ordered = new Set<string>();
  const visiting = new Set<string>();
  let complete = true;
  const place = (key: string): void => {
    if (ordered.has(key)) return;
    if (visiting.has(key)) {
      complete = false;
      return;
    }
    visiting.add(key);
    const sources = on(key).flatMap(variablesIn);
    for (const source of sources) if (chosen.has(source)) place(source);
    ordered.add(key);
  };
  for (const key of keys) place(key);
  const list = [...ordered];
  return { ordered: list, complete: complete && !isEntangled(conditions, list, steps) };
}

/** Pairs of values that cost about as much to compare as one step of deciding a request. */
const PAIRS_PER_STEP = 4;

/**
 * Do two conditions on one key both hold variables, so that what one stands for decides what the other has to? That is not
 * worked out where the second is decided no earlier than the first and is held by something else, or where they are one
 * behind different beginnings. Where the steps do not suffice to tell, they do.
 */
function isEntangled(conditions: readonly Condition[], ordered: readonly string[], steps: Budget): boolean {
  const open = conditions.filter((one) => variablesIn(one).length > 0);
  if (open.length < 2) return false;
  const onOpen = conditionsByKey(open);
  const placeOf = new Map(ordered.map((key, place) => [key, place]));
  const onKeys = new Set(conditions.map(({ key }) => key));
  const usersOf = new Map<string, Set<string>>();
  for (const one of open)
    for (const source of variablesIn(one)) usersOf.set(source, (usersOf.get(source) ?? new Set()).add(one.key));
  const isHeld = (source: string, user: string): boolean =>
    !placeOf.has(source) || onKeys.has(source) || [...(usersOf.get(source) ?? [])].some((other) => other !== user);
  const isOpen = (key: string, source: string, user: string): boolean =>
    (placeOf.get(key) ?? -1) >= (placeOf.get(source) ?? -1) && isHeld(key, user);
  return open.some((one) =>
    onOpen(one.key).some((other) => {
      if (one === other) return false;
      const [firsts, seconds] = [templatesOf(one), templatesOf(other)];
      if (!steps.spend(Math.ceil((firsts.length * seconds.length) / PAIRS_PER_STEP))) return true;
      return firsts.some((first) =>
        seconds.some((second) =>
          variablesOf(first).some((source) => {
            const others = variablesOf(second);
            if (others.includes(source)) return headOf(first, source) !== headOf(second, source);
            return others.some((key) => isOpen(key, source, one.key));
          }),
        ),
      );
    }),
  );
}

/** What stands before a variable. */
function headOf(template: Template, key: string): string {
  const index = template.findIndex((piece) => isVariable(piece) && piece.key === key);
  return JSON.stringify(template.slice(0, index));
}
