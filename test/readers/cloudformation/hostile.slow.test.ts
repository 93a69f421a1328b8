import { describe, expect, test } from "vitest";
import { cloudformation } from "../../../src/readers/cloudformation.ts";
import type { Document, Json } from "../../../src/text/document.ts";
import { parseJson } from "../../../src/text/json/parse.ts";
import { source } from "../../../src/text/source.ts";
import { sourceText } from "../../../src/values/value.ts";
import { inEveryWorld } from "../../../src/values/worlds.ts";
import { outcomes } from "./evaluated.ts";

/** A template that no parser let through: of any depth. */
function unparsed(template: Json) {
  const document: Document = { ...parseJson(source("template.json", "{}")), value: template };
  const [resource] = cloudformation.read(document, { given: new Map(), owners: new Map() }, () => undefined).resources;
  if (resource === undefined) throw new Error("no resource");
  return inEveryWorld((world) => resource.property("P", world));
}

function made(value: Json, sections: Record<string, Json> = {}): Json {
  return { ...sections, Resources: { R: { Type: "Test::Made::Here", Properties: { P: value } } } };
}

function nested(levels: number, wrap: (inner: Json) => Json): Json {
  let value: Json = "end";
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

describe("what goes too far ends as unknown, for want of budget", () => {
  const cases: [string, Json][] = [
    [
      "branches in branches",
      made(
        nested(10_000, (inner) => ({ "Fn::If": ["C", inner, "x"] })),
        { Conditions: { C: true } },
      ),
    ],
    ["lists in lists", made(nested(10_000, (inner) => [inner]))],
    ["a text in a text", made(nested(10_000, (inner) => ({ "Fn::Join": ["", [inner]] })))],
    [
      "a text that doubles",
      made(nested(90, (inner) => ({ "Fn::Sub": ["<V><V>".replaceAll("<", "${").replaceAll(">", "}"), { V: inner }] }))),
    ],
    ["very many values", made(Array.from({ length: 100_000 }, (_, index) => ({ "Fn::Sub": String(index) })))],
  ];
  test.each(cases)("%s", (_, template) => {
    const { outcomes: worlds } = unparsed(template);
    expect(worlds.length).toBeGreaterThan(0);
    expect(JSON.stringify(worlds.map(({ result }) => sourceText(result)))).toContain("too deep or too large");
  });
});

describe("conditions", () => {
  test("in a chain without end are not followed to it", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`C${index}`, { "Fn::Not": [{ Condition: `C${index + 1}` }] }]),
    );
    const { outcomes: worlds, complete } = unparsed(made({ "Fn::If": ["C0", "a", "b"] }, { Conditions: chain }));
    expect([worlds.length, complete]).toEqual([2, true]);
  });

  test("that ask each other twice are asked once", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 45 }, (_, index) => [
        `C${index}`,
        { "Fn::And": [{ Condition: `C${index + 1}` }, { Condition: `C${index + 1}` }] },
      ]),
    );
    const { outcomes: worlds } = unparsed(
      made({ "Fn::If": ["C0", "a", "b"] }, { Conditions: { ...chain, C45: true } }),
    );
    expect(worlds.map(({ result }) => sourceText(result))).toEqual(["a"]);
  });

  test("that are many and independent end with a limit that is told", () => {
    const names = Array.from({ length: 40 }, (_, index) => `C${index}`);
    const parameters = Object.fromEntries(names.map((name) => [`P${name}`, { Type: "String" }]));
    const conditions = Object.fromEntries(names.map((name) => [name, { "Fn::Equals": [{ Ref: `P${name}` }, "x"] }]));
    const value = names.map((name) => ({ "Fn::If": [name, "a", "b"] }));
    const { outcomes: worlds, complete } = unparsed(made(value, { Parameters: parameters, Conditions: conditions }));
    expect([worlds.length, complete]).toEqual([256, false]);
  });
});

describe("worlds that are few and cost much together end with a limit that is told:", () => {
  const many = <T>(count: number, each: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => each(index));
  const choice = (index: number): Json => ({ "Fn::If": [`C${index % 7}`, "a", "b"] });
  const chosen = many(7, choice);
  const conditions = Object.fromEntries(
    many(7, (index) => [`C${index}`, { "Fn::Equals": [{ Ref: `P${index}` }, "x"] }]),
  );
  const long = { "Fn::Or": [...many(20_000, () => ({ "Fn::Equals": ["a", "b"] })), { Condition: "C0" }] };
  const cases: [string, Json, Record<string, Json>?][] = [
    ["a list of branches", many(1000, choice)],
    ["a map of branches", Object.fromEntries(many(1000, (index) => [`k${index}`, choice(index)]))],
    ["a text joined of branches", { "Fn::Join": ["", many(1000, choice)] }],
    ["a long text", [...chosen, { "Fn::Sub": "x".repeat(100_000) }]],
    ["a text of many names", [...chosen, { "Fn::Sub": "<P0>".replace("<", "${").replace(">", "}").repeat(20_000) }]],
    ["a branch that a long condition decides", [...chosen, { "Fn::If": ["Long", "a", "b"] }], { Long: long }],
  ];
  test.each(cases)("%s", (_, value, more = {}) => {
    const parameters = Object.fromEntries(many(7, (index) => [`P${index}`, { Type: "String" }]));
    const { outcomes: worlds, complete } = unparsed(
      made(value, { Parameters: parameters, Conditions: { ...conditions, ...more } }),
    );
    expect([worlds.length < 2 ** 7, complete]).toEqual([true, false]);
  });
});

test("ten thousand allowed values end with a limit that is told", () => {
  const values = Array.from({ length: 10_000 }, (_, index) => String(index));
  const sections = { Parameters: { A: { Type: "String", AllowedValues: values } } };
  const { outcomes: worlds, complete } = unparsed(made({ Ref: "A" }, sections));
  expect([worlds.length, complete]).toEqual([256, false]);
});

test("names that JavaScript gives meaning to are names", () => {
  const text = `{
    "Parameters": { "__proto__": { "Type": "String", "Default": "d" }, "constructor": { "Type": "String" } },
    "Conditions": { "toString": { "Fn::Equals": [{ "Ref": "constructor" }, "x"] } },
    "Resources": {
      "R": { "Type": "Test::Made::Here", "Properties": { "P": {
        "__proto__": [{ "Ref": "__proto__" }, { "Ref": "hasOwnProperty" }],
        "constructor": { "Fn::If": ["toString", "x", "y"] }
      } } }
    }
  }`;
  const { outcomes: worlds } = unparsed(parseJson(source("template.json", text)).value);
  const keys = worlds.map(({ result }) => (result.kind === "map" ? [...result.entries.keys()] : []));
  expect(keys).toEqual(Array.from({ length: 4 }, () => ["__proto__", "constructor"]));
  expect(worlds.map(({ parameters }) => parameters.get("__proto__"))).toEqual(["d", "d", undefined, undefined]);
});

test("a pattern that makes others backtrack for ever is no trouble", () => {
  const sections = `
Parameters:
  A: { Type: String, AllowedPattern: '(a+)+b' }
Conditions:
  C: !Equals [!Ref A, ${"a".repeat(200)}]
`;
  expect(outcomes("!If [C, a, b]", sections).outcomes.map(({ result }) => sourceText(result))).toEqual(["b"]);
});
