// A report with everything that reporters must cope with, made by hand.

import type { Caller, Finding, Report, Resource } from "../../src/findings/report.ts";
import type { RenderContext } from "../../src/reporters/index.ts";
import { rules } from "./sample-rules.ts";
import { MINIFIED, ODD, PLAN, placeOf, sourceOf, VENDOR } from "./sample-sources.ts";

const role = (id: string): Resource => ({ format: "cloudformation", type: "AWS::IAM::Role", id });
const vendor: Caller = {
  class: "vendor",
  account: "444455556666",
  vendor: "ExampleMulti",
  tenancy: "multi",
  tenancyFrom: "vendor",
};
const nobody: Caller = { class: "unnamed", tenancy: "multi", tenancyFrom: "default" };
const undeclared: Caller = { class: "undeclared", account: "111122223333", tenancy: "multi", tenancyFrom: "default" };
const deployTime: Caller = {
  class: "deployTime",
  account: `\${${"AuditAccount"}}`,
  tenancy: "multi",
  tenancyFrom: "default",
};

const withoutExternalId: Finding = {
  ...placeOf(VENDOR, "{}", "Condition: !If"),
  rule: "external-id-required",
  severity: "high",
  message: "ExampleMulti can assume VendorRole without an external ID",
  resource: role("VendorRole"),
  callers: [vendor, undeclared, { class: "organization" }],
  vendor: "ExampleMulti",
  witness: {
    principal: "arn:aws:iam::444455556666:role/any",
    session: "deputy",
    action: "sts:AssumeRole",
    context: { "aws:PrincipalTag/team": ["red", "blue"], "aws:SourceIdentity": "[root](https://example.com)" },
    absent: ["sts:ExternalId"],
  },
  world: { parameters: { Secret: "" }, conditions: { HasSecret: false } },
  related: [{ ...placeOf(VENDOR, "arn:aws:iam::444455556666:root"), message: "trusted here" }],
  fingerprint: "0123456789abcdef0123456789abcdef",
};

const openToAll: Finding = {
  ...placeOf(ODD, "'*'"),
  rule: "public-trust",
  severity: "critical",
  message: "anyone with an AWS account can assume [R](1)",
  resource: { format: "cdk", type: "AWS::IAM::Role", id: "R", path: "Stack/R/Resource" },
  callers: [nobody],
  witness: {
    principal: "arn:aws:iam::777788889999:role/any",
    action: "sts:AssumeRole",
    context: {},
    absent: [],
  },
  related: [],
  fingerprint: "11111111111111111111111111111111",
};

const inLongLine: Finding = {
  ...placeOf(MINIFIED, '"arn:aws:iam::111122223333:root"'),
  rule: "external-id-required",
  severity: "medium",
  message: "111122223333 can assume Role\u001b[2J without an external ID",
  resource: role("Role"),
  callers: [undeclared],
  witness: {
    principal: "arn:aws:iam::111122223333:role/any",
    action: "sts:AssumeRole",
    context: {},
    absent: ["sts:ExternalId"],
  },
  related: [],
  fingerprint: "22222222222222222222222222222222",
};

const inPlan: Finding = {
  ...{ file: PLAN, line: 1, column: 812, endLine: 3, endColumn: 4 },
  rule: "dead-grant",
  severity: "low",
  message: 'nobody can use this grant of aws_iam_role.dead["x"]',
  resource: { format: "terraform-plan", type: "aws_iam_role", id: 'aws_iam_role.dead["x"]' },
  callers: [],
  world: { parameters: { stage: "prod" }, conditions: {} },
  related: [],
  fingerprint: "33333333333333333333333333333333",
};

const unconstrained: Finding = {
  ...placeOf(VENDOR, "!Ref AuditAccount"),
  rule: "unconstrained-principal",
  severity: "medium",
  message: "AuditAccount may be *",
  resource: role("AuditRole"),
  callers: [deployTime],
  help: "let AuditAccount take twelve digits and nothing else",
  related: [],
  fingerprint: "44444444444444444444444444444444",
};

