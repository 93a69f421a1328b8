import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";

function judged(statements: readonly object[], config: Config = {}, more: object = {}) {
  const role = { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: statements } };
  const content = JSON.stringify({ ...more, Resources: { Role: { Type: "AWS::IAM::Role", Properties: role } } });
  const { findings, unknowns, grants } = check({ files: [{ path: "role.json", content }], config });
  return {
    said: [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule }) => `?${rule}`)],
    verdicts: grants.map(({ verdict }) => verdict),
  };
}

const assume = { Effect: "Allow", Action: "sts:AssumeRole" };
const WITH_ID = { StringEquals: { "sts:ExternalId": "k3-7f19-cc20" } };

describe("a principal that IAM refuses is told once", () => {
  const principals: readonly (readonly [what: string, principal: unknown])[] = [
    ["a placeholder", { AWS: "{{awsAccountId}}" }],
    ["a placeholder in an ARN", { AWS: "arn:aws:iam::<ACCOUNT>:root" }],
    ["a type that there is not", { Account: "111122223333" }],
    ["a list of a type that there is not", { Accounts: ["111122223333", "*"] }],
    ["a type in other letters", { aws: "111122223333" }],
    ["a part of the statement", { Action: "sts:AssumeRole" }],
    ["a condition", { Condition: WITH_ID }],
    ["blanks", { AWS: " " }],
    ["blanks around an ARN", { AWS: " arn:aws:iam::111122223333:root" }],
    ["a text", "111122223333"],
    ["a wildcard in an ARN", { AWS: "arn:aws:iam::111122223333:role/a-*" }],
    ["a map", { AWS: { Arn: "111122223333" } }],
  ];

  test.each(principals)("%s", (_, Principal) => {
    const refused = { said: ["invalid-policy"], verdicts: ["finding"] };
    for (const Condition of [undefined, WITH_ID, { StringEquals: { "sts:ExternalId": "changeme" } }]) {
      for (const tenancy of ["single", "multi"] as const) {
        expect(judged([{ ...assume, Principal, Condition }], { tenancy })).toEqual(refused);
      }
    }
  });

  test.each(principals)("%s beside an account keeps nobody from being told of that", (_, Principal) => {
    const account = { ...assume, Principal: { AWS: "444455556666" } };
    expect(judged([account, { ...assume, Principal }]).said.sort()).toEqual(["external-id-required", "invalid-policy"]);
    expect(judged([account, { ...assume, Principal }], { tenancy: "single" }).said).toEqual(["invalid-policy"]);
  });

  test("in a Deny it leaves the Allow without a question, and without a pass", () => {
    const allow = { ...assume, Principal: { AWS: "444455556666" } };
    const deny = { Effect: "Deny", Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::444455556666:rule/x" } };
    expect(judged([allow, deny])).toEqual({ said: ["invalid-policy"], verdicts: ["unknown"] });
  });

  test("where the rule is off, the question is listed", () => {
    const config: Config = { rules: { "invalid-policy": "off" } };
    expect(judged([{ ...assume, Principal: { aws: "111122223333" } }], config)).toEqual({
      said: ["?public-trust"],
      verdicts: ["unknown"],
    });
  });
});
