import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { carriedBy } from "../../src/examples/carried.ts";
import type { Report } from "../../src/findings/report.ts";
import type { Json } from "../../src/text/document.ts";
import { forms } from "../forms.ts";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly carrier?: string;
  readonly policy?: Json;
  readonly template?: Json;
  readonly config?: Config;
  readonly expect: readonly string[];
}

const RULES = ["public-resource", "resource-account-scoped", "resource-undeclared-account"];

/** Which service a carrier of the cases is of, by the prefix of its actions; those of others carry no policy that is read. */
const SERVICES: Readonly<Record<string, string>> = {
  "AWS::ApiGateway::RestApi": "execute-api",
  "AWS::Backup::BackupVault": "backup",
  "AWS::CodeArtifact::Repository": "codeartifact",
  "AWS::DynamoDB::Table": "dynamodb",
  "AWS::ECR::Repository": "ecr",
  "AWS::EFS::FileSystem": "elasticfilesystem",
  "AWS::Glacier::Vault": "glacier",
  "AWS::KMS::Key": "kms",
  "AWS::OpenSearchService::Domain": "es",
  "AWS::S3::Bucket": "s3",
  "AWS::SNS::Topic": "sns",
  "AWS::SQS::Queue": "sqs",
  "AWS::SecretsManager::Secret": "secretsmanager",
};

/** What each form cannot say, and the cases. Every other case is checked. */
const NO_GLACIER = { "there is no such resource": "R73" };
const ASKING = "R27 R43 R45 R47";
const UNSAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "CloudFormation JSON": NO_GLACIER,
  "CloudFormation YAML": NO_GLACIER,
  CDK: NO_GLACIER,
  "Terraform plan": { "a plan has a value for every variable": ASKING },
  "Terraform state": { "a state has a value for everything": ASKING },
};

const url = new URL("./resource-cases.json", import.meta.url);
const { config, cases } = JSON.parse(readFileSync(url, "utf8")) as { config: Config; cases: Case[] };

/** `?rule` for an unknown. */
function said({ findings, unknowns }: Report): string[] {
  const lines = [
    ...findings.filter(({ rule }) => RULES.includes(rule)).map(({ rule }) => rule),
    ...unknowns.filter(({ rule }) => RULES.includes(rule)).map(({ rule }) => `?${rule}`),
  ];
  return [...new Set(lines)].sort();
}

for (const form of forms.filter(({ name }) => !name.startsWith("IAM"))) {
  describe(`policies of resources as ${form.name}`, () => {
    const unsaid: Record<string, string[]> = {};
    for (const { id, title, carrier = "", policy, config: own, expect: expected } of cases) {
      const service = SERVICES[carrier];
      if (policy === undefined || service === undefined) continue;
      const written = form.write(policy, {}, carriedBy("resource", service));
      if ("reason" in written) {
        unsaid[written.reason] = [...(unsaid[written.reason] ?? []), id];
        continue;
      }
      test(`${id}: ${title}`, () => {
        const report = check({ files: written.files, config: { ...config, ...own } });
        expect(report.errors).toEqual([]);
        expect(said(report)).toEqual([...expected].sort());
      });
    }
    test("all cases but those that are listed are said", () => {
      const listed = Object.entries(unsaid).map(([reason, ids]) => [reason, ids.join(" ")]);
      expect(Object.fromEntries(listed)).toEqual(UNSAID[form.name] ?? {});
    });
  });
}

describe("fields of resources that grant", () => {
  for (const { id, title, carrier = "", policy, template, config: own, expect: expected } of cases) {
    const isOfNone = policy !== undefined && SERVICES[carrier] === undefined;
    if (template === undefined && !isOfNone) continue;
    const written = template ?? { Resources: { R: { Type: carrier, Properties: { PolicyDocument: policy } } } };
    test(`${id}: ${title}`, () => {
      const files = [{ path: "t.json", content: JSON.stringify(written) }];
      expect(said(check({ files, config: { ...config, ...own } }))).toEqual([...expected].sort());
    });
  }
});
