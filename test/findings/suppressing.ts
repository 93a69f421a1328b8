// A role with suppressions in it, and what a check makes of them.

import { expect } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import type { Finding } from "../../src/findings/report.ts";
import type { Rule } from "../../src/rules/rule.ts";

export interface Under {
  readonly path?: string;
  readonly config?: Config;
  readonly rules?: readonly Rule[];
  readonly today?: string;
}

/** What stands ("rule line"), what is silenced ("rule line by: reason"), and what is said of suppressions ("line message"). */
export function told(content: string, { path = "role.yaml", ...under }: Under = {}) {
  const { findings, suppressed, summary, errors } = check({ files: [{ path, content }], ...under });
  expect(errors).toEqual([]);
  expect(summary.suppressed).toBe(suppressed.length);
  expect(Object.values(summary.findings).reduce((sum, count) => sum + count)).toBe(findings.length);
  const isUnused = ({ rule }: Finding) => rule === "unused-ignore";
  return {
    findings: findings.filter((finding) => !isUnused(finding)).map(({ rule, line }) => `${rule} ${line}`),
    suppressed: suppressed.map(({ rule, line, by, reason }) => `${rule} ${line} ${by}: ${reason}`),
    unused: findings.filter(isUnused).map(({ line, message }) => `${line} ${message}`),
  };
}

export const FOUND = ["public-trust 11"];
export const NOTHING = { findings: [], suppressed: [], unused: [] };

/** A role that anyone may assume, with a comment put in: alone above the line of that number, or at its end. */
export function role(put: { readonly above?: number; readonly at?: number; readonly comment?: string } = {}): string {
  const lines = [
    "Resources:",
    "  Other:",
    "    Type: AWS::S3::Bucket",
    "  Reader:",
    "    Type: AWS::IAM::Role",
    "    Properties:",
    "      AssumeRolePolicyDocument:",
    "        Statement:",
    "          - Principal:",
    "              AWS:",
    '                - "*"',
    "            Effect: Allow",
    "            Action: sts:AssumeRole",
    "",
  ];
  const { above, at, comment = "# unconfused-ignore public-trust -- open on purpose" } = put;
  if (at !== undefined) lines[at - 1] += ` ${comment}`;
  if (above !== undefined) lines.splice(above - 1, 0, ...comment.split("\n").map((line) => `        ${line}`));
  return lines.join("\n");
}
