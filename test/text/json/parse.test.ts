import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, Path } from "../../../src/text/document.ts";
import { parseJson } from "../../../src/text/json/parse.ts";
import { Problem } from "../../../src/text/problem.ts";
import { type Range, source } from "../../../src/text/source.ts";

const parse = (text: string) => parseJson(source("template.json", text));

function slice(text: string, path: Path, what?: "value" | "key" | Range): string {
  const { start, end } = parse(text).locate(path, what);
  return text.slice(start, end);
}

describe("the place of", () => {
  const text = ` {"a" : [1, {"b\\u0021":"x\\n\\u00e9\\"y"}, [] ],\n"n": -1.50, "__proto__": {"constructor": null}, "d":1,"d": "two", "e" : "c" } `;
  const rows: [string, Path, "value" | "key" | Range, string][] = [
    ["the root", [], "value", text.trim()],
    ["the root's key", [], "key", text.trim()],
    ["a key, quotes included", ["a"], "key", '"a"'],
    ["a list", ["a"], "value", '[1, {"b\\u0021":"x\\n\\u00e9\\"y"}, [] ]'],
    ["an item", ["a", 0], "value", "1"],
    ["an item's key", ["a", 0], "key", "1"],
    ["an empty list", ["a", 2], "value", "[]"],
    ["a key with an escape", ["a", 1, "b!"], "key", '"b\\u0021"'],
    ["a text, quotes included", ["a", 1, "b!"], "value", '"x\\n\\u00e9\\"y"'],
    ["a character", ["a", 1, "b!"], { start: 0, end: 1 }, "x"],
    ["escaped characters", ["a", 1, "b!"], { start: 1, end: 4 }, '\\n\\u00e9\\"'],
    ["the last character", ["a", 1, "b!"], { start: 4, end: 5 }, "y"],
    ["no characters at the end", ["a", 1, "b!"], { start: 5, end: 5 }, ""],
    ["digits of a number", ["n"], { start: 1, end: 3 }, "1."],
    ["a key that JavaScript knows", ["__proto__", "constructor"], "value", "null"],
    ["the last of two equal keys", ["d"], "value", '"two"'],
    ["no key that goes on past its quotes", ['e" : "c'], "value", text.trim()],
    ["no key for a number", [1], "value", text.trim()],
    ["no item for its digits", ["a", "0"], "value", '[1, {"b\\u0021":"x\\n\\u00e9\\"y"}, [] ]'],
    ["what is not there: its parent", ["a", 1, "nowhere", "at", "all"], "key", '{"b\\u0021":"x\\n\\u00e9\\"y"}'],
    ["an item past the end", ["a", 7], "value", '[1, {"b\\u0021":"x\\n\\u00e9\\"y"}, [] ]'],
    ["an entry of a text", ["a", 1, "b!", "length"], "value", '"x\\n\\u00e9\\"y"'],
  ];
  test.each(rows)("%s", (_, path, what, expected) => {
    expect(slice(text, path, what)).toBe(expected);
  });

  test("spelling", () => {
    const document = parse(text);
    expect(document.spelling(["n"])).toBe("-1.50");
    expect(document.spelling(["a", 1, "b!"])).toBe('x\\n\\u00e9\\"y');
    expect(document.spelling(["a"])).toBeUndefined();
    expect(document.spelling(["b"])).toBeUndefined();
  });
});

test("the text at the place of a value is the value", () => {
  function* paths(value: Json, path: Path): Generator<[Path, Json]> {
    yield [path, value];
    if (typeof value !== "object" || value === null) return;
    const step = (key: string) => (Array.isArray(value) ? Number(key) : key);
    for (const [key, inner] of Object.entries(value)) yield* paths(inner, [...path, step(key)]);
  }
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, "\t"), (json, indent) => {
      const document = parse(JSON.stringify(json, null, indent));
      for (const [path, value] of paths(document.value, [])) {
        const { start, end } = document.locate(path);
        expect(JSON.stringify(JSON.parse(document.source.text.slice(start, end)))).toBe(JSON.stringify(value));
      }
    }),
  );
});

test("each character of a text is found where it is spelled", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, escaped) => {
      const spelled = JSON.stringify(text);
      const ascii = spelled.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      const document = parse(`{"k": ${escaped ? ascii : spelled}}`);
      for (const [at, unit] of text.split("").entries()) {
        const { start, end } = document.locate(["k"], { start: at, end: at + 1 });
        const spelling = document.source.text.slice(start, end);
        expect(spelling.startsWith("\\") ? JSON.parse(`"${spelling}"`) : spelling).toBe(unit);
      }
    }),
  );
});

