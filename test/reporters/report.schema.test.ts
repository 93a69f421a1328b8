import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { json } from "../../src/reporters/json.ts";
import { by, callerClass, format, keysOf, reason, severity, tenancy, tenancyFrom, verdict } from "./report-shape.ts";
import { clean, context, report } from "./sample.ts";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"));
const valid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

function definition(name: string): Schema {
  const found = name === "report" ? schema : schema.$defs?.[name];
  if (found === undefined) throw new Error(`the schema does not define ${name}`);
  return found;
}

/** Properties with those of the definition that this one builds on. */
function keys({ $ref, properties = {}, required = [] }: Schema): Record<string, string> {
  const base = $ref === undefined ? {} : keys(definition($ref.replace("#/$defs/", "")));
  const own = Object.keys(properties).map((key) => [key, required.includes(key) ? "required" : "optional"]);
  return { ...base, ...Object.fromEntries(own) };
}

describe("the schema and the types have the same", () => {
  test.each(Object.entries(keysOf))("keys: %s", (name, typed) => {
    expect(keys(definition(name))).toEqual(typed);
  });

  const words: [string, string | undefined, object][] = [
    ["severity", undefined, severity],
    ["resource", "format", format],
    ["caller", "class", callerClass],
    ["caller", "tenancy", tenancy],
    ["caller", "tenancyFrom", tenancyFrom],
    ["suppressed", "by", by],
    ["unknown", "reason", reason],
    ["grant", "verdict", verdict],
  ];
  test.each(words)("words: %s %s", (name, property, typed) => {
    const where = property === undefined ? definition(name) : definition(name).properties?.[property];
    expect(new Set(where?.enum)).toEqual(new Set(Object.keys(typed)));
  });
});

test.each([
  ["rich", report],
  ["clean", clean],
])("a %s report is valid as it is written", (_, given) => {
  expect(valid(JSON.parse(json(given, context))), JSON.stringify(valid.errors)).toBe(true);
});

describe("the schema refuses", () => {
  /** Objects whose keys the input names. */
  const open = new Set(["context", "parameters", "conditions"]);

  function* objects(value: unknown, path: string): Generator<[path: string, object: Record<string, unknown>]> {
    if (typeof value !== "object" || value === null) return;
    const name = path.split(".").at(-1) ?? "";
    if (!Array.isArray(value) && !open.has(name)) yield [path, value as Record<string, unknown>];
    for (const [key, inner] of Object.entries(value)) yield* objects(inner, `${path}.${key}`);
  }

  test("a key that it does not know, in every object of a report", () => {
    const copy = structuredClone(report);
    const accepted: string[] = [];
    for (const [path, object] of objects(copy, "report")) {
      object.unexpected = 1;
      if (valid(copy)) accepted.push(path);
      delete object.unexpected;
    }
    expect(accepted).toEqual([]);
    expect(valid(copy)).toBe(true);
  });

  const wrong: [string, (finding: Record<string, unknown>, copy: Record<string, unknown>) => void][] = [
    ["another version", (_, copy) => (copy.version = 2)],
    ["line 0", (finding) => (finding.line = 0)],
    ["half a column", (finding) => (finding.endColumn = 1.5)],
    ["no file name", (finding) => (finding.file = "")],
    ["another severity", (finding) => (finding.severity = "info")],
    ["a fingerprint that is no hash", (finding) => (finding.fingerprint = "vendor.yaml:12")],
    ["a condition without an outcome", (finding) => (finding.world = { parameters: {}, conditions: { A: "yes" } })],
    ["a number for a list", (_, copy) => (copy.errors = 0)],
  ];
  test.each(wrong)("%s", (_, spoil) => {
    const copy = structuredClone(report) as unknown as { findings: [Record<string, unknown>] } & Record<
      string,
      unknown
    >;
    spoil(copy.findings[0], copy);
    expect(valid(copy)).toBe(false);
  });
});
