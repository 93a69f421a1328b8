import { describe, expect, test } from "vitest";
import type { Shown } from "../../values/shown.ts";
import { values } from "./evaluated.ts";
import { fixture } from "./fixtures.ts";

/** Expressions with what the real Terraform made of them, as JSON; null where it refuses one. test/e2e/terraform/make.mjs writes it. */
const ROWS: readonly (readonly [expression: string, terraform: string | null])[] = JSON.parse(
  fixture("expressions.json"),
);

/** What is not worked out: every value that it can have counts. */
const OPEN: ReadonlySet<string> = new Set([
  // Functions and verbs that no policy at hand is made with.
  ...['format("%q", "a\\"b")', 'format("%x", 255)', 'format("%#v", {a = 1})'],
  ...['transpose({ a = ["1", "2"], b = ["2"] })'],
  'matchkeys(["i-123", "i-abc", "i-def"], ["us-west", "us-east", "us-east"], ["us-east"])',
  // Networks of IPv6, and negative numbers.
  ...[
    'cidrhost("fd00::/8", 5)',
    'cidrnetmask("fd00::/8")',
    'cidrsubnet("10.1.2.0/24", -1, 0)',
    'cidrsubnet("10.1.2.0/24", 2, -1)',
  ],
  // YAML of which Terraform makes timestamps, and other numbers than CloudFormation does.
  ...[
    "yamldecode(\"a: '012345678901'\")",
    'yamldecode("")',
    'yamldecode("? a\\n: b")',
    'yamldecode("[no, ~, null, 1.5, 0x10]")',
    'yamldecode("a")',
    'yamldecode("a: !!str 5")',
    'yamldecode("a: &x [1]\\nb: *x")',
    'yamldecode("a: &x b\\nc: *x")',
    "yamldecode(\"a: '2012-10-17'\")",
    'yamldecode("a: 0123")',
    'yamldecode("a: 012345670123")',
    'yamldecode("a: 1.50")',
    'yamldecode("a: 1_000\\nb: 0x1F\\nc: .inf\\nd: 1e3\\ne: +5")',
    'yamldecode("a: 2012-10-17")',
    'yamldecode("a: [x, \'y\', \\"z\\"]\\nb:\\n  - c: d\\n    e: arn:aws:iam::111122223333:root\\n")',
    'yamldecode("a: b\\n---\\nc: d\\n")',
    'yamldecode("a: on\\nb: True\\nc: NO")',
    'yamldecode("a: yes")',
    'yamldecode("yes")',
    'yamldecode("{")',
    "yamldecode(\"{a: [1, 'x', true]}\")",
    'yamlencode({a = "two\\nlines"})',
  ],
  // Lines that are folded.
  ...ROWS.flatMap(([each]) => (each.startsWith('yamlencode({a = "long words') ? [each] : [])),
  // Of patterns only what Java and RE2 read alike.
  ...['regex("(?i)ABC", "xabcx")', 'regex("(?s)a.c", "a\\nc")', 'regex("(?m)^b$", "a\\nb")'],
  ...['regex("[[:alpha:]]+", "12ab3")', 'regex("\\\\pL+", "12éa3")', 'regex("\\\\bfoo\\\\b", "a foo b")'],
  ...['regex("(?=x)x", "x")', 'try(regex("(", "y"), "z")'],
  // Numbers that are not exact here, or none.
  ...["1 / 0", "(10 / min(1, 0)) <= 0", "10 % 0"],
  ...['"${1 / 3}"', '"${0.1 + 0.2}"', "abs(-12.4)", "ceil(5.1)", "ceil(-5.1)", "floor(4.9)", "floor(-4.9)"],
  '[for x in (true ? [1, 2] : ["a"]) : x if x != 1]',
  ...["length(5)", 'length(coalesce(false, "a"))'],
  // Of which types two values are is not always known here, and values of two types are never equal.
  ...['1 == "1"', 'true == "true"', '[1] == ["1"]', "{a = 1} == {a = 1}", 'tolist(["a"]) == ["a"]'],
  ...['["a"] == toset(["a"])', 'contains([1, 2], "1")', 'contains(["1"], 1)', 'contains([true], "true")'],
  ...['contains([["a"]], ["a"])', 'index([1, 2], "2")'],
  // Refused by Terraform, of which no configuration in use has any.
  ...['flatten("a")', 'element(["a", "b"], 0.5)', 'element(toset(["b", "a"]), 0)', 'toset(["a"])[0]', 'keys(["a"])'],
  ...["contains({a = 1}, 1)", 'contains("abc", "a")', 'one("a")', 'jsondecode("{")'],
]);