function problemOf(text: string): Problem | undefined {
  try {
    parse(text);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
}

describe("a text that is no JSON: where, what, and what to do", () => {
  const rows: [text: string, line: number, column: number, message: string, help: string][] = [
    ['{"a": 1,\n}', 1, 8, "a comma after the last entry", "remove it"],
    ["[1,\n 2 , ]", 2, 4, "a comma after the last entry", "remove it"],
    ['{\n  // why\n "a": 1}', 2, 3, "a comment, which JSON does not allow", "remove it"],
    ['{"a": /* why */ 1}', 1, 7, "a comment, which JSON does not allow", "remove it"],
    ['{"a" # why\n: 1}', 1, 6, "a comment, which JSON does not allow", "remove it"],
    ['{"a": 1 // why\n}', 1, 9, "a comment, which JSON does not allow", "remove it"],
    ["[1] // why", 1, 5, "a comment, which JSON does not allow", "remove it"],
    ["{'a': 1}", 1, 2, "single quotes", "double quotes"],
    ["{\"a\": 'b'}", 1, 7, "single quotes", "double quotes"],
    ["{a: 1}", 1, 2, "a key without double quotes", '"key": value'],
    ['{"a": 1,, "b": 2}', 1, 9, "a comma where a key is expected", "remove"],
    ["[1,,2]", 1, 4, "a comma where a value is expected", "remove"],
    ['{"a" 1}', 1, 6, "no colon after the key", '"key": value'],
    ['{"a": }', 1, 7, "a closing bracket where a value is expected", "add the value"],
    ['{"a": 1 "b": 2}', 1, 9, "no comma between two values", "add the comma"],
    ['["a" "b"]', 1, 6, "no comma between two values", "add the comma"],
    ['["a": 1]', 1, 5, "a colon where a comma is expected", "{"],
    ['{"a": [1, 2}', 1, 12, "a closing bracket of the wrong kind", "close { with }"],
    ['{"a": 012345678901}', 1, 7, "a number that begins with 0", "account ids in double quotes"],
    ["[+1]", 1, 2, "a number that is not valid JSON", "double quotes"],
    ["[1.]", 1, 2, "a number that is not valid JSON", "double quotes"],
    ["[0x1F]", 1, 2, "a number that is not valid JSON", "double quotes"],
    ["[NaN]", 1, 2, "a word that is not valid JSON", "true, false and null"],
    ["[True]", 1, 2, "a word that is not valid JSON", "true, false and null"],
    ["[\u00a01]", 1, 2, "cannot start a JSON value", "double quotes"],
    ['["a\\x41"]', 1, 4, "an escape sequence that is not valid JSON", "backslash"],
    ['["a\\u12"]', 1, 4, "an escape sequence that is not valid JSON", "backslash"],
    ['["a\nb"]', 1, 4, "a line break in a string", "closing quote"],
    ['["a\tb"]', 1, 4, "a control character in a string", "\\t"],
    ['{\n "a": {\n  "b": [1', 3, 10, "the text ends here, and the [ of line 3 is never closed", "close it"],
    ['{\n "a": {', 2, 8, "the text ends here, and the { of line 2 is never closed", "close it"],
    ['{\n "a": "b', 2, 9, 'the text ends here, and the " of line 2 is never closed', "close it"],
    ['{"a": 1} {"b": 2}', 1, 10, "more text after the end of the document", "one JSON document"],
    ["", 1, 1, "no value in this file", "empty"],
    ["[".repeat(1001), 1, 1001, "nested more than 1000 levels deep", "how the file was made"],
    ["[".repeat(1001) + "]".repeat(1001), 1, 1001, "nested more than 1000 levels deep", "how the file was made"],
  ];
  test.each(rows)("%j", (text, line, column, message, help) => {
    const problem = problemOf(text);
    expect([problem?.line, problem?.column]).toEqual([line, column]);
    expect(problem?.message).toContain(message);
    expect(problem?.help).toContain(help);
  });

  test("whatever the native parser refuses is explained, and nothing else", () => {
    const whole = '{"a": [1, -2.5e+3, true, "x\\n\\u00e9\\""], "b": {"c": [[], ""], "d": null}}';
    const token = fc.constantFrom(
      ...`{|}|[|]|,|:|"|'|//|#|0|01|-|1.|.5|e5|NaN|tru|\\|\n|\t|\u00a0|\u0001|"k"|null|`.split("|"),
    );
    const edit = fc.record({ at: fc.nat(whole.length), drop: fc.nat(3), token });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = edits.reduce(
          (before, { at, drop, token }) => before.slice(0, at) + token + before.slice(at + drop),
          whole,
        );
        const native = () => JSON.parse(text);
        const problem = problemOf(text);
        if (problem === undefined) expect(native).not.toThrow();
        else expect(native).toThrow(SyntaxError);
        expect(problem?.message ?? "").not.toContain("no value");
      }),
      { numRuns: 1000 },
    );
  });
});

test("nesting as deep as is allowed is read and located", () => {
  const text = `${'{"a":'.repeat(999)}[7]${"}".repeat(999)}`;
  const path = [...Array<string>(999).fill("a"), 0];
  expect(slice(text, path)).toBe("7");
});

test("a place deep in a long text is found by the same steps again", () => {
  const long = JSON.stringify({ skipped: Array(2000).fill({ a: ["]}", '"', 1] }), wanted: { b: [{}, "here"] } });
  const document = parse(`{"outer": ${long}}`);
  for (const key of ["wanted", "skipped", "wanted"]) {
    const { start, end } = document.locate(["outer", key]);
    expect(document.source.text.slice(start, end)).toBe(JSON.stringify(JSON.parse(long)[key]));
  }
});
