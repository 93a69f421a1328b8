import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Report } from "../../../src/findings/report.ts";

const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/terraform-config");

/** What roles may do themselves was not read by hand. */
const NOT_OF_TRUST = { "deputy-assumes-anything": "off" } as const;

function judged(folder: string): Report {
  const all = readdirSync(join(CORPUS, folder), { recursive: true, encoding: "utf8" });
  const read = (path: string) => {
    const file = join(CORPUS, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const files = all.filter((name) => /\.tf(?:\.json)?$/.test(name)).map((name) => join(folder, name));
  const contents = files.map((path) => ({ path, content: readFileSync(join(CORPUS, path)) }));
  return check({ files: contents, read, config: { rules: NOT_OF_TRUST } });
}

interface Expected {
  /** Roles, those of modules once for each call. */
  readonly roles: number;
  /** "rule resource" of findings and of what cannot be told. */
  readonly found?: readonly string[];
  readonly open?: readonly string[];
}

/** As SOURCES.tsv of the corpus says what each of them grants. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  // The provider is a variable, and the claim's key another.
  "aft-iam-roles": { roles: 5, open: ["federated-subject aws_iam_role.aft_admin_role"] },
  "castai-eks-role-iam": {
    roles: 2,
    found: ["external-id-required aws_iam_role.cast_role", "unconstrained-principal aws_iam_role.cast_role"],
    open: ["public-trust aws_iam_role.cast_role"],
  },
  "cdktf-posts": { roles: 1 },
  "checkov-assume-from-account": {
    roles: 7,
    found: [
      "dead-grant aws_iam_role.pass3",
      "external-id-required aws_iam_role.fail",
      "external-id-required aws_iam_role.fail2",
      "external-id-required aws_iam_role.fail3",
      "external-id-required aws_iam_role.fail4",
      "invalid-policy aws_iam_role.pass2",
      "service-source-in-trust aws_iam_role.pass",
    ],
  },
  "confluent-iam_role_module": {
    roles: 1,
    found: ["unconstrained-principal aws_iam_role.s3_access_role"],
    open: ["public-trust aws_iam_role.s3_access_role"],
  },
  "github-oidc": {
    roles: 1,
    open: ["external-id-required", "federated-audience", "federated-subject", "public-trust"].map(
      (rule) => `${rule} aws_iam_role.main`,
    ),
  },
  "mongodbatlas-cloud-provider-access": { roles: 1, open: ["public-trust aws_iam_role.test_role"] },
  "newrelic-aws": { roles: 4 },
  panther_cloudsec_iam: {
    roles: 2,
    found: [
      "external-id-required aws_iam_role.panther_audit",
      "external-id-required aws_iam_role.panther_cloud_formation_stackset_execution",
    ],
  },
  "segment-data-lake-iam": {
    roles: 4,
    found: ["unconstrained-principal aws_iam_role.segment_data_lake_iam_role"],
    open: ["public-trust aws_iam_role.segment_data_lake_iam_role"],
  },
  "spacelift-aws-integration": { roles: 1, open: ["public-trust aws_iam_role.this"] },
  "sysdig-config-posture": {
    roles: 2,
    open: ["public-trust aws_cloudformation_stack_set.stackset/SysdigCSPMRole", "public-trust aws_iam_role.cspm_role"],
  },
  "terraform-aws-iam.iam-role": {
    roles: 1,
    // Where no subjects are given, every repository of GitHub comes in.
    found: ["federated-subject aws_iam_role.this"],
    open: [
      ...["external-id-required", "federated-audience", "federated-subject", "public-trust"],
      "service-source-in-trust",
    ].map((rule) => `${rule} aws_iam_role.this`),
  },
  "trendmicro-network-security": { roles: 1, found: ["external-id-not-unique aws_iam_role.network-security-role"] },
};

function words(
  all: readonly { readonly rule: string; readonly resource: { readonly id: string } }[],
): readonly string[] {
  return [...new Set(all.map(({ rule, resource }) => `${rule} ${resource.id}`))].sort();
}

describe.skipIf(!existsSync(CORPUS))("public configurations are judged as people read them", () => {
  test.each(Object.entries(EXPECTED))("%s", (folder, { roles, found = [], open = [] }) => {
    const report = judged(folder);
    expect(report.errors).toEqual([]);
    expect(words(report.findings)).toEqual(found);
    expect(words(report.unknowns)).toEqual(open);
    const ofRoles = report.grants.filter(({ resource }) => /^(?:aws_iam_role|AWS::IAM::Role)$/.test(resource.type));
    const judgedRoles = new Set(ofRoles.map(({ resource }) => resource.id));
    // A policy without a statement grants nothing.
    expect(judgedRoles.size).toBeGreaterThanOrEqual(roles - 1);
    expect(judgedRoles.size).toBeLessThanOrEqual(roles);
  });

  test("all of them", () => {
    expect(readdirSync(CORPUS).sort()).toEqual(Object.keys(EXPECTED).sort());
  });
});
