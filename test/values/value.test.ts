import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/text/json/parse.ts";
import { source } from "../../src/text/source.ts";
import { concat } from "../../src/values/text.ts";
import { holeOf, literal, loneHole, type Origin, originKey, sourceText, type Value } from "../../src/values/value.ts";
import { ABSENT, anything, HERE, listed, made, mapped, supplied } from "./making.ts";

describe("a value", () => {
  const several = concat([made("a<P>"), supplied("b"), made("<Q>")], HERE);
  const cases: [
    string,
    Value | undefined,
    literal: string | undefined,
    lone: string | undefined,
    first: string | undefined,
  ][] = [
    ["a word", made("a"), "a", undefined, undefined],
    ["a word in parts", concat([made("a"), supplied("b")], HERE), "ab", undefined, undefined],
    ["nothing", made(""), "", undefined, undefined],
    ["a hole", made("<P>"), undefined, "P", "P"],
    ["a hole in a text", made("<P>a"), undefined, undefined, "P"],
    ["several holes", several, undefined, undefined, "P"],
    ["anything", anything("P"), undefined, "P", "P"],
    ["a list", listed(made("<P>")), undefined, undefined, undefined],
    ["a map", mapped({ a: made("<P>") }), undefined, undefined, undefined],
    ["what is absent", ABSENT, undefined, undefined, undefined],
    ["no value at all", undefined, undefined, undefined, undefined],
  ];
  test.each(cases)("%s: is %j, the hole %j, its first hole %j", (_, value, word, lone, first) => {
    expect([literal(value), loneHole(value)?.id, holeOf(value)?.id]).toEqual([word, lone, first]);
  });
});

test.each<[Value, string]>([
  [made("a<P>b"), "a${P}b"],
  [supplied("a"), "${P}"],
  [made("<P>", { P: { name: "Q" } }), "${Q}"],
  [listed(made("a"), made("<P>")), "[a, ${P}]"],
  [mapped({ a: made("b"), c: listed() }), "{a: b, c: []}"],
  [ABSENT, ""],
  [anything("P"), "${P}"],
])("%# is written %j", (value, expected) => {
  expect(sourceText(value)).toBe(expected);
});

test("two origins have one key exactly if they are the same place", () => {
  const [one, same, other] = ["a.json", "a.json", "b.json"].map((path) => parseJson(source(path, "{}")));
  if (one === undefined || same === undefined || other === undefined) throw new Error("no document");
  const places: Origin[] = [
    { document: one, path: [] },
    { document: other, path: [] },
    { document: { ...one, within: "text" }, path: [] },
    { document: one, path: ["a"] },
    { document: one, path: ["a"], what: "key" },
    { document: one, path: ["a"], what: { start: 0, end: 1 } },
    { document: one, path: ["a"], what: { start: 1, end: 2 } },
  ];
  expect(new Set(places.map(originKey)).size).toBe(places.length);
  expect(originKey({ document: one, path: ["a"] })).toBe(originKey({ document: same, path: ["a"] }));
});
