import { describe, expect, test } from "vitest";
import type { Shown } from "../../values/shown.ts";
import { values } from "./evaluated.ts";

/** Of which nothing is declared and nobody knows anything. */
const LATER = { resource: { test_later: { x: {} } } };

describe("an expression that is known", () => {
  const cases: readonly (readonly [expression: string, value: Shown])[] = [
    ['"a"', "a"],
    ['"a${1 + 2}b"', "a3b"],
    ["[1, true, null]", ["1", "true", ""]],
    ['{ a = 1, "b" = { c = 2 } }', { a: "1", b: { c: "2" } }],
    ['{ ("a${1}") = 2 }', { a1: "2" }],
    ["{ a = { b = [5, 6] } }.a.b[1]", "6"],
    ['{ a = 1 }["a"]', "1"],
    ["2 * 3 - 1", "5"],
    ["7 / 2", "3.5"],
    ["7 % 4", "3"],
    ["-(1)", "-1"],
    ["1 < 2 && !(3 >= 4)", "true"],
    ['"a" == "a" || [][1]', "true"],
    ["{ a = 1 } != { a = 2 }", "true"],
    ["null == null", "true"],
    ['"a" == null', "false"],
    ['true ? "a" : "b"', "a"],
    ['[for v in ["a", "b"] : upper(v)]', ["A", "B"]],
    ['[for i, v in ["a", "b"] : "${i}${v}" if v != "a"]', ["1b"]],
    ["{ for k, v in { b = 1, a = 2 } : v => k }", { "1": "b", "2": "a" }],
    ['{ for v in ["a", "a", "b"] : v => 1... }', { a: ["1", "1"], b: ["1"] }],
    ["[{ a = 1 }, { a = 2 }][*].a", ["1", "2"]],
    ["[{ a = [1, 2] }, { a = [3, 4] }].*.a[0]", ["1", "2"]],
    ["[{ a = [1, 2] }, { a = [3, 4] }][*].a[0]", ["1", "3"]],
    ["{ a = 1 }[*].a", ["1"]],
    ["null[*].a", []],
    ['"%{ for v in [1, 2] }${v},%{ endfor }"', "1,2,"],
    ['"%{ if 1 > 2 }a%{ else }b%{ endif }"', "b"],
    ["path.module", "."],
  ];
  test.each(cases)("%s", (expression, value) => {
    expect(values(`\${${expression}}`)).toEqual([value]);
  });
});

describe("what Terraform refuses whatever deployment decides is told", () => {
  test.each(["[1][1]", "{ a = 1 }.b", '"a${[1]}"', '"a" + 1', '"a${null}"', "0 / 0", 'tonumber("x")', "one([1, 2])"])(
    "%s",
    (expression) => {
      expect(values(`\${${expression}}`)).toEqual(["refused: an expression that Terraform refuses"]);
    },
  );

  test("but is no world where deployment may decide otherwise", () => {
    const variable = { v: { type: "list(string)", default: [] } };
    expect(values("${var.v[0]}", { variable })).toEqual(["?parameter v"]);
  });

  test("and where it may be refused, can is either", () => {
    expect(values('${can(regex("^a", test_later.x.y)) ? 1 : 2}', LATER)).toEqual(["1", "2"]);
  });

  test.each([
    "trimspace(null)",
    'regex("a", null)',
    'startswith(null, "a")',
    "lookup({ a = 1 }, null, 2)",
    'contains(["a"], null)',
    'split(",", null)',
  ])("of null in a function: %s", (expression) => {
    expect(values(`\${${expression}}`)).toEqual(["refused: an expression that Terraform refuses"]);
    expect(values(`\${try(${expression}, "other")}`)).toEqual(["other"]);
  });

  test("but not of a value whose shape nobody knows", () => {
    for (const expression of [
      'join(",", var.v)',
      "element(element(var.v, 0), 0)",
      '[for x in var.v : join(",", x)][0]',
    ]) {
      const [only, ...others] = values(`\${${expression}}`, { variable: { v: {} } });
      expect([`${only}`.includes("refused"), others]).toEqual([false, []]);
    }
  });

  test.each([
    'zipmap(["a", "b"], [for x in var.l : "${x}!"])',
    'zipmap(concat(var.l, ["a"]), ["a", "b", "c"])',
    'formatlist("%s%s", concat(var.l, ["x"]), ["a", "b", "c"])',
    "[for i, x in var.l : i][1]",
  ])("nor of a list of which nobody knows how long it is: %s", (expression) => {
    const variable = { l: { type: "list(string)" } };
    expect(values(`\${can(${expression}) ? "may be" : "may not"}`, { variable })[0]).toEqual("may be");
  });

  test("nor of a set that has become a list", () => {
    expect(values('${concat(jsondecode(jsonencode(toset(["b", "a"]))), ["c"])}')).toEqual([["a", "b", "c"]]);
  });

  test("so that try takes the next, and can is false", () => {
    expect(values('${try([1][1], { a = 2 }.b, "c")}')).toEqual(["c"]);
    expect(values("${can([1][1])}")).toEqual(["false"]);
    expect(values("${can([1][0])}")).toEqual(["true"]);
  });
});

