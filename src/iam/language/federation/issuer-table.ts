// THE table of issuers: one row each. What names the tenant, and what does not, their documentation says, or AWS's.

import type { Issuer, NamingClaim } from "./issuer.ts";
import { PRIVATE_ISSUERS } from "./private-issuers.ts";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const SHARED = `${IAM}/id_roles_providers_oidc_secure-by-default.html`;
const KEYS = `${IAM}/reference_policies_iam-condition-keys.html`;
const OIDC = `${IAM}/id_roles_create_for-idp_oidc.html`;

const whole = (claim: string, example?: string): NamingClaim => ({
  claim,
  names: ["{}"],
  ...(example === undefined ? {} : { example }),
});

const before = (
  claim: string,
  name: string,
  usual: string,
  example: string,
  starAfter?: readonly string[],
): NamingClaim => ({ claim, names: [name], usual: [usual], example, ...(starAfter && { starAfter }) });

const NAMING_CLAIMS = ["repository_owner", "repository_owner_id", "repository_id", "enterprise", "enterprise_id"];

/** https://docs.github.com/en/actions/reference/security/oidc: what an organization can have in the place of the usual subject. */
const GITHUB_SUBJECT: NamingClaim = {
  claim: "sub",
  names: [
    ...["repo:{}/", "repo:{}@", "repo:*@{}/", "repository:{}/"],
    ...NAMING_CLAIMS.flatMap((claim) => [`${claim}:{}:`, `${claim}:{}`]),
  ],
  usual: [
    ...["repo:+/+:+*", "repo:+@+/+@+:+*", "repo:+/+", "repo:+@+/+@+"],
    ...["ref", "ref_type", "environment", "workflow", "actor", "actor_id", "event_name", "head_ref", "base_ref"].map(
      (claim) => `${claim}:*`,
    ),
    // Every organization can begin its subjects with these, and so name itself.
    ...NAMING_CLAIMS.flatMap((claim) => [`${claim}:+`, `${claim}:+:*`]),
    ...["repository:+/+", "repository:+/+:*"],
  ],
  isCustomizable: true,
  starAfter: ["environment:", "workflow:"],
  example: "repo:anyone/anything:ref:refs/heads/main",
};

const GITHUB = {
  tenant: [
    GITHUB_SUBJECT,
    before("repository", "{}/", "+/+", "anyone/anything"),
    whole("repository_id", "112233445"),
    whole("repository_owner_id", "112233"),
    whole("enterprise_id", "1122"),
  ],
  claims: ["actor", "actor_id", "environment", "ref", "workflow"],
  // Of the workflow that is called, which may be anybody's who can read it.
  unclear: ["job_workflow_ref"],
  source: KEYS,
} as const;

const organization = before("sub", "organization:{}:", "organization:+:+*", "organization:anyone:anything", []);

/** And in its partition for the government: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html */
const COGNITO = ["", "-us-gov", ".us-gov-east-1"].map((partition) => `cognito-identity${partition}.amazonaws.com`);

/** What values look like of which nobody documents the form. */
export const UNCLEAR = ["{}", "+:{}:", "+:{}/", "+/{}/", "+/{}:"];

