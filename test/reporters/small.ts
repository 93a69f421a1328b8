import type { Finding, Grant, Report } from "../../src/findings/report.ts";

const place = { file: "a.yaml", line: 3, column: 7, endLine: 3, endColumn: 12 };
const resource = { format: "cloudformation", type: "AWS::IAM::Role", id: "Role" } as const;

export function finding(some: Partial<Finding> = {}): Finding {
  const rest = { callers: [], related: [], fingerprint: "f" };
  return { rule: "public-trust", severity: "high", message: "m", resource, ...rest, ...place, ...some };
}

export function grant(some: Partial<Grant> = {}): Grant {
  const caller = { class: "undeclared", account: "444455556666" } as const;
  return {
    resource,
    principal: "444455556666",
    callers: [caller],
    conditions: [],
    verdict: "ok",
    rules: [],
    ...place,
    ...some,
  };
}

/** Counts nothing but its findings. */
export function report(some: Partial<Report> = {}): Report {
  const findings = some.findings ?? [];
  const of = (severity: Finding["severity"]) => findings.filter((one) => one.severity === severity).length;
  return {
    version: 1,
    tool: { name: "unconfused", version: "0" },
    summary: {
      files: 1,
      resources: 1,
      policies: 1,
      grants: { ok: 0, finding: findings.length, unknown: 0 },
      findings: { low: of("low"), medium: of("medium"), high: of("high"), critical: of("critical") },
      unknowns: 0,
      suppressed: 0,
      baselined: 0,
      errors: some.errors?.length ?? 0,
    },
    findings,
    unknowns: [],
    grants: [],
    suppressed: [],
    errors: [],
    notes: [],
    ...some,
  };
}
