import { describe, expect, test } from "vitest";
import type { Shown } from "../../values/shown.ts";
import { values } from "./evaluated.ts";

/** https://developer.hashicorp.com/terraform/language/functions: mostly the examples of each function's page. */
const KNOWN: readonly (readonly [call: string, value: Shown])[] = [
  ['format("Hello, %s! %d%%", "Ander", 5)', "Hello, Ander! 5%"],
  ['formatlist("%s-%s", ["a", "b"], "x")', ["a-x", "b-x"]],
  ['join("-", ["foo", "bar", "baz"])', "foo-bar-baz"],
  ['split(",", "foo,bar")', ["foo", "bar"]],
  ['lower("HELLO")', "hello"],
  ['upper("hello")', "HELLO"],
  ['title("hello world")', "Hello World"],
  ['trimspace("  hello\\n\\n")', "hello"],
  ['trimprefix("helloworld", "hello")', "world"],
  ['trimsuffix("helloworld", "world")', "hello"],
  ['trim("?!hello?!", "!?")', "hello"],
  ['chomp("hello\\n")', "hello"],
  ['strrev("hello")', "olleh"],
  ['replace("1 + 2 + 3", "+", "-")', "1 - 2 - 3"],
  ['substr("hello world", 1, 4)', "ello"],
  ['substr("hello world", -5, -1)', "world"],
  ['startswith("hello world", "hello")', "true"],
  ['endswith("hello world", "hello")', "false"],
  ['strcontains("hello world", "wor")', "true"],
  ['can(regex("^[a-z]+$", "abc"))', "true"],
  ['can(regex("^[a-z]+$", "a1"))', "false"],
  ['can(regex("b", "abc"))', "true"],
  ['regex("^[a-z]+$", "abc")', "abc"],
  ['tonumber("5") + 1', "6"],
  ["tostring(5)", "5"],
  ['tobool("true")', "true"],
  ["max(5, 12, 9)", "12"],
  ["min(5, 12, 9)", "5"],
  ['concat(["a"], ["b", "c"])', ["a", "b", "c"]],
  ['flatten([["a", "b"], [], [["c"]]])', ["a", "b", "c"]],
  ['compact(["a", "", null, "c"])', ["a", "c"]],
  ['distinct(["a", "b", "a"])', ["a", "b"]],
  ['reverse(["a", "b"])', ["b", "a"]],
  ['sort(["e", "d", "a"])', ["a", "d", "e"]],
  ["length([1, 2])", "2"],
  ["length({ a = 1 })", "1"],
  ['length("hello")', "5"],
  ['element(["a", "b", "c"], 4)', "b"],
  ['slice(["a", "b", "c", "d"], 1, 3)', ["b", "c"]],
  ["range(3)", ["0", "1", "2"]],
  ["range(1, 8, 3)", ["1", "4", "7"]],
  ['index(["a", "b"], "b")', "1"],
  ['contains(["a", "b"], "b")', "true"],
  ['contains(["a", "b"], "c")', "false"],
  ['one(["a"])', "a"],
  ["one([]) == null", "true"],
  ['coalesce("", null, "b")', "b"],
  ['coalescelist([], ["c"])', ["c"]],
  ["keys({ b = 1, a = 2 })", ["a", "b"]],
  ["values({ b = 1, a = 2 })", ["2", "1"]],
  ['lookup({ a = "ay" }, "a", "what?")', "ay"],
  ['lookup({ a = "ay" }, "c", "what?")', "what?"],
  ['merge({ a = "b", c = "d" }, null, { c = "z" })', { a: "b", c: "z" }],
  ['zipmap(["a", "b"], [1, 2])', { a: "1", b: "2" }],
  ['toset(["a", "b", "a"])', ["a", "b"]],
  ['tolist(["a"])', ["a"]],
  ["tomap({ a = 1 })", { a: "1" }],
  ['setunion(["a", "b"], ["b", "c"])', ["a", "b", "c"]],
  ["alltrue([true, false])", "false"],
  ["anytrue([true, false])", "true"],
  ["alltrue([])", "true"],
  ['jsonencode({ a = "x\\"", b = [1, true, null] })', '{"a":"x\\"","b":[1,true,null]}'],
  ['jsondecode("{\\"a\\": [1]}").a[0]', "1"],
  ['jsondecode(jsonencode({ a = "b" }))', { a: "b" }],
  ['nonsensitive("a")', "a"],
  ['concat([["a"], ["b"]]...)', ["a", "b"]],
  ['core::upper("a")', "A"],
];

test.each(KNOWN)("%s", (call, value) => {
  const [found] = values(`\${${call}}`);
  expect(found).toEqual(value);
});

describe("of a value that deployment decides", () => {
  const blocks = {
    variable: { s: { type: "string" }, l: { type: "list(string)" } },
    resource: { test_later: { x: {} } },
  };
  const cases: readonly (readonly [call: string, values: readonly Shown[]])[] = [
    ['format("a-%s", var.s)', ["a-<s>"]],
    ['format("%05d", var.s)', ["<s>"]],
    ['formatlist("arn:%s", var.l)', [["arn:<l>"]]],
    ['[for each in var.l : "arn:${each}"]', [["arn:<l>"]]],
    ['join(",", ["a", var.s])', ["a,<s>"]],
    ['concat(["a"], var.l)', [["a", "<l>"]]],
    ['concat(["a"], test_later.x.y)', ["?known-after-apply test_later.x.y…"]],
    ['compact(["a", var.s])', [["a"], ["a", "<s>"]]],
    ['coalesce(var.s, "b")', ["b", "<s>"]],
    ["length(var.l) > 0", ["true"]],
    ['length(concat(["a"], var.l)) == 0', ["false"]],
    ['concat(["a"], var.l)[1]', ["?parameter l"]],
    ['contains(["a", var.s], "a")', ["true"]],
    ['contains(["b", var.s], "a") ? 1 : 2', ["1", "2"]],
    ['trimprefix("a-${var.s}", "a-")', ["<s>"]],
    ['trimspace("${var.s}")', ["<s>"]],
    ["merge({ a = 1 }, test_later.x.y)", ["?known-after-apply test_later.x.y"]],
    ["jsonencode([var.s, var.l, 1])", ['["<s>",<l>,1]']],
    ["sensitive(var.s)", ["<sensitive value>"]],
    ["element(var.l, 0)", ["<l>"]],
    ["one(var.l)", ["<l>"]],
  ];
  test.each(cases)("%s", (call, expected) => {
    expect(values(`\${${call}}`, blocks)).toEqual(expected);
  });
});
