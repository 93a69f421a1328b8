import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { at, entry, isList, type Json } from "../../../src/text/document.ts";
import { grants } from "./making.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/corpus");

function read(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

function report(file: string) {
  return check({ files: [{ path: file, content: read(file) }] });
}

function listAt(json: Json | undefined, key: string): readonly Json[] {
  const list = entry(json, key);
  return isList(list) ? list : [];
}

/** Counted in parts of the file that the readers do not look into: `planned_values` of a plan, and by hand in a state. */
function rolesIn(value: Json): number {
  const inModule = (module: Json | undefined): number =>
    listAt(module, "resources").filter((each) => entry(each, "type") === "aws_iam_role").length +
    listAt(module, "child_modules").reduce<number>((sum, child) => sum + inModule(child), 0);
  const stored = listAt(value, "resources").filter((each) => entry(each, "type") === "aws_iam_role");
  const instances = stored.flatMap((each) => listAt(each, "instances"));
  return inModule(at(value, ["planned_values", "root_module"])) + instances.length;
}

/** As SOURCES.tsv tells of each file. */
const TRUST: readonly (readonly [string, readonly string[]])[] = [
  [
    "terraform-plan/checkov-github-oidc-tfplan.json",
    [
      'module.poc.aws_iam_role.r1["p1"] ${module.poc.aws_iam_openid_connect_provider.r5.arn} federated ok',
      'module.poc.aws_iam_role.r1["p2"] ${module.poc.aws_iam_openid_connect_provider.r5.arn} federated ok',
      'module.poc.aws_iam_role.r6["p1"] cognito-identity.amazonaws.com federated finding',
      'module.poc.aws_iam_role.r6["p2"] cognito-identity.amazonaws.com federated finding',
    ],
  ],
  ["terraform-plan/checkov-iam-policies-tfplan.json", ["aws_iam_role.example lambda.amazonaws.com service ok"]],
  ["terraform-plan/policy-engine-externalid-plan.json", []],
  [
    "terraform-plan/snyk-tf-plan-no-op.json",
    [
      "aws_iam_role.terra_ci_job codebuild.amazonaws.com service ok",
      "aws_iam_role.terra_ci_runner states.amazonaws.com service ok",
    ],
  ],
  [
    "terraform-plan/terraform-compliance-issue-203.json",
    ["aws_iam_role.build_user_s3_dev something own+unnamed finding"],
  ],
  [
    "terraform-plan/terraform-compliance-issue-227-module.json",
    ["module.test.aws_iam_role.task ecs-tasks.amazonaws.com service finding"],
  ],
  [
    "terraform-plan/terraform-compliance-nested-modules.json",
    ["module.apigw_test_1.module.api_gw_log_role.aws_iam_role.default apigateway.amazonaws.com service ok"],
  ],
  [
    "terraform-plan/tf-policy-validator-public-access.json",
    ["aws_iam_role.default * own+unnamed finding", "aws_iam_role.test_role * own+unnamed finding"],
  ],
  [
    "terraform-state/cloud-custodian-resolver-logging.tfstate",
    [
      "aws_iam_role.flow_log_role vpc-flow-logs.amazonaws.com service ok",
      "aws_iam_role.resolver_logs_role route53resolver.amazonaws.com service ok",
    ],
  ],
  [
    "terraform-state/driftctl-aws_iam_role_multiple.tfstate",
    [0, 1, 2].map((index) => `aws_iam_role.test_role[${index}] ec2.amazonaws.com service ok`),
  ],
  ["terraform-state/policy-engine-externalid-state.json", []],
];

describe.skipIf(!existsSync(FOLDER))("public plans and states", () => {
  test.each(TRUST)("%s grants what was read by hand, by every role that it has", (file, expected) => {
    const whole = report(file);
    expect(whole.errors).toEqual([]);
    const ofRoles = whole.grants.filter(({ resource }) => resource.type === "aws_iam_role");
    expect(grants({ ...whole, grants: ofRoles }).sort()).toEqual([...expected].sort());
    const roles = rolesIn(JSON.parse(read(file)));
    expect(new Set(ofRoles.map(({ resource }) => resource.id)).size).toBe(roles);
  });

  test.each([
    "terraform-state/cloud-custodian-iam_role_delete.tf_resources.json",
    "terraform-state/cloud-custodian-opensearch-cross-account.tf_resources.json",
  ])("%s is a dump of another tool, and none of ours", (file) => {
    expect(report(file).summary).toMatchObject({ files: 0, errors: 0 });
  });
});
