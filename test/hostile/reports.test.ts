// Reports that `merge` is given although nobody would write them so: cut short, changed, of other programs.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type JsonSchema, misfitIn } from "../../src/text/misfit.ts";
import { BAD, FILES, unconfused } from "../surfaces/cli/run.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const SHARDED = {
  "/home/me/a.yaml": BAD,
  "/home/me/broken.yaml": "Resources: [AWS::",
  "/home/me/unconfused.yaml": "ignore: [{ rule: dead-grant, files: [a.yaml], reason: none }]",
};

const wrote = (format: string, typed = "", files: Readonly<Record<string, string>> = FILES): Json =>
  JSON.parse(unconfused(`check . --format ${format} ${typed}`, { files }).stdout, (key, value) =>
    // Most of a log is the documentation of rules.
    key === "rules" && Array.isArray(value) && format === "sarif" ? value.slice(0, 1) : value,
  );
const shard = (format: string, index: number) => wrote(format, `--shard ${index}/2`, SHARDED);

const OTHERS: readonly Json[] = [null, 7, -1, 0.5, "x", "\u001b[2J##[error]x", [], [null], {}, { a: 1 }, true];

/** Each with one of its parts left out, or something else in its place. */
function* changes(value: Json): Generator<Json> {
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const put = (other: Json): Json => {
      if (isList) return value.map((each, index) => (index === Number(key) ? other : each));
      return { ...value, [key]: other };
    };
    yield isList ? value.filter((_, index) => index !== Number(key)) : without(value, key);
    for (const other of OTHERS) yield put(other);
    for (const other of changes(inner)) yield put(other);
  }
}

function without(value: object, key: string): Json {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

function merged(...reports: readonly (Json | string)[]) {
  const texts = reports.map((report) => (typeof report === "string" ? report : JSON.stringify(report)));
  const files = Object.fromEntries(texts.map((text, index) => [`/home/me/r${index}.json`, text]));
  return unconfused(`merge ${texts.map((_, index) => `r${index}.json`).join(" ")}`, { files });
}

describe.each(["json", "sarif"])("in %s", (format) => {
  const one = shard(format, 1);
  const other = shard(format, 2);

  test("a change in a shard is refused, or what was found is still told", () => {
    expect(merged(one, other).status).toBe(2);
    expect(merged(one, other).stdout).toContain("external-id-required");
    for (const changed of sample([...changes(one)], 150)) {
      const { status, stdout, stderr } = merged(changed, other);
      expect(stderr).not.toContain("this is a bug");
      expect(stderr).not.toMatch(/[^\P{C}\n]|##\w*\[/u);
      expect(status).toBe(2);
      if (stdout === "") expect(stderr).toMatch(/r0\.json|shard/);
    }
  });

  test.each([
    ["nothing", ""],
    ["half a report", JSON.stringify(wrote(format)).slice(0, -200)],
    ["depth", "[".repeat(100_000)],
    ["a report of a prototype", '{"__proto__": {"version": 1, "tool": {"name": "unconfused"}, "findings": []}}'],
  ])("%s is no report", (_, text) => {
    const { status, stdout, stderr } = merged(text);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("this is no report of Unconfused in JSON or SARIF");
  });
});

test("a severity that there is not makes no finding disappear", () => {
  const report = wrote("json") as { readonly findings: readonly { readonly [key: string]: Json }[] };
  for (const severity of [null, "none", "constructor"]) {
    const findings = report.findings.map((finding) => ({ ...finding, severity }));
    const { status, stderr } = merged({ ...report, findings } as Json);
    expect(status).toBe(2);
    expect(stderr).toContain("this report is damaged: findings[0].severity is not what Unconfused writes there");
    expect(stderr).toContain("this is of Unconfused");
  }
});

test("a shard of very many is missed in few words", () => {
  const report = shard("json", 1) as { readonly shard: { readonly [key: string]: Json } };
  const { status, stderr } = merged({ ...report, shard: { ...report.shard, count: 1e9 } });
  expect(status).toBe(2);
  expect(stderr).toContain("shards 2, 3, 4,");
  expect(stderr.length).toBeLessThan(500);
});

test("a path in SARIF that is no encoded text is taken as it is", () => {
  const log = JSON.stringify(wrote("sarif")).replace('"uri":"bad.yaml"', '"uri":"%E0%A4%A"');
  expect(merged(log)).toMatchObject({ status: 1, stdout: expect.stringContaining("%E0%A4%A") });
});

/** What is kept in a report that nobody reads is nobody's business here. */
const loose = (schema: Json): Json => {
  if (Array.isArray(schema)) return schema.map(loose);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    ([word, said]) => !(word === "unevaluatedProperties" || (word === "additionalProperties" && said === false)),
  );
  return Object.fromEntries(kept.map(([word, said]) => [word, loose(said)]));
};

test.each(["report", "sarif"])("a shape fits where the whole of JSON Schema says so: %s", (name) => {
  const schema = loose(
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8")),
  ) as JsonSchema;
  const valid = new Ajv2020({ strict: false }).compile(schema);
  const format = name === "report" ? "json" : "sarif";
  const all = [wrote(format), shard(format, 1)].flatMap((report) => sample([...changes(report)], 1500));
  const answers = all.map((changed) => [misfitIn(changed, schema) === undefined, valid(changed)] as const);
  expect(answers.filter(([ours, theirs]) => ours !== theirs)).toEqual([]);
  expect(new Set(answers.map(([ours]) => ours)).size).toBe(2);
});

/** So many of them, evenly spread. */
function sample<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
