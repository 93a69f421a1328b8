// Values that were worked out before: the same in every world that gives the same answers.

import type { Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import { type Answered, type Dependencies, traced } from "./effort.ts";
import type { Evaluation } from "./evaluation.ts";

/** A value; or what to ask next, and what came of each answer. */
interface Known {
  value?: Value;
  next?: { readonly key: string; readonly ask: Answered["ask"]; readonly by: Map<string, Known> };
}

interface Kept {
  readonly known: Map<string, Known>;
  /** Steps. */
  left: number;
}

const kept = new WeakMap<object, Kept>();

/** Steps that the values took which are kept for one owner. */
const MOST_KEPT = 100_000;

/** `run`, or what came of it in a world that gave the same answers, with what it depends on. `key`: what it is of all that belongs to the owner; undefined where nothing is kept. */
export function settledOr(
  owner: object,
  key: string | undefined,
  { effort, world }: Evaluation,
  run: () => Value,
): readonly [Value, Dependencies] {
  return traced(effort, () => {
    if (key === undefined) return run();
    const own = kept.get(owner) ?? { known: new Map(), left: MOST_KEPT };
    kept.set(owner, own);
    const before = own.known.get(key);
    const found = before && settledIn(before, world);
    if (found !== undefined) return found;
    const { spent } = effort;
    const value = run();
    if (effort.part.onMore || own.left < effort.spent - spent) return value;
    own.left -= effort.spent - spent;
    const root = before ?? {};
    own.known.set(key, root);
    keep(value, effort.part, root);
    return value;
  });
}

function settledIn(known: Known, world: World): Value | undefined {
  let at: Known | undefined = known;
  while (at?.next !== undefined) at = at.next.by.get(at.next.ask(world));
  return at?.value;
}

function keep(value: Value, { answers }: Dependencies, root: Known): void {
  let at = root;
  for (const [key, { ask, answer }] of answers) {
    at.next ??= { key, ask, by: new Map() };
    if (at.next.key !== key) return;
    const after: Known = at.next.by.get(answer) ?? {};
    at.next.by.set(answer, after);
    at = after;
  }
  if (at.next === undefined) at.value ??= value;
}
