// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";

const role = (id: string, principal: string) =>
  `  ${id}: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: ${principal} } } } } }\n`;

const stack = (id: string, parameters = "") =>
  `  ${id}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { ${parameters} } } }\n`;

/** The parent gives a value to Given, and none to Left. */
const CHILD = `Parameters:
  Given: { Type: String, Default: "222222222222" }
  Left: { Type: String, Default: "444444444444" }
Conditions:
  IsThree: !Equals [!Ref Given, "333333333333"]
Resources:
${role("Role", '"555555555555"')}Outputs:
  Written: { Value: "777777777777" }
  Given: { Value: !Ref Given }
  Left: { Value: !Ref Left }
  Arn: { Value: !GetAtt Role.Arn }
  Account: { Value: !Ref AWS::AccountId }
  OnlyForThree: { Condition: IsThree, Value: "888888888888" }
  Later: { Value: !Ref AWS::Region }
  List: { Value: ["777777777777"] }
`;

/** "principal: callers" of the role R in the parent. */
function trusted(principal: string, more = "", child = CHILD): string[] {
  const parent = `Parameters: { Who: { Type: String, AllowedValues: ["333333333333", "666666666666"] } }\nResources:\n${role("R", principal)}${stack("Inner", "Given: !Ref Who")}${more}`;
  const files = new Map([
    ["parent.yaml", parent],
    ["child.yaml", child],
  ]);
  const { grants, errors } = check({
    files: [{ path: "parent.yaml", content: parent }],
    read: (path) => files.get(path),
  });
  expect(errors).toEqual([]);
  return grants
    .filter(({ resource }) => resource.id === "R")
    .map(({ principal: written, callers }) => {
      const of = callers.map(({ class: set, account }) => (account === undefined ? set : `${set} ${account}`));
      return `${written}: ${of.join(", ")}`;
    });
}

describe("an output of a nested stack is what its template says", () => {
  const cases: [string, string, string][] = [
    ["a literal", "!GetAtt Inner.Outputs.Written", "777777777777: undeclared 777777777777"],
    ["as a list of words", "!GetAtt [Inner, Outputs.Written]", "777777777777: undeclared 777777777777"],
    [
      "within a text",
      '!Sub "arn:aws:iam::${Inner.Outputs.Written}:root"',
      "arn:aws:iam::777777777777:root: undeclared 777777777777",
    ],
    [
      "what the parent gives",
      "!GetAtt Inner.Outputs.Given",
      "${Who}: undeclared 333333333333, undeclared 666666666666",
    ],
    ["what the parent leaves at its default", "!GetAtt Inner.Outputs.Left", "${Left}: undeclared 444444444444"],
    [
      "the ARN of its role",
      "!GetAtt Inner.Outputs.Arn",
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}: own ${own}",
    ],
    [
      "only there where its condition holds",
      "!GetAtt Inner.Outputs.OnlyForThree",
      "888888888888: undeclared 888888888888",
    ],
  ];
  test.each(cases)("%s", (_, principal, expected) => {
    expect(trusted(principal)).toEqual([expected]);
  });

  test("given to another stack, and back", () => {
    const more = stack("Other", "Given: !GetAtt Inner.Outputs.Written");
    expect(trusted("!GetAtt Other.Outputs.Given", more)).toEqual(["777777777777: undeclared 777777777777"]);
  });

  test("as seen from the stacks of a stack set, in the account of the outer one", () => {
    const body = `Resources: { R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: "\${Inner.Outputs.Account}" } } } } } }`;
    const parent = `Resources:\n  Set: { Type: AWS::CloudFormation::StackSet, Properties: { TemplateBody: !Sub '${body}' } }\n${stack("Inner")}`;
    const { grants } = check({
      files: [{ path: "parent.yaml", content: parent }],
      read: (path) => (path === "child.yaml" ? CHILD : undefined),
    });
    expect(grants.find(({ resource }) => resource.id === "Set/R")?.callers).toMatchObject([{ class: "organization" }]);
  });
});

describe("an output stays open", () => {
  const cases: [string, string, string?, string?][] = [
    ["that the template does not have", "!GetAtt Inner.Outputs.Nothing"],
    ["that is no text", "!GetAtt Inner.Outputs.List"],
    [
      "of a template that is not at hand",
      "!GetAtt Gone.Outputs.Written",
      stack("Gone").replace("child.yaml", "gone.yaml"),
    ],
    ["of a template that a macro rewrites", "!GetAtt Inner.Outputs.Written", "", `Transform: Mine\n${CHILD}`],
    [
      "of stacks that take each other's",
      "!GetAtt One.Outputs.Given",
      stack("One", "Given: !GetAtt Two.Outputs.Given") + stack("Two", "Given: !GetAtt One.Outputs.Given"),
    ],
  ];
  test.each(cases)("%s", (_, principal, more, child) => {
    const [grant = ""] = trusted(principal, more, child);
    expect(grant).toMatch(/: (?:deployTime|own).*unnamed$/);
  });
});
