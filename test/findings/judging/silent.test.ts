// Identity policies that are told before they are evaluated come to what judging them comes to.

import fc from "fast-check";
import { expect, test } from "vitest";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import type { Json } from "../../../src/text/document.ts";
import { PATIENCE, running } from "../../oracle/runs.ts";
import { runOn, unwritten } from "./judged.ts";

/** What the policies of the resource R come to: as a run tells them, and each judged. */
function told(template: Json, rules: readonly Rule[] = builtinRules()) {
  const { resources, judge } = runOn(template, { audience: "customers" }, rules);
  const own = resources.filter(({ id }) => id === "R");
  const isWritten = own.every(({ written }) => written?.("Policies") !== undefined);
  return { short: judge(own), general: judge(own.map(unwritten)), isWritten };
}

/** More or less often what is usual: so much of a policy is open to chance that little of it may be odd. */
const mostly = <T>(usual: readonly T[], other: readonly T[], weight = 20): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...other) });

const ROLE: Json = { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" };
const OTHER: Json = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const oneOrMore = (item: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(item, fc.array(item, { maxLength: 2 }), fc.array(item, { minLength: 1, maxLength: 2 }));

const action = mostly<Json>(
  ["s3:GetObject", "s3:*", "ec2:Describe*", "sts:TagSession", "sts:GetCallerIdentity", "logs:Put?ogEvents"],
  [
    ...["sts:AssumeRole", "STS:assumerole", "sts:*", "*", "sts:Assume????", "*:AssumeRole", "", "s3", "sts:Ass*mul", 3],
    ...[{ Ref: "Open" }, { "Fn::Sub": "$" + "{Open}:*" }, "{{resolve:ssm:actions}}", "s3:\ue000", null, ["sts:*"]],
  ],
  1,
);
const statement: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .tuple(
        mostly<Json | undefined>(["Allow", "Allow", "Allow", "Deny"], ["allow", { Ref: "Open" }, undefined]),
        mostly(["Action"], ["NotAction", "action"]),
        oneOrMore(action),
        mostly<Json>(
          ["*", "arn:aws:s3:::data/*", { "Fn::GetAtt": ["T", "Arn"] }],
          [{ Ref: "Open" }, { Ref: "Nothing" }],
        ),
        mostly<Json>(
          [{}],
          [{ Condition: { StringEquals: { "aws:PrincipalAccount": { Ref: "Open" } } } }, { Sid: "A-b" }],
        ),
      )
      .map(([Effect, name, actions, Resource, more]) => ({
        ...(Effect !== undefined && { Effect }),
        [name]: actions,
        Resource,
        ...(more as object),
      })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Json>({ "Fn::If": ["Either", ROLE, OTHER] }, "s", null, {}) },
);
const documentOf = fc
  .tuple(mostly<Json>([{ Version: "2012-10-17" }, {}], [{ Version: { Ref: "Open" } }]), oneOrMore(statement))
  .map(([head, Statement]): Json => ({ ...(head as object), Statement }));
const inline: fc.Arbitrary<Json> = fc.oneof(
  { weight: 20, arbitrary: documentOf.map((PolicyDocument) => ({ PolicyName: "read", PolicyDocument })) },
  {
    weight: 1,
    arbitrary: documentOf.map((PolicyDocument) => ({
      "Fn::If": ["Either", { PolicyDocument }, { Ref: "AWS::NoValue" }],
    })),
  },
  { weight: 1, arbitrary: documentOf.map((one) => ({ PolicyName: "text", PolicyDocument: JSON.stringify(one) })) },
  {
    weight: 1,
    arbitrary: documentOf.map((policy_document) => ({ policy_document, PolicyDocument: { Statement: OTHER } })),
  },
);
const template = fc
  .tuple(
    fc.oneof(
      { weight: 20, arbitrary: fc.array(inline, { minLength: 1, maxLength: 2 }) },
      {
        weight: 1,
        arbitrary: fc.array(inline, { maxLength: 2 }).map((list): Json => ({ "Fn::If": ["Either", list, []] })),
      },
    ),
    mostly<Json>([{}], [{ Condition: "Either" }, { Metadata: { Unconfused: { tenancy: "single" } } }]),
    mostly<Json>(
      [{}],
      [{ Transform: "Macro" }, { Rules: { A: { Assertions: [{ Assert: { "Fn::Equals": ["1", "2"] } }] } } }],
    ),
  )
  .map(
    ([Policies, around, head]): Json => ({
      ...(head as object),
      Parameters: { Open: { Type: "String" }, Which: { Type: "String" } },
      Conditions: { Either: { "Fn::Equals": [{ Ref: "Which" }, "one"] } },
      Resources: {
        T: { Type: "AWS::S3::Bucket" },
        R: { Type: "AWS::IAM::Group", Properties: { Policies }, ...(around as object) },
      },
    }),
  );

test("a policy that is told as it is written comes to what judging it comes to", { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(template, (one) => {
      const { short, general } = told(one);
      expect(short).toEqual(general);
    }),
    running(5),
  );
});

