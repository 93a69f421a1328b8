import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/text/document.ts";
import type { Value } from "../../../src/values/value.ts";
import { inEveryWorld } from "../../../src/values/worlds.ts";
import type { Shown } from "../../values/shown.ts";
import { outcomesIn, resources, values } from "./evaluated.ts";

const V = "${var.v}";

describe("a variable is", () => {
  const cases: readonly (readonly [
    what: string,
    declaration: JsonObject,
    expression: string,
    values: readonly Shown[],
  ])[] = [
    ["open without a default", { type: "string" }, V, ["<v>"]],
    ["open without a type", {}, V, ["<v>"]],
    ["its default, or anything else", { default: "a" }, V, ["[a|default v]", "<v>"]],
    [
      "each element of a default list, or any list",
      { type: "list(string)", default: ["a", "b"] },
      V,
      [["[a|default v]", "[b|default v]"], "?parameter v…"],
    ],
    ["of any shape where its type is any", { type: "any" }, V, ["?parameter v"]],
    ["null by default, or anything", { default: null }, "${var.v == null ? 1 : var.v}", ["1", "<v>"]],
    ["never null where it is not nullable", { nullable: false }, "${var.v == null ? 1 : 2}", ["2"]],
    ["null where nothing forbids it", {}, "${var.v == null ? 1 : 2}", ["1", "2"]],
    ["true or false as bool", { type: "bool", default: false }, "${var.v ? 1 : 2}", ["1", "2"]],
    [
      "the same in each place of a world",
      { type: "bool" },
      "${[var.v ? 1 : 2, var.v ? 3 : 4]}",
      [
        ["1", "3"],
        ["2", "4"],
      ],
    ],
    [
      "what it is compared with, or its default, or neither",
      { default: "a" },
      '${var.v == "b" ? var.v : "${var.v}!"}',
      ["[b|compared v]", "[a|default v]!", "<v>!"],
    ],
    ["a default literally, without templates", { default: "${x}" }, V, ["[${x}|default v]", "<v>"]],
    ["no secret to be told", { default: "s3cret", sensitive: true }, V, ["<v>"]],
    [
      "an object with its optional attributes",
      { type: 'object({ a = string, b = optional(string, "x"), c = optional(string) })', default: { a: "1" } },
      "${var.v.b}",
      ["[x|default v]", "?parameter v.b"],
    ],
    ["a set without repeats", { type: "set(string)", default: ["a", "a"] }, "${length(var.v)}", ["1", "<v>"]],
    ["none whose default does not fit its type", { type: "number", default: "x" }, V, ["<v>"]],
  ];
  test.each(cases)("%s", (_, declaration, expression, expected) => {
    expect(values(expression, { variable: { v: declaration } })).toEqual(expected);
  });
});

describe("a variable that is given is", () => {
  const cases: readonly (readonly [type: string, word: string, value: Shown])[] = [
    ["string", "a,b", "[a,b|given v]"],
    ["number", "012345678901", "[12345678901|given v]"],
    ["bool", "1", "[true|given v]"],
    ['object({ a = string, b = optional(string, "y") })', '{"a":"x","b":null}', { a: "[x|given v]", b: "y" }],
    ["any", '{"a":1}', { a: "[1|given v]" }],
    ["list(string)", "a,b", ["[a|given v]", "[b|given v]"]],
    ["list(string)", '["a"]', ["[a|given v]"]],
    ["map(string)", '{"a":"b","__proto__":"c"}', { a: "[b|given v]", ["__proto__"]: "[c|given v]" }],
  ];
  test.each(cases)("as %s %s", (type, word, value) => {
    const given = new Map([["v", word]]);
    expect(values(V, { variable: { v: { type, default: null } } }, { given })).toEqual([value]);
  });
});

test.each([
  ["any", '{"a":"x"}', "var.v.a"],
  ["map(object({ a = optional(string) }))", '{"k":{"a":"x"}}', "var.v.k.a"],
  ["list(any)", "x,y", "var.v[0]"],
  ["set(string)", '["x"]', "one(var.v)"],
])("what is given as %s %s is not null", (type, word, expression) => {
  const variable = { v: { type, default: null } };
  expect(values(`\${${expression} == null}`, { variable }, { given: new Map([["v", word]]) })).toEqual(["false"]);
});

