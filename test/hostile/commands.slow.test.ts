// Inputs, rules and names that try to speak to the runner of a pipeline or to the terminal.

import { describe, expect, test } from "vitest";
import { withoutCommands } from "../../src/reporters/screen.ts";
import { roleFor, unconfused } from "../surfaces/cli/run.ts";

const COMMANDS = ["##[error]forged", "##[set-output name=x]y", "##vso[task.setvariable]x", "##teamcity[buildStatus]"];

const HIDDEN = ["\u001b]0;title\u0007", "\u001b[2J", "\u202egnp", "\u2066x", "\u200b", "\r", "\u0085"];

/** What a runner finds in a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function commandsIn(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => /##\w*\[/.test(line) || line.trimStart().startsWith("::"));
}

const unseenIn = (text: string) => text.match(/[^\P{C}\n]/gu) ?? [];

const rule = (words: string) => `id: my-rule
title: ${JSON.stringify(`Title ${words}`)}
severity: low
precision: high
cwe: [441]
since: 0.1.0
why: ${JSON.stringify(`Why.\n\n::error::forged ${words}\n\n    ::warning::forged`)}
fix: ${JSON.stringify(`Fix ${words}.`)}
references: [https://example.com/]
policy: trust
deny:
  - request: { caller: { is: $unnamed } }
    message: ${JSON.stringify(`message ${words}`)}
examples:
  bad: [{ name: ${JSON.stringify(`bad ${words}`)}, policy: { Statement: [{ Effect: Allow, Principal: { AWS: "*" }, Action: "sts:AssumeRole" }] }, at: /Statement/0/Principal/AWS }]
  good: [{ name: good, policy: { Statement: [] } }]
`;

/** A file whose name, values, comments and mistakes carry the words, and a configuration with rules that do. */
function machine(words: string) {
  const quoted = JSON.stringify(words);
  return {
    env: { GITHUB_ACTIONS: "true" },
    files: {
      "/home/me/a.yaml": roleFor(JSON.stringify(`arn:aws:iam::444455556666:role/${words}`)),
      "/home/me/b.yaml": roleFor(quoted),
      "/home/me/c.yaml": `# unconfused-ignore ${words.replace(/[\r\u0085]/g, "")} -- ${words.replace(/[\r\u0085]/g, "")}\n${roleFor('"*"')}`,
      "/home/me/d.yaml": `AWSTemplateFormatVersion: ${quoted}\n${roleFor('"*"')}Parameters: { ${quoted}: { Type: [] } }\n`,
      "/home/me/e.json": `{ "AWSTemplateFormatVersion": "2010-09-09", ${quoted} `,
      [`/home/me/${words.replaceAll("/", "")}.yaml`]: roleFor('"*"'),
      "/home/me/rules/my-rule.yaml": rule(words),
      "/home/me/unconfused.yaml": "extends: [rules]\n",
    },
  };
}

describe.each([...COMMANDS, ...HIDDEN])("%j", (words) => {
  test.each([
    "check",
    "check --debug",
    "check --format json",
    "check --format sarif",
    "check --format concise",
    "check --format gitlab",
    "check --format markdown",
    "check --strict",
    "rules",
    "rules --format json",
    "explain my-rule",
    "test-rules rules",
    `check --only ${words.replaceAll(" ", "")}`,
    `explain ${words.replaceAll(" ", "")}`,
  ])("%s", (typed) => {
    const { stdout, stderr } = unconfused(typed, machine(words));
    expect(stdout + stderr).not.toBe("");
    expect(commandsIn(stdout)).toEqual([]);
    expect(commandsIn(stderr)).toEqual([]);
    expect(unseenIn(stdout + stderr)).toEqual([]);
  });
});

test.each([...COMMANDS, ...HIDDEN, "::error::x", "%0A::error::x", "a,title=b"])(
  "annotations are ours alone: %j",
  (words) => {
    const { stdout } = unconfused("check --format github", machine(words));
    const commands = commandsIn(stdout);
    expect(commands.length).toBeGreaterThan(3);
    for (const line of commands) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) title=[^:,]+(?:,(?:file|line|endLine|col|endColumn)=[^:,]*)*::/,
      );
    }
    expect(unseenIn(stdout)).toEqual([]);
  },
);

test("reports in files hold no command either", () => {
  const { saved } = unconfused(
    "check --format text --output out.txt --format json --output out.json",
    machine("##[error]"),
  );
  expect([...saved.values()].flatMap(commandsIn)).toEqual([]);
  const report = JSON.parse(saved.get("/home/me/out.json") ?? "");
  const principals = report.grants.map(({ principal }: { principal: string }) => principal);
  expect(principals).toContain("arn:aws:iam::444455556666:role/##[error]");
});

test.each([
  ["a: ##[group]x", "a: #\\u{23}[group]x"],
  ["###[x", "##\\u{23}[x"],
  ["one\n  ::set-env name=x::y\ntwo", "one\n  \\u{3a}:set-env name=x::y\ntwo"],
  ["AWS::IAM::Role, a ## b, ## [x]", "AWS::IAM::Role, a ## b, ## [x]"],
])("%j is written as %j", (text, written) => {
  expect(withoutCommands(text)).toBe(written);
});
