import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";

const GITHUB = "arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com";
const SUB = "token.actions.githubusercontent.com:sub";
const EKS = "arn:aws:iam::999988887777:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/X";
const SAML = "arn:aws:iam::999988887777:saml-provider/Okta";

type Statement = Readonly<Record<string, unknown>>;

const of = (Principal: object, Action: unknown, Condition?: object): Statement => ({
  ...{ Effect: "Allow", Principal, Action },
  ...(Condition && { Condition }),
});
const token = (provider: string, Condition?: object) =>
  of({ Federated: provider }, "sts:AssumeRoleWithWebIdentity", Condition);
const service = (name: string, Condition?: object) => of({ Service: name }, "sts:AssumeRole", Condition);
const denied = (Condition: object): Statement => ({
  ...{ Effect: "Deny", Principal: "*", Action: "sts:*" },
  Condition,
});

/** So many that the reason is not looked for to the end. */
const MANY_TAGS = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`aws:PrincipalTag/t${at}`, ["a", "b"]]));

/** What the rule says of each grant, and of which it cannot tell: of none. */
function dead(statements: readonly Statement[]): string[] {
  const AssumeRolePolicyDocument = { Version: "2012-10-17", Statement: statements };
  const Resources = { R: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } } };
  const content = JSON.stringify({ Parameters: { P: { Type: "String" } }, Resources });
  const { findings, unknowns } = check({ files: [{ path: "t.json", content }] });
  return [
    ...findings.filter(({ rule }) => rule === "dead-grant").map(({ message }) => message.replace(/^.*?: /, "")),
    ...unknowns.filter(({ rule }) => rule === "dead-grant").map(({ source }) => `? ${source}`),
  ];
}

