import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

const role = (condition: string) => `Parameters: { Deny: { Type: String } }
Conditions: { IsDenied: !Equals [!Ref Deny, "yes"] }
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "444455556666" }
            Action: sts:AssumeRole
            Condition: ${condition}
`;
const OPEN = "account 444455556666 can assume R without an external ID";
const REFUSING = '{ "Null": { "sts:ExternalId": "true" } }';

test.each([
  [
    "demands its absence",
    REFUSING,
    `${OPEN}, and only so: Null on sts:ExternalId refuses every request that sends one`,
  ],
  [
    "demands its absence where deployment says so",
    `!If [IsDenied, ${REFUSING}, !Ref AWS::NoValue]`,
    `${OPEN}, and where its Null condition is deployed only so: that refuses every request that sends one`,
  ],
  ["demands nothing", "{}", OPEN],
  ["demands the absence of something else", '{ "Null": { "aws:SourceIdentity": "true" } }', OPEN],
])("a condition that %s", (_, condition, message) => {
  const { findings } = check({ files: [{ path: "a.yaml", content: role(condition) }] });
  expect(findings.map((finding) => finding.message)).toEqual([message]);
  expect(findings[0]?.help !== undefined).toBe(message !== OPEN);
});
