// What it takes to bring a value of a condition key, where not everybody can.

import type { Doubt } from "../../values/doubt.ts";
import type { Caller } from "../evaluation/caller.ts";
import type { Carried, Context } from "../evaluation/context.ts";
import type { Condition } from "../language/condition.ts";
import { conditionKey } from "../language/keys.ts";
import type { Keys } from "../language/senders.ts";
import { isOpenNetwork } from "./open-networks.ts";
import { FORWARDED } from "./ties.ts";

interface Sender {
  readonly caller: Caller;
  /** Which keys such a caller's requests carry. */
  readonly keys: Keys;
}

/** `conditions`: those on the key. Undefined: everybody can. */
export function costOf(
  key: string,
  one: Carried,
  sender: Sender,
  conditions: readonly Condition[],
  context: Context,
): Doubt | undefined {
  const [word] = one.values;
  const language = sender.caller.languages?.get(key);
  return ofKey(key, one, sender, conditions, context) ?? (word === undefined ? undefined : language?.costOf?.(word));
}

function ofKey(
  key: string,
  { values }: Carried,
  { caller, keys }: Sender,
  conditions: readonly Condition[],
  context: Context,
): Doubt | undefined {
  const control = keys(key)?.control;
  if (control === "forwarded") return values.every((word) => word === "false") ? undefined : FORWARDED;
  const name = conditions.find((condition) => condition.key === key)?.name ?? key;
  if (control === "role")
    return {
      reason: "condition-key",
      source: `${name}, a property of the ${keys === conditionKey ? "role" : "resource"}`,
    };
  if (values.length === 0) return undefined;
  if (control === undefined) return { reason: "condition-key", source: `condition key ${name}` };
  if (control !== "network" || caller.named || caller.hole !== undefined) return undefined;
  const { within } = keys(key) ?? {};
  if (within !== undefined && !values.some((word) => within.includes(word))) return undefined;
  const open = within === undefined && values.every((word) => isOpenNetwork(word, conditions, context));
  return open ? undefined : { reason: "network", source: `condition key ${name}` };
}
