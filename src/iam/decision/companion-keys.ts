// The keys of a request that take a second permission to send, and which of these permissions the request needs.

import { type Context, carried } from "../evaluation/context.ts";
import { conditionKey } from "../language/keys.ts";
import { ACTIONS } from "../requests/pruning.ts";

/** A key that takes a second permission to send: an index of ACTIONS. */
export interface CompanionKey {
  readonly key: string;
  readonly action: number;
}

export function companionKeysIn(context: Context): CompanionKey[] {
  return [...context.keys()].flatMap((key) => {
    const companion = conditionKey(key)?.companion;
    return companion === undefined ? [] : [{ key, action: ACTIONS.indexOf(companion) }];
  });
}

/** Indexes of ACTIONS that the request needs besides the first. */
export function companionsOf(companionKeys: readonly CompanionKey[], context: Context): number[] {
  const sent = companionKeys.filter(({ key }) => carried(context, key).values.length > 0);
  return [...new Set(sent.map(({ action }) => action))];
}
