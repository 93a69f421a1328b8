// The text that policies of one shape have in common: all of their statements but for where they stand, with numbers in the place of accounts and ids.

import type { Hole } from "../../values/value.ts";
import type { Statement } from "../language/statement.ts";
import type { Word } from "../patterns/words.ts";

/** What stands for itself in none of them, each with its number. */
export interface Numbers {
  readonly accounts: ReadonlyMap<Word, number>;
  readonly ids: ReadonlyMap<Word, number>;
}

export const ACCOUNTS = /(?<!\d)\d{12}(?!\d)/g;

/** Undefined: something in it is more than its text. */
export function textWith({ accounts, ids }: Numbers, statements: readonly Statement[]): string | undefined {
  let isText = true;
  const numbered = (text: string): string => {
    // What begins with the character is a number.
    const escaped = text.includes("\0") ? text.replaceAll("\0", "\0-") : text;
    if (accounts.size === 0) return escaped;
    return escaped.replace(ACCOUNTS, (word) => (accounts.has(word) ? `\0a${accounts.get(word)}` : word));
  };
  function plain(this: { readonly word?: Word }, key: string, value: unknown): unknown {
    if (typeof value === "string") {
      const id = key === "word" ? ids.get(value) : undefined;
      return id === undefined ? numbered(value) : `\0i${id}`;
    }
    // A hole stands in the word beside it, and without policy variables a template is the word's characters.
    if (key === "origin" || key === "hole" || (key === "template" && this.word?.includes("$") === false))
      return undefined;
    isText &&= typeof value !== "function" && !(value instanceof Map) && !(value instanceof Set);
    return value;
  }
  const text = JSON.stringify(statements, plain);
  return isText ? text : undefined;
}

const numbersOfFunctions = new WeakMap<object, number>();
let functions = 0;

/** Equal for holes of which the same is known: of functions nobody can tell whether they do the same, unless they are one. */
export function holeText(hole: Hole): string {
  return JSON.stringify(hole, (_, value: unknown) => {
    if (value instanceof RegExp) return `${value}`;
    if (typeof value !== "function") return value;
    const known = numbersOfFunctions.get(value);
    if (known !== undefined) return known;
    functions += 1;
    numbersOfFunctions.set(value, functions);
    return functions;
  });
}
