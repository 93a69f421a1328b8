import { describe, expect, test } from "vitest";
import { policyDocument } from "../../../src/readers/terraform/policy/policy-document.ts";
import { isList, isObject, type Json } from "../../../src/text/document.ts";
import { hole, unknown } from "../../../src/values/hole.ts";
import type { Struct, Value } from "../../../src/values/value.ts";
import { HERE, listed, made } from "../../values/making.ts";
import { type Shown, shown } from "../../values/shown.ts";

/** "<x>" is a hole within a text, "?x" anything at all. */
function toValue(json: Json): Value {
  if (json === null) return { kind: "absent", origin: HERE };
  if (isList(json)) return listed(...json.map(toValue));
  if (isObject(json)) return toStruct(json);
  const text = String(json);
  return text.startsWith("?") ? unknown(hole(text, "parameter", text, { name: text.slice(1) }), HERE) : made(text);
}

function toStruct(json: Readonly<Record<string, Json>>): Struct {
  const entries = Object.entries(json).map(([name, inner]) => [name, { key: HERE, value: toValue(inner) }] as const);
  return { kind: "map", entries: new Map(entries), origin: HERE };
}

function rendered(given: Readonly<Record<string, Json>>): Shown {
  return shown(policyDocument(toStruct(given), HERE));
}

function statements(...list: readonly Json[]): Shown {
  const document = rendered({ statement: list });
  return typeof document === "object" && "Statement" in document ? (document.Statement ?? "") : document;
}

const json = (...list: readonly Json[]) => JSON.stringify({ Version: "2012-10-17", Statement: list });

test("arguments that are left out, null or empty have the provider's defaults", () => {
  const expected = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["sts:AssumeRole"] }] };
  for (const nothing of [{}, { effect: null, sid: null, principals: [] }, { effect: "", sid: "", condition: [] }]) {
    expect(rendered({ statement: [{ ...nothing, actions: ["sts:AssumeRole"] }] })).toEqual(expected);
  }
  expect(rendered({ version: "2008-10-17", policy_id: "p" })).toEqual({
    Version: "2008-10-17",
    Id: "p",
    Statement: [],
  });
});

describe("a statement", () => {
  const principals = (...list: readonly Json[]) => ({ principals: list });
  const conditions = (...list: readonly Json[]) => ({ condition: list });
  test.each<[string, Json, Shown]>([
    [
      "every element",
      { sid: "A", effect: "Deny", not_actions: ["a:B"], resources: ["r"], not_resources: ["s"] },
      { Sid: "A", Effect: "Deny", NotAction: ["a:B"], Resource: ["r"], NotResource: ["s"] },
    ],
    [
      "principals of one type together",
      principals(
        { type: "AWS", identifiers: ["1"] },
        { type: "Service", identifiers: ["s"] },
        { type: "AWS", identifiers: ["2"] },
      ),
      { Effect: "Allow", Principal: { AWS: ["1", "2"], Service: ["s"] } },
    ],
    [
      "the one principal * of type *",
      principals({ type: "*", identifiers: ["*"] }),
      { Effect: "Allow", Principal: "*" },
    ],
    [
      "a principal * of type AWS",
      principals({ type: "AWS", identifiers: ["*"] }),
      { Effect: "Allow", Principal: { AWS: ["*"] } },
    ],
    [
      "a principal * of type * beside another",
      principals({ type: "*", identifiers: ["*"] }, { type: "AWS", identifiers: ["1"] }),
      { Effect: "Allow", Principal: { "*": ["*"], AWS: ["1"] } },
    ],
    [
      "not_principals",
      { not_principals: [{ type: "AWS", identifiers: ["1"] }] },
      { Effect: "Allow", NotPrincipal: { AWS: ["1"] } },
    ],
    [
      "conditions of one operator and key together",
      conditions(
        { test: "StringEquals", variable: "k", values: ["1"] },
        { test: "StringEquals", variable: "k", values: ["2"] },
        { test: "StringEquals", variable: "l", values: ["3"] },
        { test: "Bool", variable: "k", values: ["true"] },
      ),
      { Effect: "Allow", Condition: { StringEquals: { k: ["1", "2"], l: ["3"] }, Bool: { k: ["true"] } } },
    ],
    [
      "policy variables as Terraform writes them",
      {
        principals: [{ type: "AWS", identifiers: ["&{a}"] }],
        condition: [{ test: "StringLike", variable: "k", values: ["&{aws:username}-<x>-&{b}"] }],
      },
      { Effect: "Allow", Principal: { AWS: ["${a}"] }, Condition: { StringLike: { k: ["${aws:username}-<x>-${b}"] } } },
    ],
  ])("with %s", (_, statement, expected) => {
    expect(statements(statement)).toEqual([expected]);
  });

  test.each<[string, Json, Shown]>([
    [
      "one identifier",
      { principals: [{ type: "AWS", identifiers: ["1", "<x>"] }] },
      { Effect: "Allow", Principal: { AWS: ["1", "<x>"] } },
    ],
    [
      "all identifiers: any number of them",
      { principals: [{ type: "AWS", identifiers: "<x>" }] },
      { Effect: "Allow", Principal: { AWS: "?parameter x…" } },
    ],
    [
      "the values of a condition",
      { condition: [{ test: "StringEquals", variable: "k", values: "?x" }] },
      { Effect: "Allow", Condition: { StringEquals: { k: "?parameter x…" } } },
    ],
    [
      "the type of a principal",
      { principals: [{ type: "<x>", identifiers: ["1"] }] },
      { Effect: "Allow", Principal: "?parameter x" },
    ],
    ["a block of principals", { principals: ["<x>"] }, { Effect: "Allow", Principal: "?parameter x" }],
    ["all principals", { principals: "?x" }, { Effect: "Allow", Principal: "?parameter x" }],
    [
      "an operator",
      { condition: [{ test: "<x>", variable: "k", values: ["1"] }] },
      { Effect: "Allow", Condition: "?parameter x" },
    ],
    [
      "a condition key",
      { condition: [{ test: "Bool", variable: "a<x>", values: ["1"] }] },
      { Effect: "Allow", Condition: { Bool: "?parameter x" } },
    ],
    ["the effect", { effect: "<x>" }, { Effect: "<x>" }],
    ["itself", "<x>", "?parameter x"],
  ])("with %s not known", (_, statement, expected) => {
    expect(statements(statement)).toEqual([expected]);
  });
});

