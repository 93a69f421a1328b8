import { expect, test } from "vitest";
import { reportOf, unconfused } from "./run.ts";

const role = {
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::444455556666:root" } }],
    },
  },
};

test("what mends very many findings is not told, and said so", () => {
  const machineOf = (count: number) => {
    const roles = Array.from({ length: count }, (_, index) => [`R${index}`, role]);
    return { files: { "/home/me/a.json": JSON.stringify({ Resources: Object.fromEntries(roles) }) } };
  };
  const { stderr, stdout } = unconfused("a.json --format json", machineOf(2001));
  const { findings } = JSON.parse(stdout);
  expect(findings).toHaveLength(2001);
  expect(findings.filter((finding: object) => "fixes" in finding)).toEqual([]);
  expect(stderr).toContain("note: the report has no fixes, because there are more than 2000 findings");
  expect(reportOf("a.json", machineOf(20)).findings[19].fixes).toHaveLength(1);
});