export const ISSUERS: readonly Issuer[] = [
  { name: "GitHub Actions", url: "token.actions.githubusercontent.com", tenancy: "shared", ...GITHUB },
  { name: "GitHub Actions", url: "vstoken.actions.githubusercontent.com", tenancy: "shared", ...GITHUB },
  { name: "GitHub Actions", url: "token.actions.githubusercontent.com/+", tenancy: "enterprise", ...GITHUB },
  { name: "GitHub Actions", url: "github.com/enterprises/+", tenancy: "enterprise", ...GITHUB },
  { name: "GitHub Actions", url: "token.actions.+.ghe.com", tenancy: "enterprise", ...GITHUB },
  {
    name: "GitHub audit log streaming",
    url: "oidc-configuration.audit-log.githubusercontent.com",
    tenancy: "shared",
    tenant: [before("sub", "https://github.com/{}", "https://github.com/+", "https://github.com/anyone")],
    source: SHARED,
  },
  {
    name: "GitLab.com",
    url: "gitlab.com",
    tenancy: "shared",
    tenant: [
      {
        // A project can choose what follows, and not the beginning: https://docs.gitlab.com/api/projects/, ci_id_token_sub_claim_components.
        claim: "sub",
        names: ["project_path:{}/"],
        usual: ["project_path:+/+:+*", "project_path:+/+"],
        starAfter: [],
        example: "project_path:anyone/anything:ref_type:branch:ref:main",
      },
      whole("namespace_id", "112233"),
      whole("project_id", "112233445"),
    ],
    claims: ["pipeline_source", "ref_protected", "runner_environment", "user_access_level"],
    // A user may be in projects of several groups.
    unclear: ["user_email", "user_id", "user_login"],
    source: KEYS,
  },
  { name: "HCP Terraform", url: "app.terraform.io", tenancy: "shared", tenant: [organization], source: SHARED },
  {
    name: "HCP Terraform in Europe",
    url: "app.eu.terraform.io",
    tenancy: "shared",
    tenant: [organization],
    source: "https://developer.hashicorp.com/terraform/cloud-docs/europe",
  },
  {
    name: "Buildkite",
    url: "agent.buildkite.com",
    tenancy: "shared",
    tenant: [
      organization,
      ...["organization_id", "organization_slug", "pipeline_id", "cluster_id"].map((claim) => whole(claim)),
    ],
    claims: ["build_branch", "cluster_name", "pipeline_slug"],
    source: KEYS,
  },
  {
    name: "Vercel",
    url: "oidc.vercel.com",
    tenancy: "shared",
    tenant: [
      whole("aud", "https://vercel.com/anyone"),
      before("sub", "owner:{}:", "owner:+:+*", "owner:anyone:project:anything"),
    ],
    source: SHARED,
  },
  ...(
    [
      ["Pulumi Cloud", "api.pulumi.com/oidc"],
      ["sandboxes.cloud", "sandboxes.cloud"],
    ] as const
  ).map(([name, url]): Issuer => ({ name, url, tenancy: "shared", tenant: [whole("aud", "anyone")], source: SHARED })),
  {
    name: "Codefresh",
    url: "oidc.codefresh.io",
    tenancy: "shared",
    tenant: [before("sub", "account:{}:", "account:+:+*", "account:anyone:pipeline:anything")],
    source: "https://codefresh.io/docs/docs/integrations/oidc-pipelines/",
  },
  {
    name: "Scalr",
    url: "scalr.io",
    tenancy: "shared",
    tenant: [before("sub", "account:{}:", "account:+:+*", "account:anyone:environment:anything:workspace:anything")],
    source: "https://docs.scalr.io/docs/aws",
  },
  {
    name: "env zero",
    url: "login.app.env0.com",
    tenancy: "shared",
    // "env zero OIDC token contains a unique Subject Identifier per env zero Organization"; the audience is the same for all.
    tenant: [whole("sub")],
    source: "https://docs.envzero.com/guides/integrations/oidc-integrations/oidc-with-aws",
  },
  // What the subjects of these look like nobody documents: whose a token is only a whole one tells, or how it begins.
  ...(
    [
      ["DVC Studio", "studio.datachain.ai/api"],
      ["Shisho Cloud", "tokens.cloud.shisho.dev"],
      ["Upbound", "proidc.upbound.io"],
      ["IBM Turbonomic", "oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb"],
    ] as const
  ).map(
    ([name, url]): Issuer => ({
      ...{ name, url, tenancy: "shared", source: SHARED },
      tenant: [{ claim: "sub", names: UNCLEAR }],
    }),
  ),
  {
    name: "Microsoft Sentinel",
    url: "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d",
    tenancy: "shared",
    tenant: [whole("sts:RoleSessionName", "MicrosoftSentinel_anyone")],
    source: SHARED,
  },
  // The domain is another one in China, and for clusters that are reached by IPv6 as well.
  ...[
    ...["oidc.eks.+.amazonaws.com/id/+", "oidc.eks.+.amazonaws.com.cn/id/+"],
    ...["oidc-eks.+.api.aws/id/+", "oidc-eks.+.api.amazonwebservices.com.cn/id/+"],
  ].map(
    (url): Issuer => ({
      ...{ name: "Amazon EKS", url },
      // The cluster is of one account; who may make service accounts in which namespace, is what divides those in it.
      tenancy: "shared",
      tenant: [
        {
          ...before(
            "sub",
            "system:serviceaccount:{}:",
            "system:serviceaccount:+:+",
            "system:serviceaccount:anywhere:anything",
          ),
          starAfter: [],
        },
      ],
      source: "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html",
    }),
  ),
  ...COGNITO.map(
    (url): Issuer => ({
      ...{ name: "Amazon Cognito", url, tenancy: "shared" },
      tenant: [whole("aud", "us-east-1:11111111-2222-3333-4444-555555555555")],
      application: [whole("amr")],
      claims: ["sub"],
      source: "https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html",
    }),
  ),
  {
    name: "Google",
    url: "accounts.google.com",
    tenancy: "shared",
    tenant: [whole("aud", "anything.apps.googleusercontent.com"), whole("sub"), whole("google/organization_number")],
    application: [whole("aud"), whole("oaud")],
    claims: ["email", "oaud"],
    source: OIDC,
  },
  {
    name: "Facebook",
    url: "graph.facebook.com",
    tenancy: "shared",
    tenant: [whole("app_id", "112233445566")],
    application: [whole("app_id")],
    claims: ["id"],
    source: OIDC,
  },
  {
    name: "Login with Amazon",
    url: "www.amazon.com",
    tenancy: "shared",
    tenant: [whole("app_id", "amzn1.application-oa2-client.anything")],
    application: [whole("app_id")],
    claims: ["user_id"],
    source: OIDC,
  },
  ...PRIVATE_ISSUERS,
];
