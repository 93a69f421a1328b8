import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../../src/text/document.ts";
import { isKnown, type Value } from "../../../src/values/value.ts";
import type { Outcome } from "../../../src/values/worlds.ts";
import { outcomesIn } from "./evaluated.ts";

type Expression =
  | { kind: "word"; word: string }
  | { kind: "ref"; name: "A" | "B" }
  | { kind: "join"; of: [Expression, Expression] }
  | { kind: "map"; key: Expression }
  | { kind: "if"; condition: "C" | "D"; met: Expression; otherwise: Expression };
type Condition =
  | { kind: "equals"; of: [Expression, Expression] }
  | { kind: "and" | "or"; of: [Condition, Condition] }
  | { kind: "not"; of: Condition }
  | { kind: "other" };

type Deployed = Record<"A" | "B", string>;

const WORDS = ["", "x", "y"];
const MAPPING: Record<string, string> = { x: "1", y: "2" };
/** What a parameter may be given: the words that templates use, and one that none does. */
const ASSIGNMENTS: Deployed[] = [...WORDS, "other"].flatMap((a) => [...WORDS, "other"].map((b) => ({ A: a, B: b })));

const plain = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2, depthIdentifier: "plain" },
    fc.record({ kind: fc.constant("word" as const), word: fc.constantFrom(...WORDS) }),
    fc.record({ kind: fc.constant("ref" as const), name: fc.constantFrom("A" as const, "B" as const) }),
    fc.record({ kind: fc.constant("join" as const), of: fc.tuple(tie("expression"), tie("expression")) }),
  ),
})).expression;

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    plain,
    fc.record({ kind: fc.constant("map" as const), key: plain }),
    fc.record({
      kind: fc.constant("if" as const),
      condition: fc.constantFrom("C" as const, "D" as const),
      met: tie("expression"),
      otherwise: tie("expression"),
    }),
    fc.record({ kind: fc.constant("join" as const), of: fc.tuple(tie("expression"), tie("expression")) }),
  ),
}));

/** `other`: refers to condition D, which therefore must not use it. */
function condition(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        of: fc.tuple(tie("condition"), tie("condition")),
      }),
      fc.record({ kind: fc.constant("not" as const), of: tie("condition") }),
    ),
  })).condition;
}

const equals = fc.record({ kind: fc.constant("equals" as const), of: fc.tuple(plain, plain) });

function written(part: Expression | Condition): Json {
  switch (part.kind) {
    case "word":
      return part.word;
    case "ref":
      return { Ref: part.name };
    case "join":
      return { "Fn::Join": ["", part.of.map(written)] };
    case "map":
      return { "Fn::FindInMap": ["M", written(part.key), "v", { DefaultValue: "none" }] };
    case "if":
      return { "Fn::If": [part.condition, written(part.met), written(part.otherwise)] };
    case "equals":
      return { "Fn::Equals": part.of.map(written) };
    case "and":
      return { "Fn::And": part.of.map(written) };
    case "or":
      return { "Fn::Or": part.of.map(written) };
    case "not":
      return { "Fn::Not": [written(part.of)] };
    case "other":
      return { Condition: "D" };
  }
}

/** What CloudFormation makes of it once everything is known. */
function deployed(part: Expression, given: Deployed, holds: (name: "C" | "D") => boolean): string {
  switch (part.kind) {
    case "word":
      return part.word;
    case "ref":
      return given[part.name];
    case "join":
      return part.of.map((each) => deployed(each, given, holds)).join("");
    case "map":
      return MAPPING[deployed(part.key, given, holds)] ?? "none";
    case "if":
      return deployed(holds(part.condition) ? part.met : part.otherwise, given, holds);
  }
}

function isMet(part: Condition, given: Deployed, other: () => boolean): boolean {
  const never = () => false;
  switch (part.kind) {
    case "equals":
      return deployed(part.of[0], given, never) === deployed(part.of[1], given, never);
    case "and":
      return part.of.every((each) => isMet(each, given, other));
    case "or":
      return part.of.some((each) => isMet(each, given, other));
    case "not":
      return !isMet(part.of, given, other);
    case "other":
      return other();
  }
}

/** The value with the holes filled; undefined where it can be anything. */
function completed(value: Value, given: Deployed): string | undefined {
  if (value.kind !== "text") return undefined;
  const parts = value.parts.map((part) => (isKnown(part) ? part.text : given[part.hole.name as "A" | "B"]));
  return parts.some((part) => part === undefined) ? undefined : parts.join("");
}

function isWorldOf(world: Outcome<Value>, given: Deployed): boolean {
  return (["A", "B"] as const).every((name) => (world.parameters.get(name) ?? given[name]) === given[name]);
}

test("whatever is deployed is one of the worlds", () => {
  fc.assert(
    fc.property(
      expression,
      condition(fc.oneof(equals, fc.record({ kind: fc.constant("other" as const) }))),
      condition(equals),
      fc.constantFrom({}, { Default: "" }, { Default: "x" }, { AllowedValues: ["", "x", "y", "other"] }),
      (value, c, d, declaration) => {
        const template = {
          Parameters: { A: { Type: "String", ...declaration }, B: { Type: "String" } },
          Mappings: { M: { x: { v: MAPPING.x }, y: { v: MAPPING.y } } },
          Conditions: { C: written(c), D: written(d) },
          Resources: { R: { Type: "Test::Made::Here", Properties: { P: written(value) } } },
        };
        const worlds = outcomesIn(JSON.stringify(template)).outcomes;
        for (const given of ASSIGNMENTS) {
          const other = () => isMet(d, given, () => false);
          const expected = deployed(value, given, (name) => (name === "D" ? other() : isMet(c, given, other)));
          const found = worlds.filter((world) => isWorldOf(world, given)).map(({ result }) => completed(result, given));
          expect(found.includes(expected) || found.includes(undefined), JSON.stringify(given)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
