// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's templates are written so
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";

const trust = (principal: string) => `
data "aws_elb_service_account" "main" {}
data "aws_canonical_user_id" "own" {}
data "aws_organizations_organization" "ours" {}
variable "partner" {}
resource "aws_cloudfront_origin_access_identity" "cdn" {}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ${principal} } }]
  })
}`;

test.each([
  ["the ARN of a service's account", "data.aws_elb_service_account.main.arn", ["aws"]],
  ["its number", '"arn:aws:iam::${data.aws_elb_service_account.main.id}:root"', ["aws"]],
  ["every account of the organization", "data.aws_organizations_organization.ours.accounts[*].id", ["organization"]],
  [
    "one of them by its name",
    '{ for a in data.aws_organizations_organization.ours.accounts : a.name => a.id }["audit"]',
    ["organization"],
  ],
  [
    "what is kept by their numbers is somebody else's",
    '{ for a in data.aws_organizations_organization.ours.accounts : a.id => { of = "arn:aws:iam::${var.partner}:root" } }["1"].of',
    ["deployTime"],
  ],
  [
    "what takes the place of their number is somebody else's",
    'replace(data.aws_organizations_organization.ours.master_account_id, "/^.*$/", "444455556666")',
    ["deployTime", "own", "unnamed"],
  ],
  ["an attribute that tells nobody", "data.aws_elb_service_account.main.region", ["deployTime", "own", "unnamed"]],
])("%s", (_, principal, expected) => {
  const { grants } = check({ files: [{ path: "main.tf", content: trust(principal) }] });
  expect(grants.flatMap(({ callers }) => callers.map((caller) => caller.class))).toEqual(expected);
});

const ORG = "${data.aws_organizations_organization.ours.id}";

test.each([
  ["its id, as a pattern", "StringLike", "aws:PrincipalOrgID", ORG, []],
  ["a path in it", "ForAnyValue:StringLike", "aws:PrincipalOrgPaths", `${ORG}/*/ou-ab12-11111111/*`, []],
  [
    "a path in it, by a unit that deployment decides",
    "ForAnyValue:StringLike",
    "aws:PrincipalOrgPaths",
    `${ORG}/*/\${var.partner}/*`,
    ["dead-grant"],
  ],
  [
    "a path that deployment decides from its begin",
    "ForAnyValue:StringLike",
    "aws:PrincipalOrgPaths",
    `\${var.partner}/${ORG}/*`,
    ["dead-grant", "public-trust"],
  ],
  ["more than its id", "StringLike", "aws:PrincipalOrgID", `${ORG}\${var.partner}`, ["dead-grant", "public-trust"]],
] as const)("what cannot be told of the organization of the account: %s", (_, operator, key, value, unknown) => {
  const condition = `Principal = { AWS = "*" }, Condition = { "${operator}" = { "${key}" = "${value}" } }`;
  const content = trust("[]").replace("Principal = { AWS = [] }", condition);
  const { findings, unknowns } = check({ files: [{ path: "main.tf", content }] });
  expect([findings, unknowns.map(({ rule }) => rule).sort()]).toEqual([[], unknown]);
});
