// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's templates are written so
import { expect, test } from "vitest";
import { values } from "./evaluated.ts";

const decoded = (type: string, given: object) =>
  values("${jsondecode(data.databricks_aws_x.d.json)}".replace("databricks_aws_x", type), {
    variable: { id: { type: "string" }, kind: { type: "string" } },
    data: { [type]: { d: { ...given } } },
  } as never);

const trusting = (principal: string, condition: object) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: ["sts:AssumeRole"], Condition: condition }],
});
const ID = { StringEquals: { "sts:ExternalId": "<id>" } };
const TRUST = "databricks_aws_assume_role_policy";

/** What aws/data_aws_assume_role_policy.go of the provider writes for these arguments. */
test.each<[string, object, string]>([
  ["the account of Databricks", { external_id: "${var.id}" }, "arn:aws:iam::414351767826:root"],
  [
    "that of another partition",
    { external_id: "${var.id}", aws_partition: "aws-us-gov-dod" },
    "arn:aws-us-gov:iam::170661010020:root",
  ],
  [
    "the role that delivers logs",
    { external_id: "${var.id}", for_log_delivery: true },
    "arn:aws:iam::414351767826:role/SaasUsageDeliveryRole-prod-IAMRole-3PLHICCRR1TK",
  ],
  [
    "the account that is named",
    { external_id: "${var.id}", databricks_account_id: "444455556666" },
    "arn:aws:iam::444455556666:root",
  ],
])("a role trusts %s, under the external ID", (_, given, principal) => {
  expect(decoded(TRUST, given)).toEqual([trusting(principal, ID)]);
});

test("the role of a catalog trusts Databricks and itself", () => {
  const given = { external_id: "${var.id}", aws_account_id: "111122223333", role_name: "catalog" };
  const [first, second] = [
    trusting("arn:aws:iam::414351767826:role/unity-catalog-prod-UCMasterRole-14S5ZJVKOTYTL", ID),
    trusting("arn:aws:iam::111122223333:root", {
      ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/catalog" },
      ...ID,
    }),
  ];
  expect(decoded("databricks_aws_unity_catalog_assume_role_policy", given)).toEqual([
    { ...first, Statement: [...first.Statement, ...second.Statement] },
  ]);
});

test("a bucket is opened to Databricks, or to the role that is named", () => {
  const principals = (given: object) =>
    JSON.stringify(decoded("databricks_aws_bucket_policy", { bucket: "b", ...given }));
  expect(principals({})).toContain('"Principal":{"AWS":"arn:aws:iam::414351767826:root"}');
  expect(principals({ full_access_role: "arn:aws:iam::111122223333:role/r" })).toContain(
    '"Principal":{"AWS":"arn:aws:iam::111122223333:role/r"}',
  );
  expect(principals({ databricks_e2_account_id: "e2" })).toContain('"aws:PrincipalTag/DatabricksAccountId":"e2"');
});

test.each([
  ["no external ID", {}],
  ["a partition that deployment decides", { external_id: "x", aws_partition: "${var.kind}" }],
  ["a partition that is none", { external_id: "x", aws_partition: "aws-cn" }],
])("nothing is told of a policy with %s", (_, given) => {
  const told = decoded(TRUST, given);
  expect(JSON.stringify(told)).not.toContain("Statement");
});

test("what deployment decides between is told of both", () => {
  const given = { external_id: "${var.id}", for_log_delivery: '${var.kind == "logs"}' };
  expect(JSON.stringify(decoded(TRUST, given)).match(/:(?:role|root)\b/g)).toEqual([":role", ":root"]);
});
