// The partition that a role may be in by its policy, and who is let in there: callers have one real partition and the small letters of real ARNs.

import { describe, expect, test } from "vitest";
import { partitionsOf } from "../../../src/iam/language/partitions.ts";
import type { Json } from "../../../src/text/document.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { reportOn } from "../../oracle/reported.ts";
import { made } from "../../values/making.ts";
import { CONFIG, statement, VENDOR } from "../judged.ts";

const ACCOUNT = "444455556666";
const asking = (operator: string, ...texts: string[]): Json => ({ [operator]: { "aws:PrincipalArn": texts } });

describe("a role may be in", () => {
  const partitions = (...Statement: Json[]): readonly string[] => {
    const text = made(JSON.stringify({ Statement }), { P: { sort: "partition" } });
    return partitionsOf(text.kind === "text" ? parseObject(text) : text);
  };
  const china = asking("ArnLike", "arn:aws-cn:iam::*:role/x");

  test.each<[about: string, statements: Json[], expected: string[]]>([
    ["the partition of most, where nothing says", [statement("Allow", ACCOUNT)], ["aws"]],
    ["that of a principal", [statement("Allow", `arn:aws-cn:iam::${ACCOUNT}:root`)], ["aws-cn"]],
    ["that and no other, whatever patterns say", [statement("Allow", VENDOR, china)], ["aws"]],
    [
      "that of an identity provider",
      [{ Principal: { Federated: "arn:aws-us-gov:iam::1:saml-provider/x" } }],
      ["aws-us-gov"],
    ],
    ["one that a pattern spells out, or that of most", [statement("Allow", "*", china)], ["aws-cn", "aws"]],
    [
      "that of a pattern in capitals",
      [statement("Allow", "*", asking("StringEqualsIgnoreCase", "ARN:AWS-CN:IAM::1"))],
      ["aws-cn", "aws"],
    ],
    [
      "that of a resource, where no principal says",
      [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "arn:aws-us-gov:iam::*:role/x" }],
      ["aws-us-gov"],
    ],
    [
      "each of several that resources spell out",
      [{ Effect: "Allow", Action: "*", NotResource: ["arn:aws-cn:s3:::a", "arn:aws:s3:::b"] }],
      ["aws-cn", "aws"],
    ],
    [
      "that of a principal and not of a resource",
      [{ Principal: { AWS: `arn:aws-cn:iam::${ACCOUNT}:root` }, Resource: "arn:aws:s3:::a" }],
      ["aws-cn"],
    ],
    [
      "one that a pattern on sources spells out, or that of most",
      [
        {
          Principal: { Service: "sns.amazonaws.com" },
          Condition: { ArnLike: { "AWS:SourceArn": "arn:aws-iso:sns:*:*:*" } },
        },
      ],
      ["aws-iso", "aws"],
    ],
    ["none that is no partition", [statement("Allow", "*", asking("ArnLike", "arn:awz:iam::*:role/x"))], ["aws"]],
    [
      "any that wildcards do not tell apart",
      [statement("Allow", "*", asking("ArnLike", "arn:*:iam::*:role/x"))],
      ["aws"],
    ],
    [
      "one of each that they do",
      [statement("Allow", "*", asking("ArnLike", "arn:aws-us*:iam::*:role/x"))],
      ["aws", "aws-us-gov"],
    ],
    [
      "one that they let in and a text does not",
      [
        statement("Allow", "*", asking("ArnLike", "arn:*:iam::*:role/x")),
        statement("Deny", "*", asking("ArnLike", "arn:aws:iam::*:role/x")),
      ],
      ["aws", "aws-cn"],
    ],
    [
      "one that a text tells apart behind a wildcard",
      [statement("Allow", "*", asking("StringLike", "*-cn:iam::*"))],
      ["aws", "aws-cn"],
    ],
    ["the one that is deployed to", [statement("Allow", "arn:<P>:iam::1:root")], ["aws"]],
  ])("%s", (_, statements, expected) => {
    expect([...partitions(...statements)].sort()).toEqual(expected.toSorted());
  });
});

/** Rules that have a finding, with their witness; and where the verdict depends on it, the partition. */
function found(...Statement: Json[]): string[] {
  const { findings, unknowns } = reportOn({ Version: "2012-10-17", Statement }, CONFIG);
  const shown = findings.map(({ rule, witness, world }) =>
    [rule, witness?.principal, world?.parameters["AWS::Partition"]].filter((part) => part !== undefined).join(" "),
  );
  return [...shown, ...unknowns.map(({ rule }) => `?${rule}`)].filter((line) => !line.startsWith("wildcard-with"));
}

