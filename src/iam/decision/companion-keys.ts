// The keys of a request that take a second permission to send, and which of these permissions the request needs.

import { type Context, carried } from "../evaluation/context.ts";
import type { Keys } from "../language/senders.ts";
import { companionIndex } from "../requests/pruning.ts";

/** A key that takes a second permission to send, and where a statement's answer for that stands. */
export interface CompanionKey {
  readonly key: string;
  readonly action: number;
}

export function companionKeysIn(context: Context, keys: Keys): CompanionKey[] {
  return [...context.keys()].flatMap((key) => {
    const companion = keys(key)?.companion;
    return companion === undefined ? [] : [{ key, action: companionIndex(companion) }];
  });
}

/** Where the answers for all second permissions stand that the request needs. */
export function companionsOf(companionKeys: readonly CompanionKey[], context: Context): number[] {
  const sent = companionKeys.filter(({ key }) => carried(context, key).values.length > 0);
  return [...new Set(sent.map(({ action }) => action))];
}
