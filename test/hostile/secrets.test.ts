// Secrets that stand on the line of a finding, or of a mistake: none of them is told.

import { describe, expect, test } from "vitest";
import { unconfused } from "../surfaces/cli/run.ts";

const SECRET = "hunter2";
const ALL =
  "--debug --color never --format text --format json --output a.json --format html --output a.html --format sarif --output a.sarif";

/** All that a run tells of one file. */
function told(name: string, content: string, options = ALL) {
  const { stdout, stderr, saved } = unconfused(`${name} ${options}`, { files: { [`/home/me/${name}`]: content } });
  return [stdout, stderr, ...saved.values()].join("\n");
}

const role = (principal: string) =>
  `{ Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: ${principal} }, Action: "sts:AssumeRole" }] } } }`;
const ROOT = '"arn:aws:iam::444455556666:root"';

describe.each([
  ["NoEcho", `Parameters: { P: { Type: String, NoEcho: true, Default: ${SECRET} } }`],
  ["NoEcho as a text", `Parameters: { P: { Default: ${SECRET}, NoEcho: "true", Type: String } }`],
  ["allowed values of NoEcho", `Parameters: { P: { NoEcho: yes, AllowedValues: [a, ${SECRET}] } }`],
  ["a password", `Metadata: { masterPassword: ${SECRET} }`],
  ["tokens", `Metadata: { tokens: [a, ${SECRET}] }`],
])("%s on the line of a template", (_, secret) => {
  test("before the finding and behind it", () => {
    for (const text of [
      `{ ${secret}, Resources: { R: ${role(ROOT)} } }`,
      `{ Resources: { R: ${role(ROOT)} }, ${secret} }`,
    ]) {
      const all = told("a.yaml", text);
      expect(all).not.toContain(SECRET);
      expect(all).toMatch(/^1 \| .*arn:aws:iam::444455556666:root/m);
    }
  });
});

const policy = (principal: string) =>
  `jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = ${principal} }, Action = "sts:AssumeRole" }] })`;

test("the default of a sensitive variable", () => {
  const text = `variable "p" {\n default = "${SECRET}"\n sensitive = true\n}\nresource "aws_iam_role" "r" {\n assume_role_policy = ${policy("var.p")}\n}\n`;
  expect(told("main.tf", text)).not.toContain(SECRET);
});

describe("on a line of HCL", () => {
  test.each([
    ["sensitive()", `[sensitive("${SECRET}"), ${ROOT}]`],
    ["an entry that is called a secret", `{ secret = "${SECRET}", account = ${ROOT} }["account"]`],
    ["an entry with a quoted name", `{ "access_key" = "${SECRET}", account = ${ROOT} }["account"]`],
  ])("%s", (_, principal) => {
    const all = told("main.tf", `resource "aws_iam_role" "r" {\n assume_role_policy = ${policy(principal)}\n}\n`);
    expect(all.replaceAll("sensitive(", "")).not.toContain(SECRET);
  });

  test("credentials of a provider, where the line of a mistake is shown", () => {
    const broken = [
      `provider "aws" {\n  secret_key = "${SECRET}" oops\n}\n`,
      `provider "aws" {\n  secret_key = "${SECRET}\n}\n`,
      `locals {\n  all = ["${SECRET}" "b"]\n}\n`,
      `provider "aws" { secret_key = "${SECRET}" oops }\n`,
    ];
    for (const text of broken) {
      const all = told("main.tf", text);
      expect(all).toMatch(/^\d+ \| /m);
      expect(all).not.toContain(SECRET);
    }
  });
});

test("JSON of Terraform: the default of a sensitive variable", () => {
  const text = JSON.stringify({
    variable: { p: { default: SECRET, sensitive: true } },
    provider: { aws: { access_key: SECRET, token: SECRET } },
    resource: {
      aws_iam_role: {
        r: {
          assume_role_policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}',
        },
      },
    },
  });
  expect(told("main.tf.json", text)).not.toContain(SECRET);
});

test("a role that is called after a token is shown, and so is what a finding points at", () => {
  const all = told("a.yaml", `Resources:\n  TokenRole: ${role(ROOT)}\n`);
  expect(all).toContain("444455556666:root");
  expect(all).not.toContain("(hidden)");
});

test.each([
  ["paths", [[{ type: "get_attr", value: "assume_role_policy" }]]],
  ["what is no list of paths", true],
  ["a map of marks", { assume_role_policy: true }],
])("a state that marks by %s", (_, sensitive_attributes) => {
  const statement = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };
  const Condition = { StringNotEquals: { "sts:ExternalId": SECRET } };
  const assume_role_policy = JSON.stringify({ Statement: [{ ...statement, Condition }] });
  const instances = [{ attributes: { name: "r", assume_role_policy }, sensitive_attributes }];
  const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
  const role = { mode: "managed", type: "aws_iam_role", name: "r", provider, instances };
  const all = told("a.tfstate", JSON.stringify({ version: 4, lineage: "x", resources: [role] }));
  expect(all).toContain("aws_iam_role.r");
  expect(all).not.toContain(SECRET);
});
