// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

const SECTIONS = `
Parameters:
  Name: { Type: String, Default: given }
Mappings:
  M: { a: { v: '1' }, b: { v: '2' } }
Conditions:
  C: !Equals [!Ref Name, x]
Resources:
  Role: { Type: AWS::IAM::Role }
  NamedRole: { Type: AWS::IAM::Role, Properties: { RoleName: reader, Path: /team/ } }
  ParameterRole: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref Name } }
  EitherRole: { Type: AWS::IAM::Role, Properties: { RoleName: !If [C, a, b] } }
  MappedRole: { Type: AWS::IAM::Role, Properties: { RoleName: !FindInMap [M, !Ref Name, v] } }
  UnnamedRole: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref AWS::NoValue } }
  User: { Type: AWS::IAM::User, Properties: { UserName: bob } }
  Oidc: { Type: AWS::IAM::OIDCProvider, Properties: { Url: 'https://token.example.com' } }
  OidcOfNobody: { Type: AWS::IAM::OIDCProvider, Properties: { Url: !Ref Name } }
  OidcOfNoUrl: { Type: AWS::IAM::OIDCProvider, Properties: { Url: token.example.com } }
  CdkOidc: { Type: Custom::AWSCDKOpenIdConnectProvider, Properties: { Url: 'https://token.example.com' } }
  Saml: { Type: AWS::IAM::SAMLProvider }
  Topic: { Type: AWS::SNS::Topic }
`;
const OWN = "arn:<AWS::Partition>:iam::<AWS::AccountId>:";

describe("references to resources", () => {
  const cases: [string, Shown][] = [
    ["!GetAtt Role.Arn", `${OWN}role/<Role>`],
    ["{ Fn::GetAtt: [Role, Arn] }", `${OWN}role/<Role>`],
    ["{ Fn::GetAtt: Role.Arn }", `${OWN}role/<Role>`],
    ["!Sub '${Role.Arn}'", `${OWN}role/<Role>`],
    ["!GetAtt NamedRole.Arn", `${OWN}role/team/reader`],
    ["!GetAtt ParameterRole.Arn", `${OWN}role/<Name>`],
    ["!GetAtt EitherRole.Arn", `${OWN}role/<EitherRole>`],
    ["!GetAtt MappedRole.Arn", `${OWN}role/<MappedRole>`],
    ["!GetAtt UnnamedRole.Arn", `${OWN}role/<UnnamedRole>`],
    ["!GetAtt User.Arn", `${OWN}user/bob`],
    ["!GetAtt Role.RoleId", "<Role.RoleId>"],
    ["!Ref Role", "<Role>"],
    ["!Ref NamedRole", "reader"],
    ["!Ref Oidc", `${OWN}oidc-provider/token.example.com`],
    ["!GetAtt Oidc.Arn", `${OWN}oidc-provider/token.example.com`],
    ["!Ref OidcOfNobody", `${OWN}oidc-provider/<OidcOfNobody>`],
    ["!Ref OidcOfNoUrl", `${OWN}oidc-provider/<OidcOfNoUrl>`],
    ["!Ref CdkOidc", `${OWN}oidc-provider/token.example.com`],
    ["!Ref Saml", `${OWN}saml-provider/<Saml>`],
    ["!Ref Topic", "<Topic>"],
    ["!GetAtt Nested.Outputs.RoleArn", "<Nested.Outputs.RoleArn>"],
    ["!GetAtt Role", "?known-after-apply Fn::GetAtt"],
  ];
  test.each(cases)("%s", (expression, expected) => {
    expect(values(expression, SECTIONS)).toEqual([expected]);
  });

  test.each(["EitherRole", "MappedRole", "ParameterRole"])("split no world for the name of %s", (role) => {
    expect(outcomes(`!GetAtt ${role}.Arn`, SECTIONS).outcomes).toHaveLength(1);
  });

  test("say what they are for people", () => {
    const [world] = outcomes("[!Ref Role, !GetAtt Topic.TopicName, !Ref Topic]", SECTIONS).outcomes;
    expect(world?.result).toMatchObject({
      items: [
        { parts: [{ hole: { sort: "name", source: "name of Role" } }] },
        { parts: [{ hole: { source: "attribute TopicName of Topic", reason: "known-after-apply" } }] },
        { parts: [{ hole: { source: "reference to Topic", reason: "known-after-apply" } }] },
      ],
    });
  });

  test("to what only a macro can have made are unknown because of it", () => {
    const [world] = outcomes("!Ref Made", "Transform: Mine\n").outcomes;
    expect(world?.result).toMatchObject({ parts: [{ hole: { reason: "macro" } }] });
  });
});
