// HTML in inputs and rules: every message of SARIF is text.

import { expect, test } from "vitest";
import { roleFor, unconfused } from "../surfaces/cli/run.ts";

const EVIL = "<img src=x onerror=alert(1)>";

const RULE = `id: my-rule
title: Title ${EVIL}
severity: low
precision: high
cwe: [441]
since: 0.1.0
why: Why ${EVIL}, and \`<b>code</b>\`.
fix: Fix ${EVIL}.
references: [https://example.com/]
policy: trust
deny: [{ request: { caller: { is: $unnamed } }, message: "message ${EVIL}" }]
examples:
  bad: [{ name: "bad ${EVIL}", policy: { Statement: [{ Effect: Allow, Principal: { AWS: "*" }, Action: "sts:AssumeRole" }] }, at: /Statement/0/Principal/AWS }]
  good: [{ name: "good ${EVIL}", policy: { Statement: [] } }]
`;

function messagesIn(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return ["text", "markdown"].includes(key) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => messagesIn(inner, name));
}

test("none of it is a tag", () => {
  const files = {
    "/home/me/a.yaml": roleFor(JSON.stringify(EVIL)),
    "/home/me/b.yaml": roleFor('"*"'),
    "/home/me/c.yaml": `Description: x\nParameters: { P: { Type: "${EVIL}" } }\n${roleFor(JSON.stringify(`arn:aws:iam::444455556666:role/${EVIL}`))}`,
    "/home/me/rules/my-rule.yaml": RULE,
  };
  const { stdout } = unconfused("check --rules rules --strict --format sarif", { files });
  const messages = messagesIn(JSON.parse(stdout));
  expect(messages.some((message) => message.includes("img src=x"))).toBe(true);
  expect(messages.filter((message) => message.replace(/`[^`]*`/g, "").includes("<img"))).toEqual([]);
  expect(messages.some((message) => message.includes("`<b>code</b>`"))).toBe(true);
});
