// Whose tokens come in where the provider is a resource of the same input, or what it looks up: its URL is the issuer.

import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";

const GITHUB = "https://token.actions.githubusercontent.com";
const KEY = "token.actions.githubusercontent.com:sub";
const OPEN = ["federated-subject"];

function said(path: string, content: string | object): string[] {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const { findings, unknowns, errors } = check({ files: [{ path, content: text }] });
  expect(errors).toEqual([]);
  return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
}

const statement = (Federated: unknown, subject?: string): object => ({
  Effect: "Allow",
  Principal: { Federated },
  Action: "sts:AssumeRoleWithWebIdentity",
  ...(subject === undefined ? {} : { Condition: { StringLike: { [KEY]: subject } } }),
});

describe("a template", () => {
  const template = (type: string, url: unknown, federated: unknown, subject?: string): object => ({
    Parameters: { Url: { Type: "String" } },
    Resources: {
      Provider: { Type: type, Properties: { Url: url } },
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement(federated, subject)] },
        },
      },
    },
  });
  const OIDC = "AWS::IAM::OIDCProvider";

  test.each([
    ["by Ref", OIDC, { Ref: "Provider" }],
    ["by its attribute", OIDC, { "Fn::GetAtt": ["Provider", "Arn"] }],
    ["of the CDK's custom resource", "Custom::AWSCDKOpenIdConnectProvider", { Ref: "Provider" }],
  ])("%s", (_, type, federated) => {
    expect(said("t.json", template(type, GITHUB, federated))).toEqual(OPEN);
    expect(said("t.json", template(type, GITHUB, federated, "repo:acme/*"))).toEqual([]);
  });

  test("a URL that deployment decides", () => {
    expect(said("t.json", template(OIDC, { Ref: "Url" }, { Ref: "Provider" }))).toEqual(["?federated-subject"]);
  });

  test("a URL of one tenant", () => {
    expect(said("t.json", template(OIDC, "https://acme.eu.auth0.com/", { Ref: "Provider" }))).toEqual([]);
  });
});

describe("a configuration", () => {
  const configuration = (principal: string, condition = "") => `
    resource "aws_iam_openid_connect_provider" "github" {
      url = "${GITHUB}"
    }
    data "aws_iam_openid_connect_provider" "github" {
      url = "${GITHUB}"
    }
    data "aws_iam_policy_document" "trust" {
      statement {
        actions = ["sts:AssumeRoleWithWebIdentity"]
        principals {
          type        = "Federated"
          identifiers = [${principal}]
        }
        ${condition}
      }
    }
    resource "aws_iam_role" "r" {
      assume_role_policy = data.aws_iam_policy_document.trust.json
    }`;
  const onSubject = (variable: string) => `condition {
    test     = "StringLike"
    variable = "${variable}"
    values   = ["repo:acme/*"]
  }`;

  test.each(["aws_iam_openid_connect_provider.github.arn", "data.aws_iam_openid_connect_provider.github.arn"])(
    "%s",
    (principal) => {
      expect(said("main.tf", configuration(principal))).toEqual(OPEN);
      expect(said("main.tf", configuration(principal, onSubject(KEY)))).toEqual([]);
    },
  );

  test("the key is made of the provider's URL", () => {
    const variable = '${replace(aws_iam_openid_connect_provider.github.url, "https://", "")}:sub';
    expect(said("main.tf", configuration("aws_iam_openid_connect_provider.github.arn", onSubject(variable)))).toEqual(
      [],
    );
  });
});

test("a plan that makes the provider", () => {
  const provider = "aws_iam_openid_connect_provider.github";
  const made = (type: string, name: string, values: object, unknown: object, mode = "managed") => ({
    ...{ address: `${mode === "data" ? "data." : ""}${type}.${name}`, mode, type, name },
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: { actions: [mode === "data" ? "read" : "create"], before: null, after: values, after_unknown: unknown },
  });
  const document = {
    statement: [
      {
        ...{ actions: ["sts:AssumeRoleWithWebIdentity"], effect: "Allow", condition: [], not_actions: null },
        ...{ not_principals: [], not_resources: null, resources: null, sid: null },
        principals: [{ type: "Federated", identifiers: [null] }],
      },
    ],
  };
  const later = { statement: [{ principals: [{ identifiers: [true] }] }], json: true, id: true };
  const plan = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    resource_changes: [
      made("aws_iam_openid_connect_provider", "github", { url: GITHUB }, { arn: true, id: true }),
      made("aws_iam_policy_document", "trust", document, later, "data"),
      made("aws_iam_role", "r", { name: "r", path: "/" }, { assume_role_policy: true, arn: true }),
    ],
    configuration: {
      provider_config: { aws: { name: "aws", full_name: "registry.terraform.io/hashicorp/aws" } },
      root_module: {
        resources: [
          {
            ...{ address: provider, mode: "managed", type: "aws_iam_openid_connect_provider", name: "github" },
            provider_config_key: "aws",
            expressions: { url: { constant_value: GITHUB } },
          },
          {
            ...{
              address: "data.aws_iam_policy_document.trust",
              mode: "data",
              type: "aws_iam_policy_document",
              name: "trust",
            },
            provider_config_key: "aws",
            expressions: {
              statement: [
                {
                  actions: { constant_value: ["sts:AssumeRoleWithWebIdentity"] },
                  principals: [
                    {
                      type: { constant_value: "Federated" },
                      identifiers: { references: [`${provider}.arn`, provider] },
                    },
                  ],
                },
              ],
            },
          },
          {
            ...{ address: "aws_iam_role.r", mode: "managed", type: "aws_iam_role", name: "r" },
            provider_config_key: "aws",
            expressions: {
              assume_role_policy: {
                references: ["data.aws_iam_policy_document.trust.json", "data.aws_iam_policy_document.trust"],
              },
            },
          },
        ],
      },
    },
  };
  expect(said("plan.json", plan)).toEqual(OPEN);
});
