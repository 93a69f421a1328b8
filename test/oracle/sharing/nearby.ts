// Policies that differ from a policy in little: another account, organization or name in one place or in all.

import fc from "fast-check";
import { isList, isObject, type Json } from "../../../src/text/document.ts";

/** What a text is told from others by: accounts, ids of organizations, names, and whole texts. */
const TOKEN = /\d{12}|o-[a-z\d]{8,}|(?<![\w$:{/-])[A-Za-z][\w.-]*(?=\/|$)|(?<=[/:])[A-Za-z][\w.-]*(?=[/:*]|$)|[*]/g;

const REPLACEMENTS = [
  ...["999988887777", "222233334444", "111122223333", "444455556666", "464622532012", "123123123123", "200000000019"],
  ...["200000000027", "o-own1234567", "o-else123456", "acme", "other", "x", "anything", "*", "?", "role", "user"],
  ...["${aws:PrincipalAccount}", "${aws:PrincipalTag/team}", "id-1", "id-2", ""],
];

export interface Change {
  /** Which of the tokens, and what is written in its place. */
  readonly token: number;
  readonly replacement: Json;
  /** Wherever the token stands, or where it stands first. */
  readonly everywhere: boolean;
}

export const changes: fc.Arbitrary<Change> = fc.record({
  token: fc.nat({ max: 1000 }),
  replacement: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Json>(...REPLACEMENTS.slice(0, 8)) },
    { weight: 3, arbitrary: fc.constantFrom<Json>(...REPLACEMENTS) },
    { weight: 1, arbitrary: fc.constantFrom<Json>({ Ref: "Open" }, { Ref: "Held" }, { Ref: "Defaulted" }) },
  ),
  everywhere: fc.boolean(),
});

/** Who is spoken of and what is compared changes; effects, actions, operators and keys stay. */
export function changed(policy: Json, { token, replacement, everywhere }: Change): Json {
  const tokens = [...new Set(textsOf(policy).flatMap((text) => text.match(TOKEN) ?? []))];
  const wanted = tokens[token % Math.max(1, tokens.length)];
  let isOver = false;
  return withTexts(policy, (text) => {
    if (typeof replacement !== "string") {
      if (isOver || !text.match(TOKEN)?.includes(wanted ?? "")) return text;
      isOver = !everywhere;
      return replacement;
    }
    return text.replace(TOKEN, (one) => {
      if (one !== wanted || isOver) return one;
      isOver = !everywhere;
      return replacement;
    });
  });
}

const KEPT = new Set(["Version", "Effect", "Action", "NotAction", "Ref"]);

function textsOf(value: Json): string[] {
  const texts: string[] = [];
  withTexts(value, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function withTexts(value: Json, change: (text: string) => Json): Json {
  if (typeof value === "string") return change(value);
  if (isList(value)) return value.map((item) => withTexts(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, KEPT.has(key) ? inner : withTexts(inner as Json, change)]),
  );
}
