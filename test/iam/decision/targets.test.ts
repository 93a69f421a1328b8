// What a policy of a resource lets whom do, and on what: actions and resources are told apart as the statements do it.

import { expect, test } from "vitest";
import { eachTrial } from "../../../src/iam/decision/decide.ts";
import { readDocument } from "../../../src/iam/language/document.ts";
import type { Json } from "../../../src/text/document.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { made } from "../../values/making.ts";

const OURS = {
  accounts: ["999988887777"],
  organizationAccounts: [],
  organizationIds: [],
  vendorAccounts: new Set<string>(),
};
const ALL = "arn:aws:s3:::data/*";

/** Whom the policy lets do what: "?" before what cannot be told. Of callers of accounts only strangers are told. */
function letIn(statements: readonly Json[], service = "s3"): string[] {
  const text = made(JSON.stringify({ Version: "2012-10-17", Statement: statements }));
  const value = text.kind === "text" ? parseObject(text) : text;
  const document = readDocument(value, "aws", { policy: "resource", service });
  expect(document.flaws).toEqual([]);
  const found = new Set<string>();
  const asked = { keys: new Map(), types: new Set(["account", "anonymous"] as const) };
  const untried = eachTrial(document, OURS, asked, ({ caller, action, resource = "-", answers }) => {
    if (caller.own || caller.named || caller.kind === "user") return;
    const who = caller.kind === "anonymous" ? "anonymous" : "stranger";
    const isIn = [...answers.values()].includes(true);
    if (isIn || answers.size > 0) found.add(`${isIn ? "" : "?"}${who} ${action} ${resource}`);
  });
  expect(untried).toEqual([]);
  return [...found].sort();
}

const allow = (more: object = {}): Json =>
  Object.assign({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: ALL }, more);
const deny = (more: object = {}): Json => Object.assign({}, allow(), { Effect: "Deny" }, more);

test.each<readonly [string, readonly Json[], readonly string[]]>([
  [
    "everyone",
    [allow()],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  [
    "* under AWS speaks of those without credentials as well",
    [allow({ Principal: { AWS: "*" }, Resource: "arn:aws:s3:::data/a" })],
    ["anonymous s3:GetObject arn:aws:s3:::data/a", "stranger s3:GetObject arn:aws:s3:::data/a"],
  ],
  ["a Deny of the same", [allow(), deny()], []],
  ["a Deny of all actions", [allow(), deny({ Action: "s3:*" })], []],
  [
    "a Deny of another action",
    [allow(), deny({ Action: "s3:PutObject" })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  [
    "a Deny of some resources",
    [allow(), deny({ Resource: "arn:aws:s3:::data/secret/*" })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  ["a Deny of all resources but others", [allow(), deny({ Resource: undefined, NotResource: "arn:aws:s3:::x" })], []],
  [
    "a Deny of all actions but one",
    [allow(), deny({ Action: undefined, NotAction: "s3:getobject" })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  [
    "all actions but one",
    [allow({ Action: undefined, NotAction: "s3:GetObject" })],
    ["anonymous s3:PutObject arn:aws:s3:::data/anything", "stranger s3:PutObject arn:aws:s3:::data/anything"],
  ],
  ["all actions but those of the service", [allow({ Action: undefined, NotAction: "s3:*" })], []],
  ["actions of another service", [allow({ Action: "sqs:SendMessage" })], []],
  [
    "a Deny of one of two",
    [
      allow({ Action: ["s3:GetObject", "s3:PutObject"] }),
      deny({ Condition: { Null: { "s3:never-heard-of": "true" } } }),
    ],
    [
      "?anonymous s3:GetObject arn:aws:s3:::data/anything",
      "?stranger s3:GetObject arn:aws:s3:::data/anything",
      "anonymous s3:PutObject arn:aws:s3:::data/anything",
      "stranger s3:PutObject arn:aws:s3:::data/anything",
    ],
  ],
  [
    "all but some principals are denied",
    [allow(), deny({ Principal: undefined, NotPrincipal: { AWS: "999988887777" } })],
    [],
  ],
  [
    "all but some principals are allowed",
    [allow({ Principal: undefined, NotPrincipal: { AWS: "444455556666" } })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  ["a number for an account", [allow({ Condition: { StringEquals: { "aws:PrincipalAccount": "123123123123" } } })], []],
  [
    "who has no credentials has no ARN",
    [allow({ Condition: { StringLike: { "aws:PrincipalArn": "*" } } })],
    ["stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  [
    "who has no credentials is of the account anonymous",
    [allow({ Condition: { StringEquals: { "aws:PrincipalAccount": "anonymous" } } })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything"],
  ],
  ["what only STS is sent", [allow({ Condition: { StringLike: { "sts:ExternalId": "*" } } })], []],
  [
    "what AWS services send is absent",
    [allow({ Condition: { ArnLikeIfExists: { "aws:SourceArn": "arn:aws:sns:*:999988887777:*" } } })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  [
    "without TLS",
    [allow(), deny({ Condition: { Bool: { "aws:SecureTransport": "true" } } })],
    ["anonymous s3:GetObject arn:aws:s3:::data/anything", "stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  [
    "the account of the caller, as SNS has it",
    [allow({ Condition: { StringEquals: { "AWS:SourceOwner": "999988887777" } } })],
    [],
  ],
  [
    "any account of the caller, as KMS has it",
    [allow({ Condition: { StringLike: { "kms:CallerAccount": "*" } } })],
    ["stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
  ["no resource is any", [allow({ Resource: undefined })], ["anonymous s3:GetObject -", "stranger s3:GetObject -"]],
  [
    "a policy variable in a resource",
    [allow({ Resource: "arn:aws:s3:::data/${aws:username}" })],
    ["?anonymous s3:GetObject arn:aws:s3:::data/anything", "?stranger s3:GetObject arn:aws:s3:::data/anything"],
  ],
])("%s", (_, statements, expected) => {
  expect(letIn(statements)).toEqual([...expected].sort());
});

test("whoever is concerned by one of many statements is tried with what that one tells apart", () => {
  const tried = (count: number): number => {
    const own = Array.from({ length: count }, (_, index) =>
      allow({ Principal: { AWS: `${100000000001 + index}` }, Resource: `arn:aws:s3:::data/${index}/*` }),
    );
    const text = made(JSON.stringify({ Version: "2012-10-17", Statement: [allow({ Resource: "*" }), ...own] }));
    const document = readDocument(text.kind === "text" ? parseObject(text) : text, "aws", {
      policy: "resource",
      service: "s3",
    });
    let trials = 0;
    eachTrial(document, OURS, { keys: new Map() }, () => {
      trials += 1;
    });
    return trials;
  };
  expect(tried(16)).toBeLessThan(3 * tried(8));
});
