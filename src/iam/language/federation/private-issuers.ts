// The issuers that have a URL of its own for each tenant: whose a token is, it says. One row each.

import type { Issuer } from "./issuer.ts";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/** Name, URL (`+` stands for a part of it) and source. */
const ROWS = [
  ["CircleCI", "oidc.circleci.com/org/+", "https://circleci.com/docs/openid-connect-tokens/"],
  [
    "Bitbucket",
    "api.bitbucket.org/2.0/workspaces/+/pipelines-config/identity/oidc",
    "https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/",
  ],
  ["Vercel", "oidc.vercel.com/+", "https://vercel.com/docs/oidc"],
  [
    "Semaphore",
    "+.semaphoreci.com",
    "https://github.com/semaphoreci/docs/blob/master/docs/security/open-id-connect-aws.md",
  ],
  [
    "GitHub Enterprise Server",
    "+/_services/token",
    "https://docs.github.com/en/enterprise-server@latest/actions/reference/security/oidc",
  ],
  ["Spacelift", "+.app.spacelift.io", "https://docs.spacelift.io/integrations/cloud-providers/oidc/"],
  ["Amazon Cognito", "cognito-idp.+.amazonaws.com/+", `${IAM}/id_roles_create_for-idp_oidc.html`],
  ["Auth0", "+.auth0.com", `${IAM}/id_roles_create_for-idp_oidc.html`],
  ["Okta", "+.okta.com", `${IAM}/id_roles_create_for-idp_oidc.html`],
  ["Microsoft Entra", "sts.windows.net/+", `${IAM}/id_roles_create_for-idp_oidc.html`],
  ["Microsoft Entra", "login.microsoftonline.com/+/v2.0", `${IAM}/id_roles_create_for-idp_oidc.html`],
  [
    "Google Kubernetes Engine",
    "container.googleapis.com/v1/projects/+/locations/+/clusters/+",
    `${IAM}/id_roles_create_for-idp_oidc.html`,
  ],
  ["Oracle Cloud", "idcs-+.identity.oraclecloud.com", `${IAM}/reference_policies_iam-condition-keys.html`],
] as const;

export const PRIVATE_ISSUERS = ROWS.map(([name, url, source]): Issuer => ({ name, url, tenancy: "private", source }));
