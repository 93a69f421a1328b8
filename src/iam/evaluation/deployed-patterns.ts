// Whether a pattern that deployment supplies as a whole lets strangers in, by what is known of its text.

import type { Hole } from "../../values/value.ts";
import type { Word } from "../patterns/words.ts";
import type { Carried } from "./context.ts";

/** False: whatever the hole turns out to be, it spells out the account that it asks for. `inFields`: its wildcards stay inside their field of an ARN. */
export function mayMatchUnnamedAccount(
  hole: Hole,
  word: Word,
  { fresh, account }: Carried,
  inFields: boolean,
): boolean {
  const from = fresh && account !== undefined ? word.indexOf(account) : -1;
  if (hole.mayStandFor === undefined || account === undefined || from < 0) return true;
  const to = from + account.length;
  const text = word.slice(0, to);
  const reach = (place: number): number => {
    const colon = inFields ? text.indexOf(":", place) : -1;
    return colon < 0 ? to : colon;
  };
  return hole.mayStandFor({ text, from, to, reach });
}
