// Turns the result of one policy into that of another of the same shape, by exchanging accounts and external ids.

import type { Caller } from "../evaluation/caller.ts";
import type { Carried } from "../evaluation/context.ts";
import type { Word } from "../patterns/words.ts";
import { ID, type Shape } from "./shape.ts";
import { ACCOUNTS } from "./shape-text.ts";
import type { TriedRequest } from "./trial.ts";

export interface Renaming {
  /** The two policies have the same accounts and ids. */
  readonly isSame: boolean;
  account(account: Word): Word;
  id(id: Word): Word;
  /** Exchanges the accounts within a text of the policy. */
  within(text: Word): Word;
  request(request: TriedRequest): TriedRequest;
}

export function renaming(from: Shape, to: Shape): Renaming {
  const accounts = new Map(from.accounts.map((account, index) => [account, to.accounts[index] as Word]));
  const ids = new Map(from.ids.map((id, index) => [id, to.ids[index] as Word]));
  const account = (word: Word): Word => accounts.get(word) ?? word;
  const id = (word: Word): Word => ids.get(word) ?? word;
  // A shape exists only if its accounts occur in no other text, so replacing every occurrence is right.
  const within = (word: Word): Word => word.replace(ACCOUNTS, account);
  const carried = (key: string, one: Carried): Carried => ({
    ...one,
    values: one.values.map(key === ID ? id : within),
    ...(one.account !== undefined && { account: within(one.account) }),
  });
  const caller = (one: Caller): Caller => ({ ...one, account: account(one.account), arn: within(one.arn) });
  const isSame = from.accounts.every((one) => account(one) === one) && from.ids.every((one) => id(one) === one);
  return {
    isSame,
    account,
    id,
    within,
    request(request) {
      if (isSame) return request;
      const context = new Map(Array.from(request.context, ([key, one]) => [key, carried(key, one)]));
      return { ...request, caller: caller(request.caller), context };
    },
  };
}
