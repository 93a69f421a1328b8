import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import { FOUND, role, told } from "../suppressing.ts";

describe("what is said of a comment", () => {
  test.each([
    ["# unconfused-ignore public-trust", "it gives no reason to suppress public-trust"],
    ["# unconfused-ignore public-trust --", "it gives no reason to suppress public-trust"],
    ["# unconfused-ignore", "it names no rule"],
    ["# unconfused-ignore -- why", "it names no rule"],
    ["# unconfused-ignore public-trust until soon -- why", '"soon" is no date such as 2027-03-31'],
    ["# unconfused-ignore public-trust until 2027-13-01 -- why", '"2027-13-01" is no date such as 2027-03-31'],
    [
      "# unconfused-ignore public-trust -- retired until 2020-03-31",
      "the day stands behind the reason; write RULE until DAY -- REASON",
    ],
    [
      "# unconfused-ignore public-trust -- until: 2027-03-31.",
      "the day stands behind the reason; write RULE until DAY -- REASON",
    ],
    ["# unconfused-ignore public-trust because -- why", 'no rule is called "public-trust because"'],
    ["# unconfused-ignore wholly-else -- why", 'no rule is called "wholly-else"'],
    ["# unconfused-ignore constructor -- why", 'no rule is called "constructor"'],
  ])("%s", (comment, why) => {
    expect(told(role({ at: 11, comment }))).toEqual({
      findings: FOUND,
      suppressed: [],
      unused: [`11 the comment suppresses nothing: ${why}`],
    });
  });

  test("stands at the comment, and speaks of the resource that it is in", () => {
    const { findings } = check({ files: [{ path: "role.yaml", content: role({ above: 8 }) }] });
    expect(findings.find(({ rule }) => rule === "unused-ignore")).toEqual({
      rule: "unused-ignore",
      severity: "low",
      message: "the comment suppresses nothing: there is no finding of public-trust for it; one stands in line 12",
      file: "role.yaml",
      line: 8,
      column: 9,
      endLine: 8,
      endColumn: 60,
      resource: { format: "cloudformation", type: "AWS::IAM::Role", id: "Reader" },
      callers: [],
      related: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  test("speaks of the file where it stands in no resource", () => {
    const content = `# unconfused-ignore public-trust -- why\n${role()}`;
    const { findings } = check({ files: [{ path: "role.yaml", content }] });
    expect(findings.find(({ rule }) => rule === "unused-ignore")?.resource).toEqual({
      format: "cloudformation",
      type: "file",
      id: "role.yaml",
    });
  });
});

describe("settings of rules", () => {
  const useless = "# unconfused-ignore invalid-policy -- why";
  test.each<[string, NonNullable<Config["rules"]>]>([
    ["the rule that is named is off", { "invalid-policy": "off" }],
    ["unused-ignore is off", { "unused-ignore": false }],
  ])("nothing is said where %s", (_, rules) => {
    expect(told(role({ at: 11, comment: useless }), { config: { rules } }).unused).toEqual([]);
  });

  test("unused-ignore has the severity that it is given", () => {
    const files = [{ path: "role.yaml", content: role({ at: 11, comment: useless }) }];
    const { summary } = check({ files, config: { rules: { "unused-ignore": "high" } } });
    expect(summary.findings).toEqual({ low: 0, medium: 0, high: 1, critical: 1 });
  });

  test.each<[string, string, Config]>([
    ["a comment", "the comment", {}],
    ["the configuration", "the entry in the configuration", { ignore: [{ rule: "public-trust", reason: "why" }] }],
  ])("ignorable: false: %s does not suppress it", (_, speaker, more) => {
    const content = more.ignore === undefined ? role({ at: 11 }) : role();
    expect(told(content, { config: { ...more, rules: { "public-trust": { ignorable: false } } } })).toEqual({
      findings: FOUND,
      suppressed: [],
      unused: [`11 ${speaker} suppresses nothing: the configuration lets nothing suppress public-trust`],
    });
  });

  test("ignorable: false of a scope holds for its files", () => {
    const scopes = [{ files: ["strict/**"], rules: { "public-trust": { ignorable: false } } }];
    const ignore = [{ rule: "public-trust", reason: "why" }];
    const files = ["strict/a.yaml", "free/a.yaml"].map((path) => ({ path, content: role() }));
    const { findings, suppressed } = check({ files, config: { scopes, ignore } });
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual(["strict/a.yaml public-trust"]);
    expect(suppressed.map(({ file }) => file)).toEqual(["free/a.yaml"]);
  });
});

describe("unused-ignore itself", () => {
  const useless = role({
    at: 11,
    comment: "# unconfused-ignore invalid-policy, unused-ignore -- kept for the old branch",
  });

  test("can be suppressed", () => {
    expect(told(useless)).toEqual({
      findings: FOUND,
      suppressed: ["unused-ignore 11 comment: kept for the old branch"],
      unused: [],
    });
  });

  test("is told of, where there is nothing of it to suppress", () => {
    expect(told(role({ at: 11, comment: "# unconfused-ignore unused-ignore -- why" }))).toEqual({
      findings: FOUND,
      suppressed: [],
      unused: ["11 the comment suppresses nothing: there is no finding of unused-ignore for it"],
    });
  });

  test("cannot be suppressed where it is not ignorable", () => {
    const config: Config = { rules: { "unused-ignore": { ignorable: false } } };
    expect(told(useless, { config }).unused).toEqual([
      "11 the comment suppresses nothing: there is no finding of invalid-policy for it",
      "11 the comment suppresses nothing: the configuration lets nothing suppress unused-ignore",
    ]);
  });
});