test.each<[string, readonly Statement[], string[]]>([
  ["a service", [service("ec2.amazonaws.com")], []],
  [
    "a service for an account",
    [service("ec2.amazonaws.com", { StringEquals: { "aws:SourceAccount": "999988887777" } })],
    [],
  ],
  [
    "a service with another action",
    [of({ Service: "ec2.amazonaws.com" }, "sts:AssumeRoleWithSAML")],
    ["AWS services call sts:AssumeRole, which the statement does not allow"],
  ],
  [
    "a service that an organization has",
    [service("ec2.amazonaws.com", { StringEquals: { "aws:PrincipalOrgID": "o-own1234567" } })],
    ["ec2.amazonaws.com calls as itself, and does not send aws:PrincipalOrgID"],
  ],
  [
    "a service, with such a key if it is there",
    [service("ec2.amazonaws.com", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-own1234567" } })],
    [],
  ],
  [
    "a service that has no MFA",
    [service("ec2.amazonaws.com", { Bool: { "aws:MultiFactorAuthPresent": "true" } })],
    ["ec2.amazonaws.com calls as itself, and does not send aws:MultiFactorAuthPresent"],
  ],
  [
    "a service whose tags are of a certificate",
    [
      of({ Service: "rolesanywhere.amazonaws.com" }, ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], {
        StringEquals: { "aws:PrincipalTag/x509Subject/CN": "a" },
      }),
    ],
    [],
  ],
  [
    "pods, whose tags the cluster sends",
    [
      of({ Service: "pods.eks.amazonaws.com" }, ["sts:AssumeRole", "sts:TagSession"], {
        StringEquals: { "aws:RequestTag/kubernetes-namespace": "a" },
      }),
    ],
    [],
  ],
  [
    "pods, without the permission for tags",
    [service("pods.eks.amazonaws.com", { StringEquals: { "aws:RequestTag/kubernetes-namespace": "a" } })],
    ["it takes an Allow of sts:TagSession as well"],
  ],
  [
    "whoever sends what services alone send",
    [of({ AWS: "*" }, "sts:AssumeRole", { StringEquals: { "aws:SourceAccount": "999988887777" } })],
    ['? whether AWS: "*" speaks of AWS services'],
  ],
  [
    "whoever sends that and much else",
    [of({ AWS: "*" }, "sts:AssumeRole", { StringEquals: { "aws:SourceAccount": "999988887777", ...MANY_TAGS } })],
    ['? whether AWS: "*" speaks of AWS services'],
  ],
  [
    "whoever sends much else, and an id that cannot be sent",
    [of({ AWS: "*" }, "sts:AssumeRole", { StringEquals: { "sts:ExternalId": "<id>", ...MANY_TAGS } })],
    ["nobody can assume R through *"],
  ],
  [
    "a service that a Deny takes back",
    [service("ec2.amazonaws.com"), denied({ Bool: { "aws:PrincipalIsAWSService": "true" } })],
    ["a Deny of the same policy takes it back"],
  ],
  [
    "a service, and a Deny of others",
    [
      service("ec2.amazonaws.com"),
      denied({
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-own1234567" },
        Bool: { "aws:PrincipalIsAWSService": "false" },
      }),
    ],
    [],
  ],
  [
    "a service with a key that nobody documents",
    [service("ec2.amazonaws.com", { StringEquals: { "example:Contract": "signed" } })],
    [],
  ],
  ["a service that deployment decides", [service("${P}"), of({ Service: { Ref: "P" } }, "sts:AssumeRoleWithSAML")], []],

  ["a repository", [token(GITHUB, { StringLike: { [SUB]: "repo:acme/*" } })], []],
  [
    "two repositories at once",
    [token(GITHUB, { StringEquals: { [SUB]: "repo:acme/a" }, StringLike: { [SUB]: "repo:other/*" } })],
    [`no request gets past StringEquals ${SUB} and StringLike ${SUB}`],
  ],
  [
    "a star that is no wildcard",
    [token(GITHUB, { StringEquals: { [SUB]: "repo:acme/a:*" } })],
    [`no request of this principal meets StringEquals ${SUB}: "repo:acme/a:*"`],
  ],
  [
    "a star in the name of an environment",
    [token(GITHUB, { StringEquals: { [SUB]: "repo:acme/a:environment:*" } })],
    [],
  ],
  [
    "a subject of another issuer",
    [token(EKS, { StringLike: { [SUB]: "repo:acme/*" } })],
    [`a request with a token of oidc.eks.us-east-1.amazonaws.com/id/X does not carry ${SUB}`],
  ],
  [
    "a token with an external ID",
    [token(GITHUB, { StringEquals: { [SUB]: "repo:acme/a", "sts:ExternalId": "abc-123" } })],
    ["a request with a token of token.actions.githubusercontent.com does not carry sts:ExternalId"],
  ],
  [
    "a token with the action of accounts",
    [of({ Federated: GITHUB }, "sts:AssumeRole", { StringLike: { [SUB]: "repo:acme/*" } })],
    ["whoever has a token calls sts:AssumeRoleWithWebIdentity, which the statement does not allow"],
  ],
  [
    "a built-in provider",
    [
      token("cognito-identity.amazonaws.com", {
        StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:1" },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
      }),
    ],
    [],
  ],
  [
    "a claim that is not documented",
    [
      token(GITHUB, {
        StringLike: { [SUB]: "repo:acme/*" },
        StringEquals: { "token.actions.githubusercontent.com:runner": "x" },
      }),
    ],
    [],
  ],
  ["a provider that deployment decides", [of({ Federated: { Ref: "P" } }, "sts:AssumeRole")], []],
  [
    "an assertion",
    [
      of({ Federated: SAML }, "sts:AssumeRoleWithSAML", {
        StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" },
      }),
    ],
    [],
  ],
  [
    "an assertion with the action of tokens",
    [of({ Federated: SAML }, "sts:AssumeRoleWithWebIdentity")],
    ["whoever has an assertion calls sts:AssumeRoleWithSAML, which the statement does not allow"],
  ],
  [
    "an assertion with a claim of tokens",
    [of({ Federated: SAML }, "sts:AssumeRoleWithSAML", { StringEquals: { [SUB]: "a" } })],
    [`a request with an assertion does not carry ${SUB}`],
  ],
])("%s", (_, statements, expected) => {
  expect(dead(statements)).toEqual(expected);
});
