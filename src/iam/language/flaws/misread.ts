// Texts that the language of the input takes for a number or a boolean and changes: 0012 is 10, 0x1F is 31, yes is true.

import { isKnown, type Known, type Text } from "../../../values/value.ts";
import type { Word } from "../../patterns/words.ts";
import type { Flaw, Wrong } from "../flaw.ts";

const ACCOUNT = /^\d{12}$/;

/** In the place of a principal, or in the account field of its ARN. */
export function misreadAccount(word: Word, { parts }: Text): Wrong | undefined {
  const account = word.split(":")[4] ?? word;
  const part = parts.filter(isKnown).find(({ text, spelled }) => spelled !== undefined && text === account);
  if (part?.spelled === undefined) return undefined;
  const sentence = `the account id ${part.spelled} is read as the number ${part.text}`;
  const repair = ACCOUNT.test(part.spelled) ? `write "${part.spelled}"` : "write its twelve digits within quotes";
  return { name: "number-as-account", sentence, repair };
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ["sts:externalid", "external ID"],
  ["aws:principalaccount", "account id"],
  ["aws:resourceaccount", "account id"],
  ["aws:sourceaccount", "account id"],
]);

/** In a condition that compares texts; it is told where the value stands, which may be that of a parameter or a mapping. */
export function misreadValue(key: string, { parts, origin }: Text): Flaw | undefined {
  const part = parts.filter(isKnown).find(isChanged);
  if (part?.spelled === undefined) return undefined;
  const noun = NOUNS.get(key.toLowerCase());
  // An account id with `_` in it is the same digits.
  if (noun === "account id" && ACCOUNT.test(part.text)) return undefined;
  return {
    name: "number-as-text",
    sentence: `the ${noun ?? `value of ${key}`} ${part.spelled} is read as ${part.text}`,
    repair: `write "${part.spelled}"`,
    origin: part.origin ?? origin,
  };
}

function isChanged({ spelled }: Known): boolean {
  return spelled !== undefined;
}