describe("other documents", () => {
  const [a, b, c] = [
    { Effect: "Allow", Action: "a:A" },
    { Effect: "Allow", Action: "b:B" },
    { Effect: "Allow", Action: "c:C" },
  ] as const;
  test.each<[string, Readonly<Record<string, Json>>, Shown]>([
    [
      "sources come first, overrides last",
      {
        source_policy_documents: [json(a)],
        statement: [{ actions: ["own"] }],
        override_policy_documents: [json(b), json(c)],
      },
      [a, { Effect: "Allow", Action: ["own"] }, b, c],
    ],
    [
      "a statement takes the place of one with its Sid",
      {
        source_policy_documents: [json({ Sid: "S", ...a }, { ...b })],
        statement: [{ sid: "S", actions: ["own"] }],
        override_policy_documents: [json({ Sid: "S", ...c })],
      },
      [{ Sid: "S", ...c }, b],
    ],
    ["an empty document is none", { override_policy_documents: ["", json(a)] }, [a]],
    [
      "a Sid that is not known in the only document with statements",
      { source_policy_documents: [json()], statement: [{ sid: "<x>" }] },
      [{ Sid: "<x>", Effect: "Allow" }],
    ],
  ])("%s", (_, given, expected) => {
    expect(rendered(given)).toEqual({ Version: "2012-10-17", Statement: expected });
  });

  test.each<[string, Readonly<Record<string, Json>>]>([
    ["one of them", { source_policy_documents: [json(a), "<x>"] }],
    ["their list", { override_policy_documents: "?x" }],
    [
      "a Sid, which may be that of a statement to be replaced",
      { source_policy_documents: [json({ Sid: "S", ...a })], statement: [{ sid: "<x>" }] },
    ],
    ["the statements", { statement: "?x" }],
  ])("%s not known: nor is the whole", (_, given) => {
    expect(rendered(given)).toEqual("?parameter x");
  });

  test.each([
    ["2012-10-17", "2008-10-17"],
    ["2008-10-17", "2012-10-17"],
  ])("of the versions %s and %s the later one holds", (own, other) => {
    const override = JSON.stringify({ Version: other, Statement: [] });
    expect(rendered({ version: own, override_policy_documents: [override] })).toMatchObject({ Version: "2012-10-17" });
  });

  test("one that is no policy is malformed", () => {
    expect(rendered({ source_policy_documents: ["no JSON"] })).toEqual("?malformed broken JSON");
  });
});