/** Terraform refuses them: nothing is deployed, so that nobody is let in whatever is said here. */
const ACCEPTED: ReadonlySet<string> = new Set([
  ...["tobool(1)", 'element(["a", "b", "c"], -1)', "range(1, 5, -1)"],
  ...['tolist([["a"], "b"])', 'tomap({ a = 1, b = ["x"] })'],
]);

/** Of these the type alone differs, the order of what has none, or the sign of nothing. */
const ALIKE = new Set(['coalesce(null, 5, "a")', 'toset([["b"], ["a"]])', "-0", "-(0)"]);

/** What it is here in each world: a JSON text, "open" where that is not worked out, null where it is refused. */
function workedOut(expression: string): readonly (string | null)[] {
  return values(`\${jsonencode(${expression})}`).map((each) => {
    if (String(each).startsWith("refused: ")) return null;
    // A JSON text of Terraform's has no such bracket: what is not known does.
    return typeof each === "string" && !/^\?|</.test(each) ? each : "open";
  });
}

test.each(ROWS.filter(([each]) => ![OPEN, ACCEPTED, ALIKE].some((exceptions) => exceptions.has(each))))(
  "%s",
  (expression, terraform) => {
    expect(workedOut(expression)).toEqual([terraform]);
  },
);

test.each([...OPEN])("%s is left open: it is any of its values, or anything", (expression) => {
  const all = workedOut(expression);
  expect(all.length > 1 || all[0] === "open").toBe(true);
});

test.each([...ACCEPTED])("%s has a value here although Terraform refuses it", (expression) => {
  const row = ROWS.find(([each]) => each === expression);
  expect([row?.[1], workedOut(expression)]).toEqual([null, [expect.any(String)]]);
});

describe("of a value that deployment decides", () => {
  const blocks = {
    variable: { s: { type: "string" }, l: { type: "list(string)" } },
    resource: { test_later: { x: {} } },
    data: { aws_partition: { p: {} } },
  };
  const cases: readonly (readonly [call: string, values: readonly Shown[]])[] = [
    ['format("a-%s", var.s)', ["a-<s>"]],
    ['provider::aws::arn_build("aws", "iam", "", var.s, "role/r")', ["arn:aws:iam::<s>:role/r"]],
    ['provider::aws::arn_build("aws", "iam", "", "x")', ["refused: an expression that Terraform refuses"]],
    ['provider::aws::arn_parse("arn:aws:sns:r:1:a:b").resource', ["a:b"]],
    [
      'provider::aws::arn_parse("arn:aws:iam::${data.aws_caller_identity.c.account_id}:root").account_id',
      ["<that data.aws_caller_identity.c tells>"],
    ],
    ['provider::aws::arn_parse("arn:aws:iam::${var.s}:root").account_id', ["?parameter s.account_id"]],
    ['provider::aws::arn_parse("arn:aws")', ["refused: an expression that Terraform refuses"]],
    ['provider::aws::trim_iam_role_path("arn:aws:iam::444455556666:role/a/b/r")', ["arn:aws:iam::444455556666:role/r"]],
    ['provider::aws::trim_iam_role_path("${var.s}/r")', ["<s>"]],
    ['replace("X-b-X", "X", "[${var.s}]")', ["[<s>]-b-[<s>]"]],
    ['replace("${var.s}X", "X", var.s)', ["<s>"]],
    ['replace("X-b-X", "/X/", var.s)', ["<s>"]],
    ['format("%05d", var.s)', ["<s>"]],
    ['format("${data.aws_partition.p.partition}:%s:100%%", "a")', ["<aws_partition>:a:100%"]],
    ['format("${data.aws_partition.p.partition}:%", "a")', ["<aws_partition>"]],
    ['format("${var.s}:%s", "a")', ["<s>"]],
    ["range(data.aws_partition.p.partition)", ["?known-after-apply aws_partition…"]],
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

test("what is left open or accepted is among the expressions that Terraform was asked about", () => {
  const asked = new Set(ROWS.map(([each]) => each));
  expect([...OPEN, ...ACCEPTED, ...ALIKE].filter((each) => !asked.has(each))).toEqual([]);
});
