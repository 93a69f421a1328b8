import { describe, expect, test } from "vitest";
import { Problem } from "../../../src/text/problem.ts";
import { source } from "../../../src/text/source.ts";
import { parseYaml } from "../../../src/text/yaml/parse.ts";

function problemOf(text: string): Problem {
  try {
    parseYaml(source("template.yaml", text));
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error("no problem");
}

describe("a YAML text that cannot be read: where, what, and what to do", () => {
  const rows: [text: string, line: number, column: number, message: string, help: string][] = [
    ["a:\n\tb: 1", 2, 1, "a tab in the indentation", "replace the tab"],
    ["a:\n  - b\n\t- c\n", 3, 1, "a tab in the indentation", "replace the tab"],
    ["Principal:\n  AWS: *\n", 2, 8, "a bare *", 'quotes around it: "*"'],
    ["a: *name\n", 1, 4, "an alias, and no anchor", "quote the text"],
    ["a: &x 1\nb: !Ref *x\n", 2, 9, "an alias with a tag", "where the anchor"],
    ["a: !Base64 !Sub x\n", 1, 12, "two short forms in a row", "long form"],
    ["a: {{ account }}\n", 1, 5, "a key that is no plain text", "run that first"],
    ["? [a]\n: b\n", 1, 3, "a key that is no plain text", "quotes"],
    ["!Sub a: b\n", 1, 6, "a key that is no plain text", "quotes"],
    ["<<: x\n", 1, 1, "<< takes in", "a map"],
    ["<<: [{a: 1}, !Ref b]\n", 1, 1, "<< takes in", "a map"],
    ['a: "x\nb: 1\n', 3, 1, "a quote that is never closed", "closing quote"],
    ["a: 'x' y\n", 1, 8, "more text after the end of a value", "quotes around the whole"],
    ['a: "\\q"\n', 1, 5, "an escape sequence that is not valid YAML", "single quotes"],
    ["a: [1,\nb: 2\n", 2, 1, "a bracket is not closed", "close the bracket"],
    ["[1, 2", 1, 6, "the text ends before a bracket is closed", "closing bracket"],
    ['["a" "b"]', 1, 6, "a comma is missing", "by commas"],
    ["a: b: c\n", 1, 4, "a second key on the same line", "quote a text"],
    ["a: 1\nfoo\nc: 2\n", 2, 1, "text where a key is expected", "key: value"],
    ["a:\n  b: 1\n c: 2\n", 3, 1, "the indentation does not match", "same column"],
    ["a: - b\n", 1, 4, "a list on the same line as its key", "next line"],
    ["a: @x\n", 1, 4, "cannot start with this character", "quotes"],
    ["a: !e!x y\n", 1, 4, "a tag that YAML cannot read", "single !"],
    ["a: |\n    \n  x\n", 3, 3, "an empty line with more spaces", "remove the spaces"],
    ["a: 1\n]\n", 2, 1, "unexpected text here", "missing quote, bracket or colon"],
    ["a: 'x\n---\nb: c'\n", 1, 6, "a quote that is never closed", "closing quote"],
    ["a: 1\n---\nb: [\n", 4, 1, "a bracket is not closed", "close the bracket"],
  ];
  test.each(rows)("%j", (text, line, column, message, help) => {
    const problem = problemOf(text);
    expect([problem.line, problem.column]).toEqual([line, column]);
    expect(problem.message).toContain(message);
    expect(problem.help).toContain(help);
  });

  test("the input is not quoted", () => {
    for (const text of [
      '"hunter2" "hunter2"',
      '"\\hunter2"',
      "a: hunter2: b",
      "a: !<hunter2",
      "- hunter2\nb: >hunter2",
    ]) {
      const { message, help } = problemOf(text);
      expect(message + help).not.toContain("unter2");
    }
  });
});

describe("a hostile YAML text is refused where it becomes one", () => {
  const deep = "nested more than 100 levels deep";
  const bomb = [
    "a: &l0 [x, x]",
    ...Array.from({ length: 40 }, (_, at) => `b${at}: &l${at + 1} [*l${at}, *l${at}]`),
  ].join("\n");
  const tower = [
    "a: &l0 [x]",
    ...Array.from({ length: 3 }, (_, at) => `b${at}: &l${at + 1} ${"[".repeat(40)}*l${at}${"]".repeat(40)}`),
  ];
  const rows: [name: string, text: string, line: number, column: number, message: string][] = [
    ["brackets 50,000 deep", "[".repeat(50_000), 1, 102, deep],
    ["braces 50,000 deep", `${"{a: ".repeat(50_000)}${"}".repeat(50_000)}`, 1, 405, deep],
    ["dashes 50,000 deep", `${"- ".repeat(50_000)}x`, 1, 203, deep],
    ["brackets 101 deep", "[".repeat(101) + "]".repeat(101), 1, 101, deep],
    ["aliases that double each time", bomb, 18, 12, "values behind them"],
    ["more than 100 aliases", `- &a x\n${"- *a\n".repeat(101)}`, 102, 3, "more than 100 aliases"],
    ["aliases that nest deeply", tower.join("\n"), 4, 49, deep],
    ["more than CloudFormation takes", "#\n".repeat(524_289), 1, 1, "more than 1 MB"],
    ["a list within itself", "a: &a\n  - *a\n", 2, 5, "within the value that it repeats"],
    ["a map merged into itself", "a: &a\n  <<: *a\n", 2, 7, "within the value that it repeats"],
  ];
  test.each(rows)("%s", (_, text, line, column, message) => {
    const problem = problemOf(text);
    expect([problem.line, problem.column]).toEqual([line, column]);
    expect(problem.message).toContain(message);
  });
});

test("what is large and harmless is read", () => {
  const read = (text: string) => parseYaml(source("a.yaml", text)).documents[0]?.value;
  expect(read("[".repeat(100) + "]".repeat(100))).toBeDefined();
  expect(read(`a: ${"x".repeat(1_000_000)}`)).toEqual({ a: "x".repeat(1_000_000) });
  expect(read(`a: "${"x ".repeat(500_000)}"`)).toEqual({ a: "x ".repeat(500_000) });
  expect(read(`- &a x\n${"- *a\n".repeat(100)}`)).toHaveLength(101);
});
