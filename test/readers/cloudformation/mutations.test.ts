import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { isList, isObject, type Json } from "../../../src/text/document.ts";
import { parse } from "../../../src/text/parse.ts";
import { source } from "../../../src/text/source.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SEEDS = ["test/e2e/cloudformation-validate/functions.yaml", "examples/multi-tenant-bad.yaml"].map(
  (file) => parse(source(file, readFileSync(join(ROOT, file)))).documents[0]?.value ?? null,
);

/** What no author means, and what means something elsewhere. */
const FRAGMENTS: readonly Json[] = [
  ...[null, true, -1, 1e21, "", "*", "${", "${!x}", "{{resolve:", "\ue0000\ue000", "__proto__"],
  ...[[], {}, ["*"], { AWS: "*" }, { Condition: "Both" }, { Ref: "AWS::NoValue" }, { Ref: [] }, { Ref: "Functions" }],
  ...[{ "Fn::If": [] }, { "Fn::If": ["Both", {}, []] }, { "Fn::Sub": ["${a}", { a: [] }] }, { "Fn::Sub": {} }],
  ...[{ "Fn::Join": ["", { Ref: "Items" }] }, { "Fn::GetAtt": [] }, { "Fn::FindInMap": ["Accounts", "", ""] }],
  ...[{ "Fn::Select": [0, { "Fn::Split": [":", { Ref: "Open" }] }] }, { "Fn::Transform": [] }],
  ...[{ "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "a.json" } } }],
  ...[{ "Fn::ForEach::L": ["N", { Ref: "Items" }, { "R${N}": { Type: "AWS::IAM::Role" } }] }],
  ...[{ "Fn::ToJsonString": { a: { Ref: "Items" } } }, { "Fn::Length": { Ref: "Open" } }],
];

/** A linear congruential generator: the same mutations in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The value with one part of it put in another's place: a fragment, or a further part of the value. */
function mutated(value: Json, next: (below: number) => number): Json {
  const parts = [...partsOf(value)];
  const target = parts[next(parts.length)];
  const other = next(3) === 0 ? parts[next(parts.length)] : FRAGMENTS[next(FRAGMENTS.length)];
  const replaced = (part: Json): Json => {
    if (part === target) return other ?? null;
    if (isList(part)) return part.map(replaced);
    return isObject(part)
      ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replaced(inner)]))
      : part;
  };
  return replaced(value);
}

function* partsOf(value: Json): Iterable<Json> {
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) {
    if (typeof inner === "object") yield inner;
    yield* partsOf(inner);
  }
}

test("whatever is put into a template, it is judged or told", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const next = random(seed);
    let value: Json = SEEDS[seed % SEEDS.length] ?? null;
    for (let times = 0; times < 3; times += 1) value = mutated(value, next);
    const content = JSON.stringify(value);
    const report = check({ files: [{ path: "a.json", content }], read: () => content });
    const { ok, finding, unknown } = report.summary.grants;
    expect(ok + finding + unknown, content).toBe(report.grants.length);
    for (const { message, help } of report.errors) expect(message && help, content).toBeTruthy();
  }
});
