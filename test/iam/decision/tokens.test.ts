// Whose tokens a trust policy lets in: for each issuer, what names the tenant and what does not.

import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { cloudformationJson } from "../../../src/examples/forms.ts";
import { ISSUERS } from "../../../src/iam/language/federation/issuer-table.ts";
import { issuerOf } from "../../../src/iam/language/federation/issuers.ts";
import type { Json } from "../../../src/text/document.ts";
import { CONFIG } from "../judged.ts";

const OWN = "arn:aws:iam::999988887777:oidc-provider/";
const RULES = ["federated-subject", "federated-audience"];

/** The rules that find something, "?" before those that cannot tell. */
function said(statements: readonly Json[], rules = RULES): string[] {
  const written = cloudformationJson.write({ Version: "2012-10-17", Statement: statements }, {});
  if ("reason" in written) throw new Error(written.reason);
  const { findings, unknowns } = check({ files: written.files, config: CONFIG });
  const all = [...findings.map(({ rule }) => [rule, rule]), ...unknowns.map(({ rule }) => [rule, `?${rule}`])];
  return [...new Set(all.filter(([rule = ""]) => rules.includes(rule)).map(([, line = ""]) => line))].sort();
}

function allow(provider: Json, Condition: Json = {}, more: object = {}): Json {
  return Object.assign(
    { Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithWebIdentity", Condition },
    more,
  );
}

function notAllowing(provider: Json, NotAction: Json): Json {
  return { Effect: "Allow", Principal: { Federated: provider }, NotAction };
}

type Operators = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** `claims`: operator → claim → value, each claim of the issuer. */
function on(url: string, claims: Operators): Json {
  const keyed = Object.entries(claims).map(([operator, keys]) => [
    operator,
    Object.fromEntries(
      Object.entries(keys).map(([claim, value]) => [claim.includes(":") ? claim : `${url}:${claim}`, value]),
    ),
  ]);
  return allow(url.includes("/") || !BUILT_IN.has(url) ? OWN + url : url, Object.fromEntries(keyed));
}

const BUILT_IN = new Set([
  "cognito-identity.amazonaws.com",
  "cognito-identity-us-gov.amazonaws.com",
  "cognito-identity.us-gov-east-1.amazonaws.com",
  "accounts.google.com",
  "graph.facebook.com",
  "www.amazon.com",
]);
const GITHUB = "token.actions.githubusercontent.com";
const SUBJECT = ["federated-subject"];
const OPEN = ["?federated-subject"];

describe("a condition on claims", () => {
  test.each<readonly [string, string, Operators, readonly string[]]>([
    [GITHUB, "any repository", { StringLike: { sub: "repo:*" } }, SUBJECT],
    [GITHUB, "anything", { StringLike: { sub: "*" } }, SUBJECT],
    [GITHUB, "the name not ended", { StringLike: { sub: "repo:acme*" } }, SUBJECT],
    [GITHUB, "the name ended", { StringLike: { sub: "repo:acme/*" } }, []],
    [GITHUB, "one character of it", { StringLike: { sub: "repo:acm?/*" } }, SUBJECT],
    [GITHUB, "the organization in another place", { StringLike: { sub: "repo:*/acme/*" } }, SUBJECT],
    [GITHUB, "a branch behind anything", { StringLike: { sub: "repo:*:ref:refs/heads/main" } }, SUBJECT],
    [GITHUB, "a wildcard under StringEquals", { StringEquals: { sub: "repo:acme*" } }, []],
    [GITHUB, "an organization and its id", { StringLike: { sub: "repo:acme@123/*" } }, []],
    [GITHUB, "an organization with whatever id", { StringLike: { sub: "repo:acme@*" } }, []],
    [GITHUB, "an id, with whatever before it", { StringLike: { sub: "repo:*@123/infra@456:*" } }, SUBJECT],
    [GITHUB, "the owner's id in a customized subject", { StringLike: { sub: "repository_owner_id:123:*" } }, []],
    [GITHUB, "an owner's id not ended", { StringLike: { sub: "repository_owner_id:123*" } }, SUBJECT],
    [GITHUB, "an owner not ended", { StringLike: { sub: "repository_owner:acme*" } }, SUBJECT],
    [GITHUB, "an owner", { StringLike: { sub: "repository_owner:acme:*" } }, []],
    [GITHUB, "a repository by another claim, of any owner", { StringLike: { sub: "repository:*/infra:*" } }, SUBJECT],
    [GITHUB, "a star, and not what it stands for", { StringEquals: { sub: "*" } }, []],
    [GITHUB, "a name without the claim that it is of", { StringLike: { sub: ["acme/*", "acme"] } }, []],
    [GITHUB, "a name behind any claim", { StringLike: { sub: "*:acme" } }, SUBJECT],
    [GITHUB, "an environment in a customized subject", { StringEquals: { sub: "environment:prod" } }, SUBJECT],
    [GITHUB, "a workflow in a customized subject", { StringLike: { sub: "job_workflow_ref:acme/x/*" } }, OPEN],
    [GITHUB, "every subject but those of one", { StringNotLike: { sub: "repo:acme/*" } }, SUBJECT],
    [GITHUB, "the owner by its id", { StringEquals: { repository_owner_id: "123" } }, []],
    [GITHUB, "owners by the beginning of their ids", { StringLike: { repository_owner_id: "12*" } }, SUBJECT],
    [GITHUB, "the name of the owner, which STS does not read", { StringEquals: { repository_owner: "acme" } }, OPEN],
    [GITHUB, "the same, if it is there", { StringEqualsIfExists: { repository_owner: "acme" } }, SUBJECT],
    [GITHUB, "repositories of one owner", { StringLike: { repository: "acme/*" } }, []],
    [GITHUB, "repositories of one name", { StringLike: { repository: "*/infra" } }, SUBJECT],
    [GITHUB, "an environment", { StringEquals: { environment: "production" } }, SUBJECT],
    [GITHUB, "an address", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, OPEN],
    [GITHUB, "an external ID", { StringEquals: { "sts:ExternalId": "acme-1" } }, []],
    [GITHUB, "an ARN of a caller", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::999988887777:*" } }, []],
    [GITHUB, "an account of a caller", { StringEquals: { "aws:PrincipalAccount": "999988887777" } }, OPEN],
    [GITHUB, "a name of the session", { StringLike: { "sts:RoleSessionName": "deploy-*" } }, SUBJECT],
    [GITHUB, "a variable", { StringLike: { sub: `repo:\${${GITHUB}:actor}/*` } }, SUBJECT],
    [`${GITHUB}/acme`, "nothing, at the issuer of an enterprise", {}, OPEN],
    [`${GITHUB}/acme`, "an organization of the enterprise", { StringLike: { sub: "repo:acme/*" } }, []],
    [
      "oidc-configuration.audit-log.githubusercontent.com",
      "an enterprise",
      { StringEquals: { sub: "https://github.com/acme" } },
      [],
    ],
    [
      "oidc-configuration.audit-log.githubusercontent.com",
      "any enterprise",
      { StringLike: { sub: "https://github.com/*" } },
      SUBJECT,
    ],
    ["gitlab.com", "a group", { StringLike: { sub: "project_path:acme/*:ref_type:branch:ref:main" } }, []],
    ["gitlab.com", "a group not ended", { StringLike: { sub: "project_path:acme*" } }, SUBJECT],
    ["gitlab.com", "a number of a group", { StringEquals: { namespace_id: "123" } }, []],
    ["gitlab.com", "a user", { StringEquals: { user_login: "alice" } }, OPEN],
    ["gitlab.com", "a protected branch", { StringEquals: { ref_protected: "true" } }, SUBJECT],
    ["app.terraform.io", "an organization", { StringLike: { sub: "organization:acme:*" } }, []],
    ["app.terraform.io", "any organization", { StringLike: { sub: "organization:*:workspace:prod:*" } }, SUBJECT],
    ["agent.buildkite.com", "an organization's name", { StringEquals: { organization_slug: "acme" } }, []],
    ["agent.buildkite.com", "a pipeline's name", { StringEquals: { pipeline_slug: "deploy" } }, SUBJECT],
    ["oidc.vercel.com", "a team's audience", { StringEquals: { aud: "https://vercel.com/acme" } }, []],
    ["oidc.vercel.com", "a team's subject", { StringLike: { sub: "owner:acme:project:*" } }, []],
    ["oidc.vercel.com", "any team's subject", { StringLike: { sub: "owner:*:project:web:*" } }, SUBJECT],
    ["api.pulumi.com/oidc", "an organization's audience", { StringEquals: { aud: "acme" } }, []],
    ["api.pulumi.com/oidc", "a subject", { StringLike: { sub: "pulumi:deploy:*" } }, SUBJECT],
    ["oidc.codefresh.io", "an account", { StringLike: { sub: "account:123:pipeline:*" } }, []],
    ["oidc.codefresh.io", "an account not ended", { StringLike: { sub: "account:123*" } }, SUBJECT],
    ["scalr.io", "an account", { StringLike: { sub: "account:acme:environment:*" } }, []],
    ["scalr.io", "any account", { StringLike: { sub: "account:*:environment:prod:*" } }, SUBJECT],
    ["login.app.env0.com", "the audience, which is the same for all", { StringEquals: { aud: "hoMiq9" } }, SUBJECT],
    ["login.app.env0.com", "an organization's subject", { StringEquals: { sub: "auth0|123" } }, []],
    ["app.eu.terraform.io", "the usual audience", { StringEquals: { aud: "aws.workload.identity" } }, SUBJECT],
    ["acme.semaphoreci.com", "nothing", {}, []],
    ["github.example.com/_services/token", "nothing", {}, []],
    ["oidc.eks.cn-north-1.amazonaws.com.cn/id/ABCD", "nothing", {}, SUBJECT],
    [GITHUB, "an organization in whatever case", { StringEqualsIgnoreCase: { sub: "REPO:Acme/x:ref:main" } }, []],
    [GITHUB, "the subject of whatever set of values", { "ForAnyValue:StringLike": { sub: "repo:acme/x:*" } }, []],
    [GITHUB, "no subject that is to be there", { Null: { sub: "false" } }, SUBJECT],
    [GITHUB, "two subjects, one of anybody", { StringLike: { sub: ["repo:acme/*", "repo:*:ref:main"] } }, SUBJECT],
    [GITHUB, "every subject but one", { StringNotEquals: { sub: "repo:acme/x:ref:main" } }, SUBJECT],
    [GITHUB, "numbers above one", { NumericGreaterThan: { repository_id: "123" } }, SUBJECT],
    ["api.pulumi.com/oidc", "any organization's audience", { StringLike: { aud: "aws:*" } }, SUBJECT],
    ["oidc.codefresh.io", "any account", { StringLike: { sub: "account:*:pipeline:deploy" } }, SUBJECT],
    ["oidc.eks.eu-west-1.amazonaws.com/id/ABCD", "nothing", {}, SUBJECT],
    ["oidc-eks.eu-west-1.api.aws/id/ABCD", "nothing", {}, SUBJECT],
    ["oidc-eks.cn-north-1.api.amazonwebservices.com.cn/id/ABCD", "nothing", {}, SUBJECT],
    [
      "oidc.eks.eu-west-1.amazonaws.com/id/ABCD",
      "a namespace",
      { StringLike: { sub: "system:serviceaccount:a:*" } },
      [],
    ],
    [
      "oidc.eks.eu-west-1.amazonaws.com/id/ABCD",
      "namespaces",
      { StringLike: { sub: "system:serviceaccount:a*:b" } },
      SUBJECT,
    ],
    [
      "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/",
      "a workspace",
      { StringEquals: { "sts:RoleSessionName": "MicrosoftSentinel_x" } },
      [],
    ],
    ["sts.windows.net/11111111-4d64-4f8c-a055-5bdaffd5e33d/", "nothing", {}, []],
    ["login.example.com", "nothing, of an issuer that nobody knows", {}, OPEN],
    ["login.example.com", "an audience", { StringEquals: { aud: "us" } }, []],
    ["login.example.com", "the audience of all that call AWS", { StringEquals: { aud: "sts.amazonaws.com" } }, OPEN],
    ["login.example.com", "any audience", { StringLike: { aud: "*" } }, OPEN],
    ["login.example.com", "a kind of subjects", { StringLike: { sub: "repo:*" } }, OPEN],
    ["login.example.com", "a group of subjects", { StringLike: { sub: "repo:acme/*" } }, []],
    ["www.amazon.com", "an application", { StringEquals: { app_id: "amzn1.application.x" } }, []],
    ["graph.facebook.com", "any application", { StringLike: { app_id: "*" } }, SUBJECT],
    ["accounts.google.com", "a user", { StringEquals: { sub: "123" } }, ["federated-audience"]],
    ["accounts.google.com", "a user and an audience", { StringEquals: { sub: "123", oaud: "us" } }, []],
    ["accounts.google.com", "an audience that anyone can choose", { StringEquals: { oaud: "us" } }, SUBJECT],
    [
      "accounts.google.com",
      "an organization",
      { NumericEquals: { "google/organization_number": "123" }, StringEquals: { aud: "x" } },
      [],
    ],
    ["cognito-identity.amazonaws.com", "nothing", {}, SUBJECT],
    ["cognito-identity-us-gov.amazonaws.com", "nothing", {}, SUBJECT],
    [
      "cognito-identity.us-gov-east-1.amazonaws.com",
      "a pool",
      { StringEquals: { aud: "us-gov-east-1:1" } },
      ["federated-audience"],
    ],
    ["cognito-identity.amazonaws.com", "a pool", { StringEquals: { aud: "eu-west-1:1" } }, ["federated-audience"]],
    [
      "cognito-identity.amazonaws.com",
      "guests of a pool",
      { StringEquals: { aud: "eu-west-1:1" }, "ForAnyValue:StringLike": { amr: "unauthenticated" } },
      [],
    ],
    [
      "cognito-identity.amazonaws.com",
      "anyone at a pool",
      { StringEquals: { aud: "eu-west-1:1" }, "ForAllValues:StringLike": { amr: "authenticated" } },
      ["federated-audience"],
    ],
  ])("%s: %s", (url, _, claims, expected) => {
    expect(said([on(url, claims)])).toEqual(expected);
  });
});

describe("a provider", () => {
  test.each<readonly [string, Json, readonly string[]]>([
    ["that deployment decides", allow({ Ref: "Provider" }), OPEN],
    [
      "that deployment decides, with a condition that only GitHub's tokens meet",
      allow({ Ref: "Provider" }, { StringLike: { [`${GITHUB}:sub`]: "repo:acme/*" } }),
      [],
    ],
    [
      "that deployment decides, with a condition that leaves GitHub open",
      allow({ Ref: "Provider" }, { StringLike: { [`${GITHUB}:sub`]: "repo:*" } }),
      OPEN,
    ],
    [
      "of an account that deployment decides",
      allow({ "Fn::Sub": `arn:aws:iam::\${Account}:oidc-provider/${GITHUB}` }),
      SUBJECT,
    ],
    [
      "of the own account",
      allow({ "Fn::Sub": `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${GITHUB}` }),
      SUBJECT,
    ],
    ["with an action that tokens do not call", allow(OWN + GITHUB, {}, { Action: "sts:AssumeRole" }), []],
    ["with all actions", allow(OWN + GITHUB, {}, { Action: "sts:*" }), SUBJECT],
    ["with all actions but others", notAllowing(OWN + GITHUB, "sts:TagSession"), SUBJECT],
    ["of SAML with an action of others", allow("arn:aws:iam::999988887777:saml-provider/x"), []],
    [
      "of SAML whose name deployment decides",
      allow({ "Fn::Sub": "arn:aws:iam::999988887777:saml-provider/${Name}" }, {}, { Action: "sts:AssumeRoleWithSAML" }),
      ["federated-audience"],
    ],
    [
      "of SAML with the sign-in of a region",
      allow(
        "arn:aws:iam::999988887777:saml-provider/x",
        { StringLike: { "SAML:aud": "https://*.signin.aws.amazon.com/saml" } },
        { Action: "sts:AssumeRoleWithSAML" },
      ),
      ["federated-audience"],
    ],
  ])("%s", (_, statement, expected) => {
    expect(said([statement])).toEqual(expected);
  });

  test.each<readonly [string, Operators, readonly string[]]>([
    ["whole, as one text", { StringEquals: { sub: { Ref: "Subject" } } }, []],
    ["whole, as a pattern", { StringLike: { sub: { Ref: "Subject" } } }, OPEN],
    ["with what comes before it", { StringEquals: { sub: { "Fn::Sub": "${Before}:ref:refs/heads/main" } } }, []],
    ["without its tenant", { StringEquals: { sub: { "Fn::Sub": "environment:${Environment}" } } }, SUBJECT],
  ])("may have a subject that deployment decides: %s", (_, claims, expected) => {
    expect(said([on(GITHUB, claims)])).toEqual(expected);
  });

  test("has no wildcard in its ARN", () => {
    const ofAnyone = allow(`${OWN}*`, { StringLike: { [`${GITHUB}:sub`]: "repo:*" } });
    expect(said([ofAnyone], [...RULES, "invalid-policy"])).toEqual(["invalid-policy"]);
  });

  test("is one of several, and each needs a claim of its own", () => {
    const both = [OWN + GITHUB, `${OWN}gitlab.com`];
    const ofGithub = { [`${GITHUB}:sub`]: "repo:acme/*" };
    expect(said([allow(both, { StringLike: ofGithub })])).toEqual([]);
    const ofEach = { ...ofGithub, "gitlab.com:sub": "project_path:acme/*" };
    expect(said([allow(both, { StringLikeIfExists: ofEach })])).toEqual(SUBJECT);
  });

  test("is closed by a Deny of everyone, if that speaks of tokens", () => {
    const deny = { Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:*" };
    expect(said([allow(OWN + GITHUB), deny])).toEqual(OPEN);
  });
});

describe("the table of issuers", () => {
  test.each(ISSUERS.map((issuer) => [issuer.url, issuer] as const))("%s is found by its URL", (url, issuer) => {
    expect(issuerOf(url.replaceAll("+", "x"))).toBe(issuer);
  });

  test("knows no issuer by a part of its URL", () => {
    for (const url of [
      "evil-gitlab.com",
      "gitlab.com.evil.example",
      "xtoken.actions.githubusercontent.com",
      "auth0.com",
    ]) {
      expect(issuerOf(url)).toBeUndefined();
    }
  });
});
