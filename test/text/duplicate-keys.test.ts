import { describe, expect, test } from "vitest";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";

/** "line:column message" of each warning. */
function warnings(path: string, text: string): string[] {
  return parse(source(path, text)).warnings.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const at = (where: string, line: number) => `${where} duplicate key: line ${line} has it already; the last one counts`;

describe("keys that stand twice in JSON are told where they stand again", () => {
  const rows: [string, string, string[]][] = [
    ["in an object", '{"a": 1,\n "a": 2}', [at("2:2", 1)]],
    ["three times", '{"a": 1, "b": 2,\n"a": 3,\n"a": 4}', [at("2:1", 1), at("3:1", 2)]],
    ["deep in lists", '[{"x": [[{"a": {}, "a" : []}]]}]', [at("1:20", 1)]],
    ["one spelled with an escape", '{"a\\n": 1, "\\u0061\\n": 2}', [at("1:12", 1)]],
    ["a name that JavaScript gives meaning to", '{"__proto__": 1, "__proto__": 2}', [at("1:18", 1)]],
    ["with brackets and quotes in texts", '{"a": "}\\"{,\\"a\\":", "a": 2}', [at("1:22", 1)]],
  ];
  test.each(rows)("%s", (_, text, expected) => {
    expect(warnings("a.json", text)).toEqual(expected);
  });

  test.each([
    ["the same key in two objects", '[{"a": {"a": 1}}, {"a": 1}]'],
    ["a key that a value repeats", '{"a": "a", "b": ["a", "a"]}'],
    ["keys that differ in case", '{"a": 1, "A": 2}'],
    ["names that objects of JavaScript have", '{"constructor": 1, "toString": 2}'],
  ])("and not %s", (_, text) => {
    expect(warnings("a.json", text)).toEqual([]);
  });

  test("as in YAML", () => {
    const text = '{"a": {"b": 1,\n"b": 2}, "a": 3}';
    expect(warnings("a.yaml", `${text} # no JSON`)).toEqual(warnings("a.json", text));
  });
});

test("a hundred are told, not all of them", () => {
  expect(warnings("a.json", `{${Array(1000).fill('"a": 1').join()}}`)).toHaveLength(100);
});
