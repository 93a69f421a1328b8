import { expect, test } from "vitest";
import { json } from "../../src/reporters/json.ts";
import { context, report } from "./sample.ts";

test("golden", async () => {
  await expect(json(report, context)).toMatchFileSnapshot("../golden/report.json");
});

test("it is the report, whole", () => {
  expect(JSON.parse(json(report, context))).toEqual(report);
});

test("it is laid out as JSON.stringify does", () => {
  const { findings: _, ...rest } = report;
  for (const told of [report, { ...rest, findings: [], notes: [] }]) {
    const text = json(told, context);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  }
});

test("keys set in another order are written in the same", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, reversed(inner)])
        .reverse(),
    );
  };
  expect(json(reversed(report) as typeof report, context)).toBe(json(report, context));
});

test("names of the input that JavaScript knows stay names", () => {
  const parameters = JSON.parse('{"__proto__": "a", "constructor": "b"}');
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("the sample has no finding");
  const given = { ...report, findings: [{ ...finding, world: { parameters, conditions: {} } }] };
  expect(json(given, context)).toContain('"__proto__": "a",\n          "constructor": "b"');
});

test("what entries have in common is told of each, and what differs as it is", () => {
  const [first] = report.findings;
  if (first?.witness === undefined) throw new Error("the sample has no witness");
  const other = { ...first.witness, action: "sts:TagSession" };
  const findings = [first, { ...first, line: 9 }, { ...first, witness: other }, { ...first, callers: [] }, first];
  const told = JSON.parse(json({ ...report, findings }, context)).findings;
  expect(told).toEqual(JSON.parse(JSON.stringify(findings)));
});

test("no character of the input steers a terminal", () => {
  expect(json(report, context)).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
});
