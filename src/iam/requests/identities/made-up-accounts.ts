// Accounts that stand for those that nobody names: which of them are free, and what is shown instead of somebody's.

import type { Word } from "../../patterns/words.ts";

/** AWS's documentation accounts, in the order of the report contract; the rest only where a policy names the first three. */
const DOCUMENTATION_ACCOUNTS = ["444455556666", "777788889999", "123456789012", "111122223333", "555566667777"];
/** Where a policy names every documentation account. */
const FIRST_OTHER_ACCOUNT = 600_000_000_006;
/** So many nobody names. */
const LAST_OTHER_ACCOUNT = FIRST_OTHER_ACCOUNT + 1_000_000;

/** Is it an account that may stand for those that nobody names? */
export function isMadeUpAccount(account: Word): boolean {
  return (
    DOCUMENTATION_ACCOUNTS.includes(account) ||
    (Number(account) >= FIRST_OTHER_ACCOUNT && Number(account) < LAST_OTHER_ACCOUNT)
  );
}

/** At least one, or nobody would be left to be a stranger. */
export function freeAccounts(isTaken: (account: string) => boolean): string[] {
  const free = DOCUMENTATION_ACCOUNTS.filter((account) => !isTaken(account));
  return free.length > 0 ? free : [firstFree((index) => `${FIRST_OTHER_ACCOUNT + index}`, isTaken)];
}

/**
 * Nobody declares a number that the walk makes up, but by accident: then one that differs in a digit, if no pattern tells the two
 * apart. What is declared is no pattern of its own: a stranger is nobody, whatever their number, so it changes no answer.
 */
export function undeclaredBeside(account: string, declared: ReadonlySet<string>): string[] {
  if (!declared.has(account)) return [];
  const others = [...account].flatMap((_, place) =>
    Array.from("0123456789", (digit) => account.slice(0, place) + digit + account.slice(place + 1)),
  );
  return others.filter((other) => !declared.has(other));
}

export function firstFree(make: (index: number) => string, isTaken: (made: string) => boolean): string {
  let index = 0;
  while (isTaken(make(index))) index += 1;
  return make(index);
}
