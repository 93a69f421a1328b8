// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL is written so
// Whose a repository is that the configuration makes or looks up, in the subjects of tokens.

import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";

function said(issuer: string, subject: string): readonly string[] {
  const content = `
resource "github_repository" "app" { name = "app" }
data "github_repository" "other" { full_name = var.repository }
resource "gitlab_project" "app" { name = "app" }
variable "repository" { type = string }
resource "aws_iam_role" "ci" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:aws:iam::999988887777:oidc-provider/${issuer}" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringLike = { "${issuer}:sub" = "${subject}" } }
    }]
  })
}`;
  const { findings, unknowns } = check({ files: [{ path: "main.tf", content }] });
  return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)];
}

const GITHUB = "token.actions.githubusercontent.com";

test.each([
  [GITHUB, "repo:${github_repository.app.full_name}:*", []],
  [GITHUB, "repo:${data.github_repository.other.full_name}:ref:refs/heads/*", []],
  [GITHUB, "repo:${github_repository.app.full_name}*", []],
  [GITHUB, "repo:*/${github_repository.app.name}:*", ["federated-subject"]],
  [GITHUB, "repo:${var.repository}:*", ["?federated-subject"]],
  ["gitlab.com", "project_path:${gitlab_project.app.path_with_namespace}:*", []],
])("%s: %s", (issuer, subject, expected) => {
  expect(said(issuer, subject)).toEqual(expected);
});