describe("validation", () => {
  const admits = (condition: string, declaration: JsonObject = {}) => {
    const variable = { v: { ...declaration, validation: { condition: `\${${condition}}`, error_message: "No." } } };
    const files = { "main.tf.json": { variable, resource: { test_it: { r: { p: V } } } } };
    return holeIn(outcomesIn(files, "test_it.r"));
  };
  const holeIn = ({ outcomes }: ReturnType<typeof outcomesIn>) => {
    const [last] = outcomes.slice(-1);
    const value = last?.result;
    const hole =
      value?.kind === "unknown"
        ? value.why
        : value?.kind === "text" && value.parts[0] && "hole" in value.parts[0]
          ? value.parts[0].hole
          : undefined;
    if (hole === undefined) throw new Error("no hole");
    return hole;
  };
  const cases: readonly (readonly [condition: string, admitted: readonly string[], refused: readonly string[]])[] = [
    ['can(regex("^\\\\d{12}$", var.v))', ["111122223333"], ["*", "1111222233334"]],
    ["length(var.v) == 12", ["111122223333", "abcdefghijkl"], ["*", ""]],
    ['length(var.v) > 3 && startswith(var.v, "arn:")', ["arn:x"], ["arn", "*", "other"]],
    ['var.v != "*"', ["a"], ["*"]],
    ['!contains(["*", ""], var.v)', ["a"], ["*", ""]],
    ['var.v == "" || can(regex("^o-", var.v))', ["", "o-1"], ["x"]],
    ["cidrhost(var.v, 1) == var.other", ["anything"], []],
  ];
  test.each(cases)("%s", (condition, admitted, refused) => {
    const hole = admits(condition);
    expect(admitted.filter((word) => !hole.admits(word))).toEqual([]);
    expect(refused.filter((word) => hole.admits(word))).toEqual([]);
  });

  // Policies of several files are decided alike only where what a value may be is known to be the same.
  test.each([
    ["length(var.v) >= 2", true],
    ['can(regex("^[a-z]+$", var.v)) && !contains(["", "x"], lower(var.v))', true],
    ["length(var.v) >= length(local.least)", false],
    ["length(var.v) >= length([for each in local.least : each])", false],
    ['var.v == jsondecode("{}").x', false],
    ["var.v == { a = var.w }.a", false],
    ["var.w == var.v", false],
    ['var.v == file("x")', false],
    ["var.v == timestamp()", false],
  ])("%s is held alike for all files of a module: %s", (condition, isAlike) => {
    const validation = { condition: `\${${condition}}`, error_message: "No." };
    const role = (name: string) => ({ resource: { test_it: { [name]: { p: V } } } });
    const files = {
      "variables.tf.json": { variable: { v: { type: "string", validation }, w: {} }, locals: { least: "ab" } },
      ...{ "a.tf.json": role("a"), "b.tf.json": role("b") },
    };
    const found = resources(files);
    const [a, b] = ["a", "b"].map((name) =>
      holeIn(inEveryWorld((world) => found.get(`test_it.${name}`)?.property("p", world) as Value)),
    );
    expect(a?.admits === b?.admits).toBe(isAlike);
  });

  test("of a list holds each of its elements", () => {
    const hole = admits('alltrue([for each in var.v : can(regex("^\\\\d+$", each))])', { type: "list(string)" });
    expect([hole.admits("12"), hole.admits("*")]).toEqual([true, false]);
  });

  test("of a set holds each of its elements", () => {
    const hole = admits('alltrue([for each in var.v : each != "*"])', { type: "set(string)" });
    expect([hole.admits("12"), hole.admits("*")]).toEqual([true, false]);
  });

  test.each([
    ['alltrue([for each in var.v : each != "*"])', true],
    ['!contains(var.v, "*")', true],
    ['length(setintersection(var.v, ["*"])) == 0', true],
    ['length([for each in var.v : each if each == "*"]) == 0', true],
    ['length(var.v) > 3 && alltrue([for each in var.v : each != "*"])', true],
    ['anytrue([for each in var.v : each != "*"])', false],
    ['alltrue([for each in slice(var.v, 0, 1) : each != "*"])', false],
    ['alltrue([for index, each in var.v : index > 0 || each != "*"])', false],
    ['var.v[0] != "*"', false],
    ['element(var.v, 0) != "*"', false],
    ['join(",", var.v) != "*"', false],
    ['length([for each in var.v : each if each != "*"]) > 0', false],
    ["length(var.v) > 3", false],
    ['var.v != ["*"]', false],
    ['sort(var.v)[0] != "*"', false],
  ])("of a list: %s keeps a star out: %s", (condition, isRefused) => {
    expect(admits(condition, { type: "list(string)" }).admits("*")).toBe(!isRefused);
  });

  test.each([
    ['can(regex("^[0-9]{12}$", var.v))', "account"],
    ['length(var.v) == 12 && var.v != ""', "account"],
    ['can(regex("^[0-9]{12}$|^\\\\*$", var.v))', undefined],
    ['can(regex("[0-9]{12}", var.v))', undefined],
    ['length(var.v) == 12 || var.v == "*"', undefined],
  ])("%s: it is %s", (condition, sort) => {
    expect(admits(condition).sort).toBe(sort);
  });

  test("that lists words makes each a world", () => {
    const variable = {
      v: { default: "b", validation: [{ condition: '${contains(["a", "b"], var.v)}', error_message: "No." }] },
    };
    expect(values(V, { variable })).toEqual(["[a|allowed v]", "[b|default v]"]);
  });

  const elements = (type: string, condition: string, more = {}) => ({
    v: { type, ...more, validation: { condition: `\${${condition}}`, error_message: "No." } },
  });
  const EACH = 'alltrue([for one in var.v : contains(["a", "b"], one)])';
  test.each([
    [
      "each list of them, and the empty one, of which nothing is asked",
      elements("list(string)", EACH),
      [["[a|allowed v]"], "ab", ["[b|allowed v]"], "ba", []],
    ],
    [
      "the same where the empty one is the default",
      elements("list(string)", EACH, { default: [] }),
      [["[a|allowed v]"], "ab", ["[b|allowed v]"], "ba", []],
    ],
    ["not where only some are held", elements("list(string)", EACH.replace("alltrue", "anytrue")), ["?parameter v…"]],
    [
      "not where some are left out",
      elements("list(string)", EACH.replace("one)", 'one) if one != "c"')),
      ["?parameter v…"],
    ],
  ])("that lists elements makes %s", (_, variable, expected) => {
    const lists = { ab: ["[a|allowed v]", "[b|allowed v]"], ba: ["[b|allowed v]", "[a|allowed v]"] };
    const wanted = expected.map((one) => (one === "ab" || one === "ba" ? lists[one] : one));
    expect(values(V, { variable })).toEqual(wanted);
  });

  test("that lists elements leaves open how many there are, for one may stand there twice", () => {
    const variable = elements("list(string)", EACH);
    expect(values("${length(var.v) == 3 ? 1 : 2}", { variable })).toEqual(["1", "2"]);
    expect(values("${length(var.v) == 0 ? 1 : 2}", { variable })).toEqual(["2", "1"]);
  });

  test.each(['can(contains(["a"], var.v))', "can(length(var.v) == 12)"])(
    "that asks only whether it can be asked: %s",
    (asked) => {
      const hole = admits(asked);
      expect([hole.admits("*"), hole.sort]).toEqual([true, undefined]);
    },
  );

  test("refuses a default that it does not let through", () => {
    const variable = { v: { default: "", validation: { condition: '${var.v != ""}', error_message: "No." } } };
    expect(values(V, { variable })).toEqual(["<v>"]);
  });
});

test("a number is never a word", () => {
  const blocks = { resource: { test_it: { r: { p: V } } } };
  const [one] = outcomesIn(
    { "main.tf.json": { ...blocks, variable: { v: { type: "number" } } } },
    "test_it.r",
  ).outcomes;
  const part = one?.result.kind === "text" ? one.result.parts[0] : undefined;
  const admitted = ["*", "", "a", "111122223333", "-1.5"].filter(
    (word) => part && "hole" in part && part.hole.admits(word),
  );
  expect(admitted).toEqual(["111122223333", "-1.5"]);
});

test("whom the configuration says to supply it, supplies it beside its default", () => {
  const owners = new Map([["v", [{ vendor: "Panther", account: "111122223333" }] as const]]);
  const { outcomes } = outcomesIn(
    { "main.tf.json": { variable: { v: { default: "x" } }, resource: { test_it: { r: { p: V } } } } },
    "test_it.r",
    { owners },
  );
  expect(
    outcomes.map(
      ({ result }) =>
        result.kind === "text" && result.parts.map((part) => ("hole" in part ? part.hole.owner : part.text)),
    ),
  ).toEqual([["x"], [{ vendor: "Panther", account: "111122223333" }]]);
});
