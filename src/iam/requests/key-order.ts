// The order in which the keys of a request are decided: what a policy variable stands for comes before what is compared with it.

import { type Condition, templatesOf, variablesIn } from "../language/condition.ts";
import { isVariable, type Template, variablesOf } from "../language/variables.ts";

interface Order {
  readonly ordered: readonly string[];
  /** False: some values have to be known to decide others and the other way round, so that some are not tried. */
  readonly complete: boolean;
}

/** `keys`: those that are decided one after the other; all others are known from the start. */
export function orderKeys(keys: readonly string[], conditions: readonly Condition[]): Order {
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
    const sources = conditions.filter((condition) => condition.key === key).flatMap(variablesIn);
    for (const source of sources) if (chosen.has(source)) place(source);
    ordered.add(key);
  };
  for (const key of keys) place(key);
  const list = [...ordered];
  return { ordered: list, complete: complete && !isEntangled(conditions, list) };
}

/**
 * Do two conditions on one key both hold variables, so that what one stands for decides what the other has to? That is not
 * worked out where the second is decided no earlier than the first and is held by something else, or where they are one
 * behind different beginnings.
 */
function isEntangled(conditions: readonly Condition[], ordered: readonly string[]): boolean {
  const isHeld = (source: string, user: string): boolean =>
    !ordered.includes(source) ||
    conditions.some((one) => one.key === source || (one.key !== user && variablesIn(one).includes(source)));
  return conditions.some((one) =>
    conditions.some((other) => {
      if (one === other || one.key !== other.key) return false;
      return templatesOf(one).some((first) =>
        templatesOf(other).some((second) =>
          variablesOf(first).some((source) => {
            if (variablesOf(second).includes(source)) return headOf(first, source) !== headOf(second, source);
            const isOpen = (key: string) => ordered.indexOf(key) >= ordered.indexOf(source) && isHeld(key, one.key);
            return variablesOf(second).some(isOpen);
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