const group = (more: object, statements: readonly Json[] = [OTHER]): Json => ({
  Resources: {
    R: {
      Type: "AWS::IAM::Group",
      Properties: { Policies: [{ PolicyName: "p", PolicyDocument: { Statement: statements } }] },
    },
  },
  ...more,
});

test("a policy that permits other actions alone is told without a look at its document", () => {
  const { short, isWritten } = told(group({}));
  expect(isWritten).toBe(true);
  expect(short).toMatchObject([{ hasWorlds: true, findings: [], unknowns: [], files: ["t.json"] }]);
});

test.each<[string, Json]>([
  ["a macro may write it anew", group({ Transform: "Macro" })],
  ["an assertion may keep it from deployment", group({ Rules: { A: {} } })],
  [
    "a loop makes it",
    {
      Transform: "AWS::LanguageExtensions",
      Resources: {
        "Fn::ForEach::L": ["X", ["R"], { "${X}": { Type: "AWS::IAM::Group", Properties: { Policies: [] } } }],
      },
    },
  ],
  [
    "a condition decides whether it is there",
    {
      Conditions: { C: { "Fn::Equals": [{ Ref: "AWS::Region" }, "x"] } },
      Resources: { R: { Type: "AWS::IAM::Group", Condition: "C", Properties: { Policies: [] } } },
    },
  ],
  [
    "a file brings its properties",
    {
      Resources: {
        R: {
          Type: "AWS::IAM::Group",
          Properties: { Policies: [], "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "x" } } },
        },
      },
    },
  ],
  [
    "a file brings a part of it",
    group({}, [
      {
        Effect: "Allow",
        Action: "s3:*",
        Resource: { "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "x" } } },
      },
    ]),
  ],
])("what is written is not all where %s", (_, one) => {
  expect(told(one).isWritten).toBe(false);
});

test("without a statement there is no policy", () => {
  const empty = { Resources: { R: { Type: "AWS::IAM::Group", Properties: { Policies: [] } } } };
  for (const one of [empty, group({}, [])]) expect(told(one).short).toEqual(told(one).general);
  expect(told(empty).short).toMatchObject([{ hasWorlds: false }]);
});

test("where none is written there is none, whatever may carry one", () => {
  const names = ["Role", "User", "Group", "ManagedPolicy", "Policy"].map((name) => `IAM::${name}`);
  const others = ["S3::Bucket", "S3::BucketPolicy", "KMS::Key", "SQS::QueuePolicy", "ECR::Repository"];
  const grants = ["Lambda::Permission", "Lambda::Url", "RAM::ResourceShare", "ApiGateway::RestApi"];
  const open = [...names, ...others, ...grants, "EFS::FileSystem"].flatMap((name) => {
    const { resources, judge } = runOn({ Resources: { R: { Type: `AWS::${name}`, Properties: { Path: "/" } } } }, {});
    const general = judge(resources.map(unwritten));
    expect(judge(resources), name).toEqual(general);
    return general.some(({ hasWorlds }) => hasWorlds) ? [name] : [];
  });
  // A role always has one: it is not shown.
  expect(open).toContain("IAM::Role");
  expect(open).not.toContain("IAM::User");
});

test("a rule that asks for a shape is asked", () => {
  const rules: Rule[] = builtinRules().map((rule) =>
    rule.policy === "identity"
      ? { ...rule, deny: undefined, require: [{ where: {}, must: { flaw: "none" }, message: "a flaw" }] }
      : rule,
  ) as Rule[];
  const { short, general } = told(group({}, [{ ...(OTHER as object), Sid: "a b" }]), rules);
  expect(short).toEqual(general);
  expect(short.flatMap(({ findings }) => findings)).not.toEqual([]);
});
