import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";

const template = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                sts:ExternalId: "\${sts:RoleSessionName}"
                sts:RoleSessionName: "\${sts:ExternalId}"
`;

test("keys that stand for each other are no reason to call anything denied", () => {
  const { findings, unknowns } = check({ files: [{ path: "role.yaml", content: template }] });
  expect([...findings, ...unknowns].map(({ rule }) => rule)).toContain("public-trust");
});
