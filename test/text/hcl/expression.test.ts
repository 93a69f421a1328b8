import { describe, expect, test } from "vitest";
import { parseExpression } from "../../../src/text/hcl/parse.ts";
import { Problem } from "../../../src/text/problem.ts";
import { source } from "../../../src/text/source.ts";
import { nodesOf, written } from "./written.ts";

function parsed(text: string) {
  return parseExpression(source("x.tf", text));
}

/** HCL Native Syntax Specification, https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md: heading, text, tree. */
const TREES: readonly (readonly [heading: string, text: string, tree: string])[] = [
  ["Numeric Literals", "1", "1"],
  ["Numeric Literals", "012", "12"],
  ["Numeric Literals", "1.50", "1.5"],
  ["Numeric Literals", "2e3", "2000"],
  ["Literal Values", "[true, false, null]", "[true false null]"],
  ["Identifiers", "größe-1_x", "größe-1_x"],
  ["Identifiers: keywords begin longer names", "[trueish, null_, format]", "[trueish null_ format]"],
  ["Comments", "1 # one\n", "1"],
  ["Comments", "/* a\n b */ 1 // two", "1"],
  ["Collection Values: tuples", "[1, 2,\n 3,]", "[1 2 3]"],
  ["Collection Values: tuples", "[]", "[]"],
  ["Collection Values: objects", "{ a = 1, b : 2 }", "{`a`=1 `b`=2}"],
  ["Collection Values: objects", "{\n  a = 1\n  b = 2 # two\n}", "{`a`=1 `b`=2}"],
  ["Collection Values: objects, keys in quotes", '{ "a b" = 1 }', "{`a b`=1}"],
  ["Collection Values: objects, computed keys", "{ (x.y) = 1 }", "{(. x y)=1}"],
  ["Collection Values: objects, keys that are keywords", "{ true = 1, null = 2 }", "{`true`=1 `null`=2}"],
  ["Collection Values: objects, a value over lines in brackets", "{ a = (1 +\n 2) }", "{`a`=(+ 1 2)}"],
  ["Functions and Function Calls", "f(1, g())", "f(1 g())"],
  ["Functions and Function Calls: expansion", "f(a, b...)", "f(a b...)"],
  ["Functions and Function Calls: a comma at the end", "f(\n a,\n)", "f(a)"],
  ["Functions and Function Calls: namespaces", "provider::aws::arn_parse(x)", "provider::aws::arn_parse(x)"],
  ["For Expressions", '[for v in ["a"]: v]', "(for v in [`a`]: v)"],
  ["For Expressions", "{for i, v in x: v => i}", "(for i v in x: v => i)"],
  ["For Expressions", "[for v in x: v if v < 5]", "(for v in x: v if (< v 5))"],
  ["For Expressions: grouping", "{for i, v in x: v => i...}", "(for i v in x: v => i...)"],
  ["For Expressions: names that begin with for", "[forward, format(a)]", "[forward format(a)]"],
  ["Index Operator", 'x["a"][0]', "([] ([] x `a`) 0)"],
  ["Index Operator: legacy", "x.0.1.a", "(. ([] ([] x 0) 1) a)"],
  ["Attribute Access Operator", "x.y.z", "(. (. x y) z)"],
  ["Attribute Access Operator: over lines in brackets", "[x\n.y]", "[(. x y)]"],
  ["Splat Operators: full", "x[*].a[0]", "(each x ([] (. * a) 0))"],
  ["Splat Operators: attributes only, an index asks the result", "x.*.a[0]", "([] (each x (. * a)) 0)"],
  ["Splat Operators: alone", "x[*]", "(each x *)"],
  ["Splat Operators: nested", "x[*].a[*].b", "(each x (each (. * a) (. * b)))"],
  ["Operations: multiplication before addition", "1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"],
  ["Operations: comparison before equality", "a == b < c", "(== a (< b c))"],
  ["Operations: and before or", "a || b && c", "(|| a (&& b c))"],
  ["Operations: signs and negation bind closest", "!a == -b", "(== (! a) (- b))"],
  ["Operations: left to right", "8 / 4 % 3", "(% (/ 8 4) 3)"],
  ["Operations: parentheses", "(1 + 2) * 3", "(* (+ 1 2) 3)"],
  ["Conditional Operator", 'a ? "b" : c', "(? a `b` c)"],
  ["Conditional Operator: to the right", "a ? b : c ? d : e", "(? a b (? c d e))"],
];

test.each(TREES)("%s: %s", (_, text, tree) => {
  expect(written(parsed(text))).toBe(tree);
});

test.each(TREES)("every node of it stands where it is written: %s %s", (_, text) => {
  for (const node of nodesOf(parsed(text))) {
    const alone = text.slice(node.start, node.end);
    if (node.kind !== "element") expect(written(parsed(`(${alone})`)), alone).toBe(written(node));
  }
});

describe("what is no expression is told where it ceases to be one", () => {
  const cases: readonly (readonly [text: string, message: string, line: number, column: number])[] = [
    ["", "expected a value", 1, 1],
    ["1 +", "expected a value", 1, 4],
    ["a b", "text after the expression", 1, 3],
    ["[1\n 2]", 'expected "," or "]"', 2, 2],
    ["{ a 1 }", '":" after a key', 1, 5],
    ["{ a = 1 b = 2 }", 'expected "," or "}"', 1, 9],
    ["f(1", '"," or ")"', 1, 4],
    ["f(a..., b)", 'expected ")" after "..."', 1, 9],
    ["a::b", 'expected "(" after the name of a function', 1, 5],
    ["a ? b", '":" and what holds otherwise', 1, 6],
    ["x[1", 'expected "]"', 1, 4],
    ["x.", "expected a name", 1, 3],
    ["(1", 'expected ")"', 1, 3],
    ["[for x of y: x]", 'expected "in"', 1, 8],
    ['"a', "a string that is not closed", 1, 3],
    ['"a\\q"', "a string that is not closed, or an escape that is none", 1, 3],
    ['"\\UFFFFFFFF"', "an escape beyond Unicode", 1, 12],
    ['"a\nb"', "a string that is not closed", 1, 3],
    ["/* a", "a comment that is not closed", 1, 1],
    ["{ a = 1 +\n 2 }", "expected a value", 1, 10],
  ];
  test.each(cases)("%j: %s", (text, message, line, column) => {
    let problem: unknown;
    try {
      parsed(text);
    } catch (thrown) {
      problem = thrown;
    }
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ message: expect.stringContaining(message), line, column });
  });
});

describe("hostile text ends in a Problem or a tree", () => {
  const refused: readonly (readonly [string, string])[] = [
    ["brackets", "[".repeat(100_000)],
    ["parentheses", "(".repeat(100_000)],
    ["signs", "-".repeat(100_000)],
    ["objects", "{a=".repeat(100_000)],
    ["conditionals", "a?".repeat(100_000)],
    ["templates in templates", '"${'.repeat(100_000)],
    ["a chain of operators", "1+".repeat(100_000)],
    ["a chain of references", `a${".b".repeat(100_000)}`],
    ["a chain of splats", `a${"[*]".repeat(100_000)}`],
  ];
  test.each(refused)("%s", (_, text) => {
    expect(() => parsed(text)).toThrow(Problem);
  });

  test("a list of a hundred thousand items is no deeper than one", () => {
    expect(parsed(`[${"1,".repeat(100_000)}]`)).toMatchObject({ kind: "tuple", items: { length: 100_000 } });
  });
});
