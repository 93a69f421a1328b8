import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/text/document.ts";
import { holeOf, sourceText } from "../../../src/values/value.ts";
import { outcomesIn, resources } from "./evaluated.ts";

const numbered = (count: number, name: (index: number) => readonly [string, Json]): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => name(index)));
const doubling = (template: (inner: string) => Json) => ({
  ...numbered(60, (index) => [`l${index}`, template(`local.l${index + 1}`)]),
  l60: "x",
});

describe("what goes too far ends as unknown, for want of budget", () => {
  const cases: readonly (readonly [what: string, blocks: JsonObject, template: string])[] = [
    ["a range without end", {}, "${[for i in range(1000000000) : i]}"],
    ["loops in loops", {}, "${[for a in range(1000) : [for b in range(1000) : a]]}"],
    [
      "a list that doubles",
      { locals: doubling((inner) => `\${concat(${inner}, ${inner})}`) as JsonObject },
      "${local.l0}",
    ],
    ["a tuple that doubles", { locals: doubling((inner) => `\${[${inner}, ${inner}]}`) as JsonObject }, "${local.l0}"],
    ["a text that doubles", { locals: doubling((inner) => `\${${inner}}\${${inner}}`) as JsonObject }, "${local.l0}"],
    [
      "a template that doubles",
      { locals: doubling((inner) => `%{ for i in [1, 2] }\${${inner}}%{ endfor }`) as JsonObject },
      "${local.l0}",
    ],
    [
      "a chain of locals without end",
      { locals: numbered(10_000, (index) => [`l${index}`, `\${[local.l${index + 1}]}`]) },
      "${local.l0}",
    ],
    ["very many values", { locals: { l: Array.from({ length: 30_000 }, () => "x") } }, "${local.l}"],
    [
      "a chain of operators that are not known",
      { variable: { v: { type: "number" } } },
      `\${${"var.v + ".repeat(900)}1}`,
    ],
  ];
  test.each(cases)("%s", (_, blocks, template) => {
    const { outcomes } = outcomesIn(
      { "main.tf.json": { ...blocks, resource: { test_it: { r: { p: template } } } } },
      "test_it.r",
    );
    expect(outcomes.length).toBeGreaterThan(0);
    expect(
      JSON.stringify(
        outcomes.map(({ result }) => [sourceText(result), result.kind === "unknown" && result.why.reason]),
      ),
    ).toMatch(/too much|without end/);
  });
});

describe("worlds that are few and cost much together end with a limit that is told:", () => {
  const choices = Array.from({ length: 7 }, (_, index) => `var.v${index} ? "a" : "b"`);
  const chosen = `\${[${choices.join(", ")}]}`;
  const cases: readonly (readonly [string, Json])[] = [
    ["a list of choices", Array.from({ length: 1000 }, (_, index) => `\${${choices[index % 7]}}`)],
    ["a map of choices", numbered(1000, (index) => [`k${index}`, `\${${choices[index % 7]}}`])],
    [
      "a list within an expression",
      `\${[${Array.from({ length: 4000 }, (_, index) => choices[index % 7]).join(", ")}]}`,
    ],
    ["a long template", [chosen, `\${1}${"x".repeat(100_000)}`]],
  ];
  test.each(cases)("%s", (_, value) => {
    const variable = numbered(7, (index) => [`v${index}`, { type: "bool" }]);
    const { outcomes, complete } = outcomesIn(
      { "main.tf.json": { variable, resource: { test_it: { r: { p: value } } } } },
      "test_it.r",
    );
    expect([outcomes.length < 2 ** 7, complete]).toEqual([true, false]);
  });
});

test.each(['regexall("(a*)*b", local.l)', 'replace(local.l, "/(a|a)*$b/", "")', 'regex("(a?){500}b", local.l)'])(
  "%s is left open: the search would go on and on",
  (call) => {
    const resource = { test_it: { r: { p: `\${${call}}` } } };
    const { outcomes } = outcomesIn({ "main.tf.json": { locals: { l: "a".repeat(900) }, resource } }, "test_it.r");
    expect(outcomes.map(({ result }) => holeOf(result) !== undefined)).toEqual([true]);
  },
);

describe("modules", () => {
  test("that call each other in circles are read as far as a module may lie deep", () => {
    const files = {
      "a/main.tf.json": { module: { b: { source: "../b" } } },
      "b/main.tf.json": { module: { a: { source: "../a" } }, resource: { test_it: { r: { p: "x" } } } },
    };
    expect(resources(files).size).toBeLessThan(50);
  });

  test("that multiply are read as far as anybody would", () => {
    const calls = (to: number) => ({ module: numbered(10, (index) => [`m${index}`, { source: `../f${to}` }]) });
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `f${index}/main.tf.json`,
        { ...calls(index + 1), resource: { test_it: { r: { p: "x" } } } },
      ]),
    );
    expect(resources(files).size).toBeLessThan(20_000);
  });
});

test("names that JavaScript knows are names like others", () => {
  const text =
    '{"locals":{"__proto__":{"a":"1"},"constructor":"2"},"resource":{"test_it":{"r":{"p":"${local.__proto__.a}${local.constructor}"}}}}';
  const { outcomes } = outcomesIn({ "main.tf.json": text }, "test_it.r");
  expect(outcomes.map(({ result }) => sourceText(result))).toEqual(["12"]);
});

test("names that nothing declares are not those of JavaScript", () => {
  const { outcomes } = outcomesIn(
    { "main.tf.json": { resource: { test_it: { r: { p: "${toString()}-${constructor.prototype.x}" } } } } },
    "test_it.r",
  );
  expect(outcomes.map(({ result }) => sourceText(result))).toEqual(["${toString}-${constructor.prototype.x}"]);
});
