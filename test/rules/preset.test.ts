import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";

const policy = (account: string) => ({
  Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }],
});
const TRUST = { Statement: [{ Effect: "Allow", Principal: { AWS: "777788889999" }, Action: "sts:AssumeRole" }] };
const TEMPLATE = {
  Resources: {
    Public: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: "a", PolicyDocument: policy("*") } },
    Shared: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: "b", PolicyDocument: policy("777788889999") } },
    Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: TRUST } },
  },
};
const VENDORS = [{ name: "Panther", tenancy: "multi", accounts: ["111122223333"] }] as const;

function severities(config: Config): string[] {
  const files = [{ path: "t.json", content: JSON.stringify(TEMPLATE) }];
  const { findings } = check({ files, config: { vendors: VENDORS, ...config } });
  return findings.flatMap(({ rule, severity }) => (RULES.includes(rule) ? [`${rule} ${severity}`] : [])).sort();
}

const RULES = ["public-resource", "resource-undeclared-account", "external-id-required"];
const LOW = "resource-undeclared-account low";
const USUAL = ["external-id-required medium", "public-resource critical"];

test.each<[string, Config, readonly string[]]>([
  ["none", {}, [...USUAL, LOW]],
  ["trust", { rules: { preset: "trust" } }, [...USUAL, LOW]],
  ["all", { rules: { preset: "all" } }, [...USUAL, "resource-undeclared-account medium"]],
  [
    "none, and the rule by its name",
    { rules: { "resource-undeclared-account": "high" } },
    [...USUAL, "resource-undeclared-account high"],
  ],
  [
    "all, and the rule by its name",
    { rules: { preset: "all", "resource-undeclared-account": "low", "public-resource": "off" } },
    ["external-id-required medium", LOW],
  ],
  [
    "all in a scope",
    { rules: { preset: "trust" }, scopes: [{ files: ["t.json"], rules: { preset: "all" } }] },
    [...USUAL, "resource-undeclared-account medium"],
  ],
  ["all in a scope of other files", { scopes: [{ files: ["x.json"], rules: { preset: "all" } }] }, [...USUAL, LOW]],
])("the preset is %s", (_, config, expected) => {
  expect(severities(config)).toEqual([...expected].sort());
});

test("no rule is called preset, and there is no other preset", () => {
  expect(() => severities({ rules: { preset: "some" as "all" } })).toThrow("preset");
});