const OPEN = `external-id-required arn:aws:iam::${ACCOUNT}:role`;

describe("of what stands before the account", () => {
  test.each<[about: string, statements: Json[], expected: string[]]>([
    [
      "a wildcard is nobody's partition",
      [statement("Allow", "*", asking("StringEquals", `arn:*:iam::${ACCOUNT}:role/x`))],
      ["dead-grant"],
    ],
    [
      "nor are capitals, where they count",
      [statement("Allow", "*", asking("ArnLike", `ARN:AWS:IAM::${ACCOUNT}:ROLE/*`))],
      ["dead-grant"],
    ],
    [
      "they are small where they do not",
      [statement("Allow", "*", asking("StringEqualsIgnoreCase", `ARN:AWS:IAM::${ACCOUNT}:ROLE/X`))],
      [`${OPEN}/x`],
    ],
    [
      "a wildcard stands for the real one",
      [statement("Allow", "*", asking("ArnLike", `arn:?ws:i*::${ACCOUNT}:role/x`))],
      [`${OPEN}/x aws`],
    ],
    [
      "a Deny in capitals denies nobody",
      [statement("Allow", VENDOR), statement("Deny", "*", asking("ArnLike", `ARN:AWS:IAM::${ACCOUNT}:*`))],
      [`${OPEN}/anything`],
    ],
    [
      "a Deny of all but capitals denies everybody",
      [statement("Allow", VENDOR), statement("Deny", "*", asking("ArnNotEquals", `ARN:AWS:IAM::${ACCOUNT}:*`))],
      ["dead-grant"],
    ],
    [
      "a Deny of all but one is by its wildcard's partition too",
      [
        statement("Allow", VENDOR),
        statement("Deny", "*", asking("ArnNotLike", "ARN:AWS:IAM::*:*", `arn:*:iam::${ACCOUNT}:role/p-*`)),
      ],
      [`${OPEN}/p-`],
    ],
    [
      "a Deny of another partition denies nobody",
      [statement("Allow", VENDOR), statement("Deny", "*", asking("ArnLike", "arn:aws-cn:iam::*:*"))],
      [`${OPEN}/anything`],
    ],
    [
      "a session's ARN is no role's",
      [statement("Allow", VENDOR, asking("ArnLike", `arn:aws:sts::${ACCOUNT}:assumed-role/x/*`))],
      ["dead-grant"],
    ],
    [
      "a region is nobody's",
      [statement("Allow", VENDOR, asking("ArnLike", `arn:aws:iam:us-east-1:${ACCOUNT}:role/x`))],
      ["dead-grant"],
    ],
    [
      "in the partition of the principals",
      [statement("Allow", `arn:aws-cn:iam::${ACCOUNT}:root`, asking("ArnLike", "arn:*:iam::*:role/x"))],
      [`external-id-required arn:aws-cn:iam::${ACCOUNT}:role/x`],
    ],
    [
      "in one where a pattern leaves it open, and only there",
      [
        statement("Allow", ACCOUNT, asking("ArnLike", "arn:*:iam::*:role/x")),
        statement("Deny", "*", asking("ArnLike", "arn:aws:iam::*:role/*")),
      ],
      [`external-id-required arn:aws-cn:iam::${ACCOUNT}:role/x aws-cn`],
    ],
    [
      "of two whose principals no one policy can have, each in its own",
      [statement("Allow", [VENDOR, "arn:aws-cn:iam::777788889999:root"])],
      [`${OPEN}/anything aws`, "external-id-required arn:aws-cn:iam::777788889999:role/anything aws-cn"],
    ],
  ])("%s", (_, statements, expected) => {
    expect(found(...statements)).toEqual(expected);
  });

  test("what is deployed to is where the callers are", () => {
    const allowed = statement("Allow", { "Fn::Sub": `arn:\${AWS::Partition}:iam::${ACCOUNT}:root` });
    const denied = statement("Deny", "*", asking("ArnLike", "arn:aws-cn:iam::*:*"));
    expect(found(allowed, denied)).toEqual([`${OPEN}/anything aws`]);
  });
});
