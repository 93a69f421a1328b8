import { expect, test } from "vitest";
import { unconfused } from "./run.ts";

test("a run with more results than GitHub takes says so", () => {
  const role = `{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"*"}}]}}}`;
  const roles = Array.from({ length: 25_001 }, (_, index) => `"R${index}":${role}`);
  const files = { "/home/me/a.json": `{"Resources":{${roles.join(",")}}}` };
  const { stdout, stderr, status } = unconfused("a.json --format sarif", { files });
  expect(stderr).toContain("note: SARIF: 1 of 25001 results are left out, the least severe: GitHub takes no more than");
  expect(JSON.parse(stdout).runs[0].results).toHaveLength(25_000);
  expect(status).toBe(1);
}, 300_000);
