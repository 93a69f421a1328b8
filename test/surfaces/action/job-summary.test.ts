import { expect, test } from "vitest";
import type { RenderContext } from "../../../src/reporters/index.ts";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { jobSummary, stoppedSummary } from "../../../src/surfaces/action/job-summary.ts";
import { lineOnGithub } from "../../../src/surfaces/action/links.ts";
import { finding, grant, report } from "../../reporters/small.ts";

const env = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "me/infra", GITHUB_SHA: "abc" };
const link = lineOnGithub(env, "");

const context: RenderContext = {
  rules: builtinRules(),
  source: () => undefined,
  hidden: () => [],
  color: false,
  exitCode: 1,
  homepage: "https://example.com",
  basis: {
    config: "unconfused.yaml",
    emptied: false,
    inlineVerdicts: 0,
    off: ["dead-grant"],
    lowered: [],
    asked: ["a", "b"],
  },
};

test("findings, what was checked, the configuration, and the map", () => {
  const findings = [finding({ severity: "low" }), finding({ severity: "critical", message: "open", line: 9 })];
  const text = jobSummary(report({ findings, grants: [grant({ verdict: "finding" })] }), context, link);
  expect(text).toContain(
    "## Unconfused: findings at or above the threshold\n\n2 findings (1 critical, 1 low) in 2 grants",
  );
  expect(text).toContain("- configuration: unconfused.yaml\n- rules off: dead-grant\n");
  expect(text).toContain(
    "| critical | `public-trust` | [a.yaml:9:7](https://github.com/me/infra/blob/abc/a.yaml#L9) | open |\n| low |",
  );
  // After a line of HTML or without a blank line before it, GitHub shows the chart as text.
  expect(text).toContain("\n\n```mermaid\nflowchart LR\n");
});

test("text of the input stays text, in its cell", () => {
  const hostile = "a | b\n<img src=x> [x](https://evil.example) `c` www.evil.example ${P}";
  const text = jobSummary(report({ findings: [finding({ message: hostile, file: "a|(b).yaml" })] }), context, link);
  const row = text.split("\n").find((line) => line.startsWith("| high")) ?? "";
  expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
  expect(row).toContain(
    String.raw`a \| b\\u{a}\<img src=x\> \[x\](https\://evil.example) \`c\` www\.evil.example \${P}`,
  );
  expect(row).toContain("/a%7C%28b%29.yaml#L3)");
});

test("a summary that GitHub would refuse is cut, and says so", () => {
  const message = "\u{1f600}|".repeat(400);
  const findings = Array.from({ length: 2000 }, () => finding({ message, file: `${"x|".repeat(400)}.yaml` }));
  const errors = Array.from({ length: 2000 }, () => ({ message, help: message, file: "b.yaml" }));
  const grants = findings.map((_, index) => grant({ file: `${index}${message}` }));
  const text = jobSummary(report({ findings, errors, grants }), context, link);
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  const [left = 0] = Array.from(text.matchAll(/^\+(\d+) more: see the log\.$/gm), ([, number]) => Number(number));
  const shown = text.split("\n").filter((line) => line.startsWith("| [b.yaml]")).length;
  expect([shown > 0, shown + left]).toEqual([true, 2000]);
  expect(text).toMatch(/^\d+ more ways in are not drawn\.$/m);
});

test("a run that was stopped says why", () => {
  const errors = [{ message: "unknown key", help: "remove it", file: "unconfused.yaml", line: 2, column: 1 }];
  expect(stoppedSummary(errors, lineOnGithub({}, ""))).toBe(
    "## Unconfused: nothing was checked\n\n### Errors\n\n| where | what | what to do |\n| --- | --- | --- |\n| unconfused.yaml:2:1 | unknown key | remove it |\n",
  );
});

test("what is not of the repository that the workflow runs for has no address", () => {
  expect(lineOnGithub(env, "other")("a.yaml", 1)).toBeUndefined();
  expect(link("a b/c.yaml", undefined)).toBe("https://github.com/me/infra/blob/abc/a%20b/c.yaml");
});
