import { describe, expect, test } from "vitest";
import { check, loadRules, type Report, rules, toSarif } from "../../src/index.ts";
import { BAD } from "../e2e/run.ts";

const report = check({ files: [{ path: "a b.yaml", content: BAD }] });

describe("a report as SARIF, for who embeds the library", () => {
  test("has each finding, of the rule that it names, where it stands", () => {
    const [{ results, tool, invocations }] = toSarif(report).runs;
    expect(results.map(({ ruleId, ruleIndex }) => [ruleId, tool.driver.rules[ruleIndex]?.id])).toEqual(
      report.findings.map(({ rule }) => [rule, rule]),
    );
    expect(results[0]?.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "a%20b.yaml" },
      region: { startLine: 11, startColumn: 20, endLine: 11 },
    });
    expect(invocations[0].executionSuccessful).toBe(true);
  });

  test("says that a run with errors did not go well", () => {
    const broken = check({ files: [{ path: "a.yaml", content: "Resources: [" }] });
    expect(broken.errors).not.toEqual([]);
    expect(toSarif(broken).runs[0].invocations[0].executionSuccessful).toBe(false);
  });

  test("is of a report that came through JSON as well", () => {
    const again: Report = JSON.parse(JSON.stringify(report));
    expect(toSarif(again)).toEqual(toSarif(report));
  });

  test("describes the rules that the caller brought", () => {
    const rule = {
      id: "no-guests",
      title: "A guest can assume the role",
      severity: "low",
      precision: "high",
      why: "Because.",
      fix: "Do not.",
      policy: "trust",
      deny: [{ request: { caller: { is: "$undeclared" } }, message: "{caller} can assume {resource}" }],
      examples: {
        bad: [{ name: "b", at: "/Statement", policy: { Statement: [] } }],
        good: [{ name: "g", policy: { Statement: [] } }],
      },
    };
    const own = loadRules([{ path: "no-guests.yaml", text: JSON.stringify(rule) }]);
    const found = check({ files: [{ path: "a.yaml", content: BAD }], rules: own });
    const [{ results, tool }] = toSarif(found, { rules: own }).runs;
    const ofOurs = results.find(({ ruleId }) => ruleId === "no-guests");
    expect(tool.driver.rules[ofOurs?.ruleIndex ?? -1]?.id).toBe("no-guests");
  });
});

describe("the rules as other programs list them", () => {
  test("have their words and nothing of what they ask", () => {
    const rule = rules.find(({ id }) => id === "external-id-required");
    expect(Object.keys(rule ?? {})).toEqual(["id", "title", "severity", "why", "fix", "references"]);
    expect(rule?.severity).toBe("high");
    expect(rule?.references[0]).toMatch(/^https:/);
  });

  test("are all that a report can name without rules of one's own", () => {
    const [{ tool }] = toSarif(report).runs;
    expect(rules.map(({ id }) => id)).toEqual(tool.driver.rules.map(({ id }) => id));
  });
});
