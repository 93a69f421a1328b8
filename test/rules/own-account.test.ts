import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

/** A role that trusts `principal`, in a template that asks whether it is deployed into 123456789012. */
const template = (principal: string) => `Conditions:
  IsHub: !Equals [!Ref AWS::AccountId, "123456789012"]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: !If [IsHub, ${principal}, !Ref AWS::AccountId] }
            Action: sts:AssumeRole
`;

test("an account that a condition finds to be the own one is no third party", () => {
  for (const principal of ["!Ref AWS::AccountId", '"123456789012"']) {
    expect(check({ files: [{ path: "role.yaml", content: template(principal) }] }).findings).toEqual([]);
  }
});

test("another account stays one", () => {
  const { findings } = check({ files: [{ path: "role.yaml", content: template('"777788889999"') }] });
  expect(findings.map(({ rule, callers }) => [rule, callers[0]?.account])).toEqual([
    ["external-id-required", "777788889999"],
  ]);
});
