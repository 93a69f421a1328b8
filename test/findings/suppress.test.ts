import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { loadRules } from "../../src/rules/files/load.ts";
import { FOUND, NOTHING, role, told } from "./suppressing.ts";

describe("a date", () => {
  test.each([
    ["before it", "2027-03-30", true],
    ["on it", "2027-03-31", true],
    ["after it", "2027-04-01", false],
    ["when nobody knows the day", undefined, true],
  ])("%s", (_, today, counts) => {
    const content = role({ at: 11, comment: "# unconfused-ignore public-trust until 2027-03-31 -- until then" });
    const { findings, suppressed, unused } = told(content, today === undefined ? {} : { today });
    expect(findings).toEqual(counts ? [] : FOUND);
    expect(suppressed).toEqual(counts ? ["public-trust 11 comment: until then"] : []);
    expect(unused).toEqual(counts ? [] : ["11 the comment suppresses nothing: 2027-03-31 was its last day"]);
  });

  test("is in the report", () => {
    const config: Config = { ignore: [{ rule: "public-trust", reason: "why", until: "2027-03-31" }] };
    const { suppressed } = check({ files: [{ path: "role.yaml", content: role() }], config, today: "2027-01-01" });
    expect(suppressed).toMatchObject([{ by: "config", reason: "why", until: "2027-03-31" }]);
  });
});

describe("former names of rules", () => {
  const rules = loadRules([
    {
      path: "no-strangers.yaml",
      text: `id: no-strangers
aliases: [no-foreigners]
title: A stranger can assume the role
severity: low
precision: high
cwe: [441]
since: 1.0.0
why: Because.
fix: Do not.
references: [https://example.com/]
policy: trust
deny: [{ request: { caller: { is: $unnamed } }, message: "{caller} can assume {resource}" }]
examples: { bad: [{ name: a, at: /Statement, policy: { Statement: [] } }], good: [{ name: b, policy: {} }] }
`,
    },
  ]);
  const comment = "# unconfused-ignore no-foreigners, public-trust -- why";

  test("suppress", () => {
    expect(told(role({ at: 11, comment }), { rules })).toEqual({
      ...NOTHING,
      suppressed: ["public-trust 11 comment: why", "no-strangers 11 comment: why"],
    });
  });

  test("forbid to suppress", () => {
    const config: Config = { rules: { "no-foreigners": { ignorable: false } } };
    expect(told(role({ at: 11, comment }), { rules, config }).findings).toEqual(["no-strangers 11"]);
  });
});

describe("what cannot be told", () => {
  const UNSURE = role().replace('"*"', "!ImportValue Trusted");
  const config: Config = { ignore: [{ rule: "public-trust", reason: "why" }] };

  test("is not suppressed", () => {
    const report = check({ files: [{ path: "role.yaml", content: UNSURE }], config });
    expect(report.unknowns.map(({ rule }) => rule)).toContain("public-trust");
    expect(report.suppressed).toEqual([]);
    expect(report.findings.map(({ rule }) => rule)).toContain("unused-ignore");
  });

  test("is suppressed where strict makes it a finding", () => {
    const report = check({ files: [{ path: "role.yaml", content: UNSURE }], config: { ...config, strict: true } });
    expect(report.suppressed.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["public-trust medium"]);
    expect(report.findings.map(({ rule }) => rule)).not.toContain("unused-ignore");
  });
});

describe("suppression comes after judgement", () => {
  test("the grant of a suppressed finding is still one that was found", () => {
    const { grants, summary } = check({ files: [{ path: "role.yaml", content: role({ at: 11 }) }] });
    expect(grants).toMatchObject([{ verdict: "finding", rules: ["public-trust"] }]);
    expect(summary.grants).toEqual({ ok: 0, finding: 1, unknown: 0 });
  });

  test("a rule yields to one whose finding is suppressed", () => {
    const config: Config = {
      tenancy: "single",
      vendors: [{ name: "V", tenancy: "single", accounts: ["111122223333"] }],
    };
    expect(told(role({ at: 11 }), { config }).findings).toEqual([]);
  });
});

describe("several suppressions of one finding", () => {
  test("the nearest speaks, and none is unused", () => {
    const config: Config = { ignore: [{ rule: "public-trust", reason: "everywhere" }] };
    const both = role({ at: 11 }).replace(
      "  Reader:",
      "  # unconfused-ignore public-trust -- the whole role\n  Reader:",
    );
    expect(told(both, { config })).toEqual({ ...NOTHING, suppressed: ["public-trust 12 comment: open on purpose"] });
  });
});
