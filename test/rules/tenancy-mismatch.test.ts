import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

const template = `Resources:
  Role:
    Type: AWS::IAM::Role
    Metadata:
      Unconfused:
        tenancy: single
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: "464622532012" }
            Action: sts:AssumeRole
`;

test("a file that calls a shared account single-tenant is told where it says so, and is not believed", () => {
  const { findings } = check({ files: [{ path: "role.yaml", content: template }] });
  const places = findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
  expect(places.sort()).toEqual(["external-id-required 11:31", "tenancy-mismatch 6:18"]);
});
