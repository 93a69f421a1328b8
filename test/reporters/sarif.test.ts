import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { Result, SarifLog, SarifRun } from "../../src/reporters/sarif/types.ts";
import { sarif } from "../../src/reporters/sarif.ts";
import { source } from "../../src/text/source.ts";
import { clean, context, report } from "./sample.ts";
import { rules } from "./sample-rules.ts";

const schema = JSON.parse(readFileSync(new URL("../fixtures/sarif/sarif-2.1.0.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(schema);

function run(...[given, within]: Partial<Parameters<typeof sarif>>): SarifRun {
  const log: SarifLog = JSON.parse(sarif(given ?? report, within ?? context));
  expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

function resultOf(rule: string): Result {
  const found = run().results.find(({ ruleId }) => ruleId === rule);
  if (found === undefined) throw new Error(`no result of ${rule}`);
  return found;
}

test("golden", async () => {
  await expect(sarif(report, context)).toMatchFileSnapshot("../golden/report.sarif");
});

describe("what GitHub asks beyond the schema", () => {
  // "SARIF support for code scanning" and github/codeql-action src/upload-lib.ts
  test.each(run().tool.driver.rules.map((rule) => [rule.id, rule] as const))("rule %s", (_, rule) => {
    for (const { text } of [rule.shortDescription, rule.fullDescription]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(1024);
    }
    expect(rule.help.text).not.toBe("");
    expect(rule.help.markdown).not.toBe("");
    expect(rule.properties.tags).toContain("security");
    expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
    expect(rule.properties["security-severity"]).toMatch(/^\d+\.\d$/);
    expect(["low", "medium", "high", "very-high"]).toContain(rule.properties.precision);
  });

  test.each(run().results.map((result) => [`${result.ruleId} ${result.level}`, result] as const))(
    "result %s",
    (_, result) => {
      expect(result.locations).toHaveLength(1);
      for (const { physicalLocation } of [...result.locations, ...result.relatedLocations]) {
        const { startLine, startColumn, endLine, endColumn } = physicalLocation.region ?? {};
        expect(startLine).toBeGreaterThan(0);
        expect(endLine).toBe(startLine);
        expect(endColumn).toBeGreaterThan(startColumn ?? Number.NaN);
        expect(physicalLocation.artifactLocation.uri).toMatch(
          /^(?:[\w.~-]|%[0-9A-F]{2})+(?:\/(?:[\w.~-]|%[0-9A-F]{2})+)*$/,
        );
      }
      expect(result.partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{1,16}:\d+$/);
      expect(run().tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      for (const { id } of result.relatedLocations) expect(result.message.text).toContain(`](${id})`);
      expect("kind" in result || "suppressions" in result).toBe(false);
    },
  );

  test("no automationDetails, which would defeat the category of an upload", () => {
    expect(run()).not.toHaveProperty("automationDetails");
  });

  test("a clean run has an empty list of results", () => {
    expect(run(clean, { ...context, exitCode: 0 }).results).toEqual([]);
  });
});

test("the worst come first, and only findings come", () => {
  expect(run().results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
    "error public-trust",
    "error external-id-required",
    "warning unconstrained-principal",
    "warning external-id-required",
    "note dead-grant",
  ]);
});

test.each([
  [0, true],
  [1, true],
  [2, false],
  [3, true],
] as const)("exit code %d: executionSuccessful %s", (exitCode, executionSuccessful) => {
  expect(run(report, { ...context, exitCode }).invocations[0].executionSuccessful).toBe(executionSuccessful);
});

test("errors are notifications, in place where they have one", () => {
  const [placed, unplaced] = run().invocations[0].toolExecutionNotifications;
  expect(placed?.message.text).toBe("a mapping is never closed. add the missing }.");
  expect(placed?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: "infra/broken%20one.yaml" },
    region: { startLine: 7, startColumn: 3 },
  });
  expect(unplaced).not.toHaveProperty("locations");
});

test("notes are notifications after them", () => {
  const levels = run().invocations[0].toolExecutionNotifications.map(({ level }) => level);
  expect(levels).toEqual(["error", "error", "note"]);
});

test("a witness is linked from the message, where the input cannot forge a link", () => {
  const { message, relatedLocations, properties } = resultOf("external-id-required");
  expect(message.text).toMatch(
    /^ExampleMulti can assume VendorRole without an external ID\. Allowed: \[sts:AssumeRole by .*, sts:ExternalId not sent\]\(1\)\. When parameter Secret is ""; condition HasSecret is false\. Whose is 111122223333\?/,
  );
  expect(message.text).toContain('"\\[root\\](https://example.com)"');
  expect(relatedLocations.map(({ id, message }) => [id, message.text.replace(/:.*/, "")])).toEqual([
    [1, "trusted here"],
  ]);
  expect(properties.witness).toEqual(report.findings[0]?.witness);
  expect(resultOf("public-trust").message.text).toContain("can assume [R\\](1). Allowed: sts:AssumeRole by ");
});

test("no related place is the finding's own, and none is told twice", () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("the sample has no finding");
  const { file, line, column, endLine, endColumn, related } = finding;
  const own = { file, line, column, endLine, endColumn, message: "here" };
  const [result] = run({ ...report, findings: [{ ...finding, related: [own, ...related, ...related] }] }).results;
  expect(result?.relatedLocations).toHaveLength(1);
});

test("the way in leads from who is trusted to what lets the request through", () => {
  const [flow] = resultOf("external-id-required").codeFlows ?? [];
  const steps = flow?.threadFlows[0].locations.map(({ location: { physicalLocation, message } }) => {
    return [physicalLocation.region?.startLine, message?.text.replace(/ by .*/, "")];
  });
  expect(steps).toEqual([
    [8, "trusted here"],
    [13, "allowed: sts:AssumeRole"],
  ]);
  expect(resultOf("dead-grant").codeFlows).toBeUndefined();
});

test("a finding has the lines around it as context, and none of a text that is not shown", () => {
  expect(resultOf("external-id-required").locations[0].physicalLocation.contextRegion).toEqual({
    startLine: 10,
    endLine: 16,
  });
  expect(resultOf("public-trust").locations[0].physicalLocation.contextRegion).toEqual({ startLine: 2, endLine: 6 });
  expect(resultOf("dead-grant").locations[0].physicalLocation.contextRegion).toBeUndefined();
});

test("a rule has a name, and a page: ours in the repository, a user's where it refers to", () => {
  const [first, second] = run().tool.driver.rules;
  expect(second).toMatchObject({
    name: "ExternalIdRequired",
    helpUri: "https://example.com/unconfused/blob/main/rules/README.md#external-id-required",
  });
  const own = rules.map((rule) => ({ ...rule, id: `my-${rule.id}` }));
  const { references: _, cwe: __, since: ___, ...bare } = { ...rules[0], id: "bare" } as (typeof rules)[0];
  const { rules: told } = run(report, { ...context, rules: [...own, bare] }).tool.driver;
  expect(told.map(({ helpUri }) => helpUri?.slice(0, 24))).toEqual([
    undefined,
    ...Array(3).fill("https://docs.aws.amazon."),
    undefined,
  ]);
  expect(told.at(-1)).toMatchObject({ relationships: [], properties: { tags: ["security"] } });
  expect(first?.name).toBe("PublicTrust");
});

test("a region of several lines is cut to its first, also where the text cannot be had", () => {
  const finding = { ...report.findings[0], endLine: 20, endColumn: 1 } as (typeof report.findings)[0];
  const region = (source: typeof context.source) =>
    run({ ...report, findings: [finding] }, { ...context, source }).results[0]?.locations[0].physicalLocation.region;
  expect(region(context.source)).toEqual({ startLine: 13, startColumn: 17, endLine: 13, endColumn: 19 });
  expect(region(() => undefined)).toEqual({ startLine: 13, startColumn: 17, endLine: 13, endColumn: 18 });
});

test("the line hash is that of upload-sarif; without the text it is the finding's own", () => {
  // A vector of rolling-hash.test.ts.
  const lorem = source("infra/vendor.yaml", "Lorem ipsum dolor sit amet.\n".repeat(10));
  const findings = report.findings.map((finding) => ({ ...finding, line: 7, endLine: 7 }));
  const within = { ...context, source: (file: string) => (file === lorem.path ? lorem : undefined) };
  expect(run({ ...report, findings }, within).results.map((each) => each.partialFingerprints)).toEqual([
    { primaryLocationLineHash: "1111111111111111:1", "unconfused/v1": "11111111111111111111111111111111" },
    { primaryLocationLineHash: "a7f2ff1481e87703:1", "unconfused/v1": "0123456789abcdef0123456789abcdef" },
    { primaryLocationLineHash: "a7f2ff1481e87703:1", "unconfused/v1": "44444444444444444444444444444444" },
    { primaryLocationLineHash: "2222222222222222:1", "unconfused/v1": "22222222222222222222222222222222" },
    { primaryLocationLineHash: "3333333333333333:1", "unconfused/v1": "33333333333333333333333333333333" },
  ]);
});

test("severity: the highest that a question gives; a low rule is a note", () => {
  const driver = run().tool.driver;
  expect(
    driver.rules.map(({ id, defaultConfiguration, properties }) => [
      id,
      defaultConfiguration.level,
      properties["security-severity"],
    ]),
  ).toEqual([
    ["public-trust", "error", "9.5"],
    ["external-id-required", "error", "8.0"],
    ["unconstrained-principal", "warning", "5.5"],
    ["dead-grant", "note", "2.5"],
  ]);
});

test("CWE: as tag, and as taxon that the rule points to", () => {
  const { tool, taxonomies } = run();
  const rule = tool.driver.rules[1];
  expect(taxonomies[0]?.taxa.map(({ id }) => id)).toEqual(["CWE-79", "CWE-441"]);
  expect(rule?.properties.tags).toEqual(["security", "external/cwe/cwe-441", "external/cwe/cwe-079"]);
  expect(rule?.relationships.map(({ target }) => [target.id, taxonomies[0]?.taxa[target.index]?.id])).toEqual([
    ["CWE-441", "CWE-441"],
    ["CWE-79", "CWE-79"],
  ]);
});

test("a long description is cut between words, a rule's help is not", () => {
  const rule = run().tool.driver.rules[0];
  expect(rule?.fullDescription.text).toMatch(/ word…$/);
  expect(rule?.help.text.length).toBeGreaterThan(1500);
  expect(rules[0]?.why.length).toBeGreaterThan(1024);
});

test("no character of the input steers a terminal", () => {
  expect(sarif(report, context)).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
});