describe("what deployment may leave out is told by try, where the next is something else", () => {
  const DIGITS = {
    condition: '${alltrue([for a in var.l : can(regex("^[0-9]{12}$", a))])}',
    error_message: "12 digits",
  };
  const variable = {
    l: { type: "list(string)", validation: [DIGITS] },
    o: { type: "object({ a = optional(string) })" },
    s: { type: "string", validation: [{ condition: '${can(regex("^[0-9]*$", var.s))}', error_message: "digits" }] },
    u: {},
  };
  const cases: readonly (readonly [expression: string, values: readonly (Shown | readonly Shown[])[]])[] = [
    ['try(var.l[1], "*")', ["?parameter l", "*"]],
    ['try(one(var.l), "*")', ["<l>", "*"]],
    ['try("${var.u.a}/x", "*")', ["<u.a>/x", "*"]],
    ['try("${var.o.a}/x", "*")', ["<o.a>/x", "*"]],
    ['try(tonumber(var.s), "*")', ["<s>", "*"]],
    ['try(var.l[1], var.l[0], "*")', ["?parameter l", "*"]],
    // The same question has the same answer.
    ['can(var.l[1]) ? try(var.l[1], "*") : "none"', ["?parameter l", "none"]],
    // What the value may be anyway, and what lets nobody in, makes no world.
    ['try(var.u.a, "*")', ["?parameter u.a"]],
    ['try(var.l[1], "")', ["?parameter l"]],
    ["try(var.l[1], null)", ["?parameter l"]],
    ["try(var.u.a, [])", ["?parameter u.a"]],
    ['try(["${var.u.a}x"], [])', [["<u.a>x"]]],
    // Conditions and statements may keep somebody out.
    ['try({ a = "${var.u.a}x" }, {})', [{ a: "<u.a>x" }, {}]],
    ['try([{ a = "${var.u.a}x" }], [])', [[{ a: "<u.a>x" }], []]],
    ['try(var.s, "*")', ["<s>"]],
    ['try(test_later.x.y[0], "*")', ["?known-after-apply test_later.x.y[0]"]],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(`\${${expression}}`, { ...LATER, variable })).toEqual(expected);
  });
});

describe("what is known after apply", () => {
  const cases: readonly (readonly [expression: string, values: readonly Shown[]])[] = [
    ["test_later.x.y", ["?known-after-apply test_later.x.y"]],
    ['"a-${test_later.x.y}"', ["a-<test_later.x.y>"]],
    ["test_later.x.y.z[0]", ["?known-after-apply test_later.x.y.z[0]"]],
    ["[1, test_later.x.y]", [["1", "?known-after-apply test_later.x.y"]]],
    ["test_later.x.y ? 1 : 2", ["1", "2"]],
    ["test_later.x.y == test_later.x.y", ["true"]],
    ["test_later.x.y == 5 ? 1 : 2", ["1", "2"]],
    ["test_later.x.y == 5 ? test_later.x.y == 5 : 2", ["true", "2"]],
    ['"%{ if test_later.x.y }a%{ endif }b"', ["ab", "b"]],
    ["false && test_later.x.y", ["false"]],
    ["true || test_later.x.y", ["true"]],
    ["upper(test_later.x.y)", ["<test_later.x.y>"]],
    ["transpose({})", ["?known-after-apply transpose"]],
    ["{ (test_later.x.y) = 1 }", ["?known-after-apply test_later.x.y"]],
    ["[for v in test_later.x.y : v]", ["?known-after-apply test_later.x.y…"]],
    ["test_later.x.y[*].z", ["?known-after-apply test_later.x.y…"]],
    ["undeclared.x.y", ["?file undeclared.x.y"]],
    ["data.undeclared.x.y", ["?file data.undeclared.x.y"]],
    ["local.nothing", ["?file local.nothing"]],
    ["var.nothing", ["?file var.nothing"]],
    ["module.nothing.x", ["?file module.nothing.x"]],
    ["terraform.workspace", ["<terraform.workspace>"]],
    ["each.value", ["?file each.value"]],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(`\${${expression}}`, LATER)).toEqual(expected);
  });
});

