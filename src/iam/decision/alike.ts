// Accounts that nothing in a policy tells apart: the callers of one are tried, and the others get the same answers.

import type { Caller } from "../evaluation/caller.ts";
import type { Carried } from "../evaluation/context.ts";
import type { Condition } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import { type Keys, showsNoAccount } from "../language/senders.ts";
import type { Word } from "../patterns/words.ts";
import { callerContext } from "../requests/senders/context.ts";
import type { Trial } from "./trial.ts";

/** The callers to try. Where a question asks for the account, callers of every account are tried on their own. */
export function spokenFor(
  callers: readonly Caller[],
  keys: ReadonlyMap<string, unknown>,
  { policy }: Document,
): readonly Caller[] {
  if ([...keys.keys()].every((key) => showsNoAccount(key, policy))) return callers;
  return callers.flatMap((one) => (one.alike === undefined ? [one] : [alone(one), ...othersLike(one)]));
}

function alone({ alike: _, ...caller }: Caller): Caller {
  return caller;
}

/** The same caller in each of the other accounts. */
export function othersLike(caller: Caller): readonly Caller[] {
  const one = alone(caller);
  const [before = "", ...after] = one.arn.split(one.account);
  const arnIn = (account: Word): Word => [before, after.join(one.account)].join(account);
  return (caller.alike ?? []).map((account) => ({ ...one, account, arn: arnIn(account) }));
}

/** Makes of a trial the same trial for the caller in each of the other accounts. */
export function trialsLike(
  caller: Caller,
  conditions: readonly Condition[],
  keys: Keys,
): (trial: Trial) => readonly Trial[] {
  if (caller.alike === undefined) return () => [];
  let others: readonly { readonly caller: Caller; readonly facts: readonly [string, Carried][] }[] | undefined;
  return (trial) => {
    // A request that no grant lets in is reported nowhere.
    if (trial.answers.size === 0) return [];
    others ??= othersLike(caller).map((one) => ({ caller: one, facts: callerContext(one, conditions, keys) }));
    return others.map(({ caller: one, facts }) => ({
      ...trial,
      caller: one,
      context: new Map([...trial.context, ...facts]),
    }));
  };
}
