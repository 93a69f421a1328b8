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
    if (accounts.size === 0 || !HAS_ACCOUNT.test(escaped)) return escaped;
    return escaped.replace(ACCOUNTS, (word) => (accounts.has(word) ? `\0a${accounts.get(word)}` : word));
  };
  const write = (value: unknown): string => {
    if (typeof value === "string") {
      const text = numbered(value);
      return `${text.length}"${text}`;
    }
    if (Array.isArray(value)) {
      let list = "[";
      for (const item of value) list += `${write(item)},`;
      return `${list}]`;
    }
    if (typeof value !== "object" || value === null) {
      isText &&= typeof value !== "function";
      return `${value}`;
    }
    isText &&= !(value instanceof Map) && !(value instanceof Set);
    const { word } = value as { readonly word?: Word };
    let text = "{";
    for (const key of Object.keys(value)) {
      const inner: unknown = (value as Record<string, unknown>)[key];
      // A hole stands in the word beside it, and without policy variables a template is the word's characters.
      if (isOrigin(inner) || key === "hole" || (key === "template" && word?.includes("$") === false)) continue;
      const id = key === "word" ? ids.get(inner as Word) : undefined;
      text += id === undefined ? `${key}:${write(inner)},` : `${key}:\0i${id},`;
    }
    return `${text}}`;
  };
  const text = write(statements);
  return isText ? text : undefined;
}

/** Where something stands, whatever it is called. */
function isOrigin(value: unknown): boolean {
  return typeof value === "object" && value !== null && "document" in value && "path" in value;
}

const HAS_ACCOUNT = /\d{12}/;

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