describe("a member by a key that deployment decides: each is a world, and that it is none of them is refused", () => {
  const cases: readonly (readonly [expression: string, values: readonly Shown[]])[] = [
    ["{ a = 1, b = 2 }[terraform.workspace]", ["1", "2"]],
    ["{ a = { c = 1 }, b = { c = 2 } }[test_later.x.y].c", ["1", "2"]],
    ['{ a-1 = 1, b-1 = 2, b-2 = 3 }["${terraform.workspace}-1"]', ["1", "2"]],
    ["[1, 2][test_later.x.y]", ["1", "2"]],
    ["element([1, 2], test_later.x.y)", ["1", "2"]],
    ["lookup({ a = 1, b = 2 }, terraform.workspace)", ["1", "2"]],
    ["lookup({ a = 1, b = 2 }, terraform.workspace, 3)", ["1", "2", "3"]],
    ["try({ a = 1 }[terraform.workspace], 2)", ["1", "2"]],
    // One workspace in the whole world.
    [
      '[terraform.workspace == "a", { a = 1, b = 2 }[terraform.workspace]]',
      [
        ["true", "1"],
        ["false", "2"],
      ],
    ],
    ['"${{ a = 1, b = 2 }[terraform.workspace]}${{ a = 3, b = 4 }[terraform.workspace]}"', ["13", "24"]],
    ["toset([1, 2])[test_later.x.y]", ["?known-after-apply test_later.x.y"]],
    [
      `{ ${Array.from({ length: 65 }, (_, index) => `a${index} = ${index}`).join(", ")} }[terraform.workspace]`,
      ["?parameter terraform.workspace"],
    ],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(`\${${expression}}`, LATER)).toEqual(expected);
  });
});

test("a text outside interpolations is as it is written, escapes apart", () => {
  expect(values("$${a} %%{b} $c")).toEqual(["${a} %{b} $c"]);
});

describe("behind the elements of a list that deployment decides", () => {
  const variable = { l: { type: "list(string)" }, v: {} };
  const cases: readonly (readonly [expression: string, values: readonly (Shown | readonly Shown[])[]])[] = [
    ['join(",", [for i, x in concat(["a"], var.l, ["*"]) : x if i != 2])', ["a,<l>,*", "a,<l>", "a,*", "a"]],
    ['length([for x in var.l : "${x}!"]) == 1 ? "one" : "more"', ["one", "more"]],
    // A statement that keeps somebody out is not there for an empty list.
    ['[for x in var.l : { a = "p-${x}", b = "c" }]', [[{ a: "p-<l>", b: "c" }], []]],
    ['[for x in var.l : "p-${x}"]', [["p-<l>"]]],
    ["[for x in var.l : { a = { b = x } }][1].a.b", ["<l>"]],
    ["[for i, x in var.l : i][1]", ["<l>"]],
    ['length([for x in var.l : { a = { b = x } }]) == 1 ? "one" : "more"', ["one", "more"]],
    ['try({ (var.v) = "x" }["k"], "*")', ["x", "*"]],
    ['can({ (var.v) = "x" }["k"])', ["true", "false"]],
    ['{ (var.v) = "x" }["k"]', ["x"]],
    ['{ (var.v) = "x" }[var.v]', ["x"]],
  ];
  test.each(cases)("%s", (expression, expected) => {
    const found = values(`\${${expression}}`, { variable });
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });
});

test("what Terraform's own resource gives back is what it was given", () => {
  const blocks = { resource: { terraform_data: { d: { input: { who: "a" } } } } };
  expect(values("${terraform_data.d.output.who}", blocks)).toEqual(["a"]);
});

test("an argument that the resource was given is what it has", () => {
  expect(
    values("${test_it.other.p}", { resource: { test_it: { r: { p: "${test_it.other.p}" }, other: { p: "a" } } } }),
  ).toEqual(["a"]);
});

describe("locals", () => {
  test("are what they are made of, wherever they are declared", () => {
    expect(values("${local.a}", { locals: { a: "${local.b}-1", b: "x" } })).toEqual(["x-1"]);
  });

  test("that are made of themselves are told", () => {
    expect(values("${local.a}", { locals: { a: "${local.b}", b: "${local.a}" } })).toEqual(["?file local.a"]);
  });
});