export const report: Report = {
  version: 1,
  tool: { name: "unconfused", version: "0.1.0" },
  summary: {
    files: 4,
    resources: 17,
    policies: 5,
    grants: { ok: 1, finding: 5, unknown: 1 },
    findings: { low: 1, medium: 2, high: 1, critical: 1 },
    unknowns: 4,
    suppressed: 3,
    baselined: 1,
    errors: 2,
  },
  findings: [withoutExternalId, unconstrained, openToAll, inLongLine, inPlan],
  unknowns: [
    {
      ...placeOf(VENDOR, "!Ref AuditAccount"),
      rule: "public-trust",
      reason: "parameter",
      source: "parameter AuditAccount",
      message: "cannot tell whether anyone can assume AuditRole; that is what unconstrained-principal says",
      help: "give its value",
      resource: role("AuditRole"),
      callers: [deployTime],
    },
    {
      ...placeOf(VENDOR, "!Ref Secret"),
      rule: "external-id-required",
      reason: "dynamic-reference",
      source: "dynamic reference {{resolve:ssm:/id}}",
      message: "cannot tell whether ExampleMulti can assume VendorRole without an external ID",
      help: "pass it as a parameter\u0007",
      resource: role("VendorRole"),
      callers: [vendor],
      wouldAllow: {
        principal: "arn:aws:iam::444455556666:role/any",
        action: "sts:AssumeRole",
        context: { "sts:ExternalId": "any" },
        absent: [],
      },
      world: { parameters: {}, conditions: { HasSecret: true } },
    },
    {
      ...placeOf(VENDOR, "!Ref Secret"),
      rule: "account-scoped-principal",
      reason: "dynamic-reference",
      source: "dynamic reference {{resolve:ssm:/id}}",
      message: "cannot tell whether the same cause is told once",
      help: "tell it once",
      resource: role("VendorRole"),
      callers: [vendor],
    },
    {
      ...placeOf(ODD, "監査"),
      rule: "public-trust",
      reason: "import",
      source: "import SharedAccount",
      message: "cannot tell whether anyone with an AWS account can assume R",
      help: "say whose account it is",
      resource: role("R"),
      callers: [nobody],
    },
  ],
  grants: [
    {
      ...placeOf(VENDOR, "arn:aws:iam::444455556666:root"),
      resource: role("VendorRole"),
      principal: "arn:aws:iam::444455556666:root",
      callers: [vendor],
      conditions: ["StringEquals sts:ExternalId"],
      verdict: "finding",
      rules: ["external-id-required"],
    },
    {
      ...placeOf(MINIFIED, '"arn:aws:iam::111122223333:root"'),
      resource: role("Role"),
      principal: "arn:aws:iam::111122223333:root",
      callers: [undeclared, { ...undeclared, account: "222233334444" }],
      conditions: [],
      verdict: "finding",
      rules: ["external-id-required"],
    },
  ],
  suppressed: [
    { ...withoutExternalId, by: "comment", reason: "retired in Q1", until: "2027-03-31" },
    { ...openToAll, by: "config", reason: "sandbox" },
    { ...inPlan, by: "config", reason: "goes with the account" },
    { ...inLongLine, by: "baseline", reason: "known" },
  ],
  errors: [
    {
      message: "a mapping is never closed",
      help: "add the missing }",
      file: "infra/broken one.yaml",
      line: 7,
      column: 3,
    },
    { message: "nested.yaml cannot be read", help: "check its permissions" },
  ],
  notes: [{ message: "read as written, before macro Mine", file: "infra/macro.yaml", line: 1, column: 12 }],
};

export const context: RenderContext = {
  rules,
  source: sourceOf,
  color: false,
  exitCode: 2,
  elapsedMs: 41.3,
  hidden: () => [],
  homepage: "https://example.com/unconfused",
};

/** The same run without anything to tell. */
export const clean: Report = {
  ...report,
  summary: {
    ...report.summary,
    grants: { ok: 7, finding: 0, unknown: 0 },
    findings: { low: 0, medium: 0, high: 0, critical: 0 },
    unknowns: 0,
    suppressed: 0,
    baselined: 0,
    errors: 0,
  },
  findings: [],
  unknowns: [],
  grants: [],
  suppressed: [],
  errors: [],
  notes: [],
};
