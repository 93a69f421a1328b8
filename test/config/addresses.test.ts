import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

/** A role that trusts what an expression of Terraform's JSON syntax stands for, beside other blocks. */
function configuration(principal: string, beside: Readonly<Record<string, unknown>>): string {
  const statement = `{Effect = "Allow", Action = "sts:AssumeRole", Principal = {AWS = ${principal}}}`;
  const policy = `\${jsonencode({Version = "2012-10-17", Statement = [${statement}]})}`;
  return JSON.stringify({
    ...beside,
    resource: { ...Object(beside.resource), aws_iam_role: { r: { assume_role_policy: policy } } },
  });
}

function template(principal: unknown): string {
  const statement = { Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" };
  const role = { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement] } };
  return JSON.stringify({
    Resources: {
      Setup: { Type: "Custom::Vendor", Properties: {} },
      Role: { Type: "AWS::IAM::Role", Properties: role },
    },
  });
}

const SNOWFLAKE = { resource: { snowflake_storage_integration: { lake: { name: "LAKE" } } } };
const CONFLUENT = { resource: { confluent_provider_integration: { c: { aws: { customer_role_arn: "x" } } } } };
const ATLAS = { resource: { mongodbatlas_cloud_provider_access_setup: { x: { provider_name: "AWS" } } } };
const USER = "snowflake_storage_integration.lake.storage_aws_iam_user_arn";

function judged(path: string, content: string, config: Config) {
  const { findings, unknowns, errors } = check({ files: [{ path, content }], config });
  return { findings, unknowns, errors };
}

describe("accountParameters takes addresses of attributes", () => {
  const cases: readonly (readonly [what: string, path: string, content: string, listed: string, shown: string])[] = [
    ["of a resource", "main.tf.json", configuration(USER, SNOWFLAKE), USER, `\${${USER}}`],
    [
      "of any resource of a type",
      "main.tf.json",
      configuration(USER, SNOWFLAKE),
      "snowflake_storage_integration.*.storage_aws_iam_user_arn",
      `\${${USER}}`,
    ],
    ["of a resource in a file that is not at hand", "main.tf.json", configuration(USER, {}), USER, `\${${USER}}`],
    [
      "of a data source",
      "main.tf.json",
      configuration("data.snowflake_current.me.arn", {}),
      "data.snowflake_current.*.arn",
      "${data.snowflake_current.me.arn}",
    ],
    [
      "within a list",
      "main.tf.json",
      configuration("mongodbatlas_cloud_provider_access_setup.x.aws_config[0].atlas_aws_account_arn", ATLAS),
      "mongodbatlas_*.atlas_aws_account_arn",
      "${mongodbatlas_cloud_provider_access_setup.x.aws_config[0].atlas_aws_account_arn}",
    ],
    [
      "that the provider adds to a block",
      "main.tf.json",
      configuration("confluent_provider_integration.c.aws[0].iam_role_arn", CONFLUENT),
      "confluent_provider_integration.c.aws[0].iam_role_arn",
      "${confluent_provider_integration.c.aws[0].iam_role_arn}",
    ],
    [
      "of a custom resource",
      "role.json",
      template({ "Fn::GetAtt": ["Setup", "VendorArn"] }),
      "Setup.VendorArn",
      "${Setup.VendorArn}",
    ],
  ];

  test.each(cases)("%s: then it is the vendor's, and may not be everyone", (_, path, content, listed, shown) => {
    const vendors = [{ name: "V", tenancy: "multi", accountParameters: [listed] }] as const;
    const { findings, unknowns, errors } = judged(path, content, { vendors });
    expect(errors).toEqual([]);
    expect(unknowns).toEqual([]);
    expect(findings.map(({ rule, callers, witness }) => [rule, callers, witness?.principal])).toEqual([
      [
        "external-id-required",
        [{ class: "vendor", vendor: "V", account: shown, tenancy: "multi", tenancyFrom: "vendor" }],
        shown,
      ],
    ]);
    expect(judged(path, content, { vendors: [{ ...vendors[0], tenancy: "single" }] })).toEqual({
      findings: [],
      unknowns: [],
      errors: [],
    });
  });

  test.each(cases)(
    "%s: not listed, it is an open question, and the help says how to list it",
    (_, path, content, __, shown) => {
      const { findings, unknowns } = judged(path, content, {});
      expect(findings.map(({ rule, witness }) => [rule, witness?.principal])).toEqual([
        ["external-id-required", shown],
      ]);
      const listed = shown.slice(2, -1);
      expect(unknowns.map(({ rule, help }) => [rule, help])).toEqual([
        ["public-trust", expect.stringMatching(/accountParameters: \['?/)],
      ]);
      expect(unknowns[0]?.help).toContain(listed);
    },
  );

  test("another attribute is not meant", () => {
    const vendors = [
      { name: "V", tenancy: "single", accountParameters: ["snowflake_storage_integration.other.*"] },
    ] as const;
    const { findings, unknowns } = judged("main.tf.json", configuration(USER, SNOWFLAKE), { vendors });
    expect([...findings, ...unknowns].map(({ rule }) => rule).sort()).toEqual(["external-id-required", "public-trust"]);
  });

  test("organizationParameters takes them too", () => {
    const accounts = { organizationParameters: [USER] };
    const { findings, unknowns } = judged("main.tf.json", configuration(USER, SNOWFLAKE), { accounts });
    expect([...findings, ...unknowns]).toEqual([]);
  });

  const KNOWN = "arn:aws:iam::111122223333:user/abc";
  const POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: KNOWN } }],
  });
  const STATE = {
    version: 4,
    lineage: "l",
    terraform_version: "1.9.0",
    resources: [
      {
        mode: "managed",
        type: "snowflake_storage_integration",
        name: "lake",
        provider: 'provider["registry.terraform.io/snowflakedb/snowflake"]',
        instances: [{ attributes: { id: "LAKE", describe: [{ user: KNOWN }] } }],
      },
      {
        mode: "managed",
        type: "aws_iam_role",
        name: "r",
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [{ attributes: { arn: "arn:aws:iam::999988887777:role/r", assume_role_policy: POLICY } }],
      },
    ],
  };
  const changed = (type: string, after: object) => ({
    address: `${type}.r`,
    mode: "managed",
    type,
    name: "r",
    change: { actions: ["no-op"], before: after, after, after_unknown: {} },
  });
  const PLAN = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    resource_changes: [
      changed("snowflake_storage_integration", { describe: [{ user: KNOWN }] }),
      changed("aws_iam_role", { arn: "arn:aws:iam::999988887777:role/r", assume_role_policy: POLICY }),
    ],
  };

  test.each([
    ["a state", "terraform.tfstate", STATE],
    ["a plan", "plan.json", PLAN],
  ])("%s shows which account it carries", (_, path, content) => {
    const vendors = [
      { name: "V", tenancy: "single", accountParameters: ["snowflake_storage_integration.*.describe[0].user"] },
    ] as const;
    expect(judged(path, JSON.stringify(content), { vendors })).toEqual({ findings: [], unknowns: [], errors: [] });
    expect(judged(path, JSON.stringify(content), {}).findings.map(({ rule }) => rule)).toEqual([
      "external-id-required",
    ]);
  });
});
