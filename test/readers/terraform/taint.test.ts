import { describe, expect, test } from "vitest";
import { isMarkedAt, markedTexts, secretsOf } from "../../../src/readers/terraform/records/taint.ts";
import type { Json } from "../../../src/text/document.ts";

describe("marks", () => {
  test.each<[string, Json, boolean]>([
    ["of the whole", true, true],
    ["of the attribute", { a: true }, true],
    ["of a part of it", { a: [{ b: [false, true] }] }, true],
    ["of another", { b: true, a: [false, {}] }, false],
    ["of none", {}, false],
  ])("%s", (_, marks, expected) => {
    expect(isMarkedAt(marks, "a")).toBe(expected);
  });
});

describe("the texts that marks mean", () => {
  const condition = { test: "StringEquals", variable: "sts:ExternalId", values: ["the-id"] };
  const policy = (id: string) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Condition: { StringEquals: { "sts:ExternalId": id } } }] });
  test.each<[string, Json, Json, readonly string[]]>([
    ["a text", { a: "x", b: "y" }, { a: true }, ["x"]],
    ["a number", { a: 7 }, { a: true }, ["7"]],
    ["all that is below", { a: { b: ["x", { c: "y" }] } }, { a: true }, ["x", "y"]],
    ["one of a list", { a: ["x", "y"] }, { a: [false, true] }, ["y"]],
    ["one of a list, by its index", { a: ["x", "y"] }, { a: { 1: true } }, ["y"]],
    [
      "of a JSON text all that it says",
      { a: '{"user":"u", "n":[1]}' },
      { a: true },
      ['{"user":"u", "n":[1]}', '{"n":[1],"user":"u"}', "u", "1"],
    ],
    [
      "of a block of a policy document what is not said in every other",
      { condition: [condition] },
      { condition: true },
      ["the-id"],
    ],
    ["nothing where nothing is", { a: null, b: true }, { a: true, b: true, c: true }, []],
  ])("%s", (_, json, marks, expected) => {
    expect(markedTexts(json, marks)).toEqual(expected);
  });

  test("of a policy itself and the external ID, for the rest is said in every other", () => {
    const secrets = secretsOf(markedTexts({ a: policy("the-secret-id") }, { a: true }));
    expect(secrets.touch(policy("another-id"))).toBe(false);
    expect(secrets.touch("sts:ExternalId")).toBe(false);
    expect(secrets.touch(policy("the-secret-id"))).toBe(true);
    expect(secrets.touch("the-secret-id")).toBe(true);
  });
});

describe("a value holds a secret", () => {
  const secrets = secretsOf(["long-enough", "short", '{"b":1,"a":[2]}', " padded-secret\n"]);
  test.each<[string, Json, boolean]>([
    ["that it is", "long-enough", true],
    ["in the middle of it", "xx-long-enough-yy", true],
    ["in a list in a map", { a: [{ b: "long-enough" }] }, true],
    ["in JSON in a text", '{"a":"x-long-enough"}', true],
    ["with other blanks around it", "padded-secret", true],
    ["that is short", "short", true],
    ["but not a short one by chance", "shorten", false],
    ["not by half of one", "long-enoug", false],
    ["not in nothing", null, false],
  ])("%s", (_, json, expected) => {
    expect(secrets.touch(json)).toBe(expected);
  });

  test("that is JSON, however it is written", () => {
    const made = secretsOf(markedTexts('{"b":1,"a":[2]}', true));
    expect(made.touch('{\n  "a": [2],\n  "b": 1\n}')).toBe(true);
    expect(made.touch('{"a":[3],"b":4}')).toBe(false);
  });
});

test("hostile: deep, wide and prototypes", () => {
  const deep = `${"[".repeat(5000)}"x"${"]".repeat(5000)}`;
  expect(secretsOf(["x"]).touch(deep)).toBe(false);
  expect(
    markedTexts(JSON.parse('{"__proto__":"p","constructor":"c"}'), JSON.parse('{"__proto__":true,"toString":true}')),
  ).toEqual(["p"]);
});
