import { expect, test } from "vitest";
import { check } from "../../../src/index.ts";

/** Statements on other actions, each of which tells roles, accounts and callers apart in ways of its own. */
const OTHERS = ["volume", "instance", "snapshot", "subnet", "key-pair", "image"].flatMap((kind, index) =>
  ["ec2", "autoscaling"].map((service) => ({
    Effect: "Allow",
    Action: `${service}:Create*`,
    Resource: [`arn:*:${service}:*:*:${kind}*:x${index}*/*${index}`, `arn:aws:${service}:*:*:*${kind}/a*-${index}`],
    Condition: {
      StringLike: { [`aws:PrincipalTag/t${index}`]: [`a*${index}`, `*b${index}`] },
      ArnLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/*${kind}*` },
    },
  })),
);

function judged(...statements: readonly object[]) {
  const policy = { Version: "2012-10-17", Statement: [...OTHERS, ...statements] };
  const resource = { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: policy } };
  const content = JSON.stringify({ Resources: { P: resource } });
  const { findings, unknowns } = check({ files: [{ path: "p.json", content }] });
  return { findings: findings.map(({ rule }) => rule), unknowns: unknowns.map(({ source }) => source) };
}

test("what an identity policy says of other actions is no reason to give up on the roles that it allows to be assumed", () => {
  const allow = { Effect: "Allow", Action: "sts:AssumeRole" };
  expect(judged({ ...allow, Resource: "arn:aws:iam::*:role/scanner" })).toEqual({ findings: [], unknowns: [] });
  expect(judged({ ...allow, Resource: "*" })).toEqual({ findings: ["deputy-assumes-anything"], unknowns: [] });
});

test("statements whose actions have wildcards count", () => {
  const anything = { Effect: "Allow", Action: "*", Resource: "*" };
  const deny = { Effect: "Deny", Action: "s?s:Assume*", Resource: "*" };
  expect(judged(anything).findings).toEqual(["deputy-assumes-anything"]);
  expect(judged(anything, deny)).toEqual({ findings: [], unknowns: [] });
});
