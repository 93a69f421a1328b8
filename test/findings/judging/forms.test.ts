// A trust policy that is told by another that is written like it comes to what judging it alone comes to.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Config } from "../../../src/config/config.ts";
import type { Resource } from "../../../src/readers/reader.ts";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import type { Json } from "../../../src/text/document.ts";
import { PATIENCE, running } from "../../oracle/runs.ts";
import { CONFIG, type Filling, filled, filling, form, WITH_VENDORS } from "./filled.ts";
import { runOn, unwritten } from "./judged.ts";

interface Written {
  readonly AWS: Json;
  readonly id?: Json;
}

const statement = ({ AWS, id }: Written, more: object = {}): Json => ({
  Effect: "Allow",
  Principal: { AWS },
  Action: "sts:AssumeRole",
  ...(id !== undefined && { Condition: { StringEquals: { "sts:ExternalId": id } } }),
  ...more,
});

function rolesOf(policies: readonly Json[]): Json {
  const roles = policies.map((AssumeRolePolicyDocument, index) => {
    const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } };
    return [`R${index}`, role];
  });
  return { Parameters: { Open: { Type: "String" } }, Resources: Object.fromEntries(roles) };
}

/** What each comes to behind those before it, and alone. */
function told(policies: readonly Json[], config: Config = CONFIG, rules: readonly Rule[] = builtinRules()) {
  const { resources, judge } = runOn(rolesOf(policies), config, rules);
  return { among: judge(resources), alone: resources.flatMap((one) => judge([unwritten(one)])) };
}

const policy = (...Statement: readonly Json[]): Json => ({ Version: "2012-10-17", Statement });

const USUAL: Written = { AWS: "arn:aws:iam::200000000019:root", id: "c0ffee00-aaaa" };

test("a policy that is written like one of which nothing is to be said is not evaluated", () => {
  const policies = [USUAL, { AWS: "arn:aws:iam::200000000027:root", id: "c0ffee00-bbbb" }].map((one) =>
    policy(statement(one)),
  );
  const { resources, judge } = runOn(rolesOf(policies), CONFIG);
  const [first, second] = resources;
  if (first === undefined || second === undefined) throw new Error("two roles");
  const property: Resource["property"] = (name, world) => {
    if (name === "AssumeRolePolicyDocument") throw new Error("evaluated");
    return second.property(name, world);
  };
  expect(judge([first, { ...second, property }])).toEqual(judge([first, second].map(unwritten)));
});

/** Of the same form, and told otherwise. */
const OTHERS: readonly (readonly [why: string, other: Written])[] = [
  ["the id is a placeholder", { ...USUAL, id: "changeme" }],
  ["no request can carry the id", { ...USUAL, id: "an id" }],
  ["the id has a variable in it", { ...USUAL, id: "${aws:PrincipalAccount}" }],
  ["the account is our own", { ...USUAL, AWS: "arn:aws:iam::999988887777:root" }],
  ["the account is in our organization", { ...USUAL, AWS: "arn:aws:iam::222233334444:root" }],
  ["the vendor is in the catalogue", { ...USUAL, AWS: "arn:aws:iam::464622532012:root" }],
  ["the id is the account", { AWS: "arn:aws:iam::200000000027:root", id: "200000000027" }],
  ["the account is one for strangers", { ...USUAL, AWS: "arn:aws:iam::444455556666:root" }],
  ["the account is a number", { ...USUAL, AWS: 200000000027 }],
  ["a parameter names the account", { ...USUAL, AWS: { Ref: "Open" } }],
  ["there is no id", { AWS: USUAL.AWS }],
  ["there are several principals", { ...USUAL, AWS: ["200000000027", "*"] }],
];

/** Of another form, and nothing is to be said of them either. */
const ALIKE: typeof OTHERS = [
  ["the id is an account that is told", { ...USUAL, id: "999988887777" }],
  ["the id stands for any other", { ...USUAL, id: "anything" }],
  ["a parameter is the id", { ...USUAL, id: { Ref: "Open" } }],
];

test.each(ALIKE)("%s", (_, other) => {
  const { among, alone } = told([USUAL, other].map((one) => policy(statement(one))));
  expect(among).toEqual(alone);
});

test.each(OTHERS)("%s", (_, other) => {
  const { among, alone } = told([USUAL, other].map((one) => policy(statement(one))));
  expect(among).toEqual(alone);
  const [first, second] = alone.map(({ id: _, grants, ...rest }) => ({
    ...rest,
    verdicts: grants.map(({ callers }) => callers),
  }));
  expect(second).not.toEqual(first);
});

const held = (AWS: Json, Condition: Json): Json => statement({ AWS }, { Condition });
const { AWS } = USUAL;

/** Of the second something else is told than of the first, of which nothing is to be said. */
const PAIRS: readonly (readonly [what: string, first: Json, second: Json])[] = [
  [
    "the organization that anybody may be of",
    held("*", { StringEquals: { "aws:PrincipalOrgID": "o-own1234567" } }),
    held("*", { StringEquals: { "aws:PrincipalOrgID": "o-else123456" } }),
  ],
  [
    "whether there may be an id",
    held(AWS, { StringEquals: { "sts:ExternalId": "c0ffee00-aaaa" }, Null: { "sts:ExternalId": "false" } }),
    held(AWS, { StringEquals: { "sts:ExternalId": "c0ffee00-aaaa" }, Null: { "sts:ExternalId": "true" } }),
  ],
  [
    "an account beside the principal",
    held("200000000019", {
      StringEquals: { "sts:ExternalId": "c0ffee00-aaaa", "aws:PrincipalAccount": "200000000019" },
    }),
    held("200000000027", {
      StringEquals: { "sts:ExternalId": "c0ffee00-aaaa", "aws:PrincipalAccount": "200000000019" },
    }),
  ],
  [
    "a number in a name",
    statement({ ...USUAL, AWS: "arn:aws:iam::200000000019:role/300000000011" }),
    statement({ ...USUAL, AWS: "arn:aws:iam::200000000019:role/300000000027" }),
  ],
  ["a list of one", statement(USUAL), statement({ ...USUAL, AWS: [AWS] })],
  ["the name of the statement", statement(USUAL), statement(USUAL, { Sid: "a b" })],
  ["the action", statement(USUAL), statement(USUAL, { Action: ["sts:AssumeRole", "sts:assumeRol"] })],
  ["an action of no effect", statement(USUAL), statement(USUAL, { Action: "sts:TagSession" })],
];

test.each(PAIRS)("%s", (_, first, second) => {
  const { among, alone } = told([policy(first), policy(second)]);
  expect(among).toEqual(alone);
  expect(alone[0]).toMatchObject({ id: "R0", findings: [], unknowns: [] });
});

test("two that are one", () => {
  const of = (one: string, other: string): Json =>
    policy(statement({ AWS: one, id: "c0ffee00-aaaa" }), statement({ AWS: other, id: "c0ffee00-bbbb" }));
  const { among, alone } = told([of("200000000019", "200000000027"), of("200000000019", "200000000019")]);
  expect(among).toEqual(alone);
});

test("the vendor's name is no id", () => {
  const of = (id: string): Json => policy(statement({ AWS: "300000000011", id }));
  const { among, alone } = told([of("c0ffee00-aaaa"), of("acme")], WITH_VENDORS);
  expect(among).toEqual(alone);
  expect(alone.flatMap(({ id, findings }) => findings.map(() => id))).toEqual(["R1"]);
});

test("a rule may ask for an id", () => {
  const [first] = builtinRules().filter(({ id }) => id === "public-trust");
  if (first === undefined) throw new Error("no such rule");
  const request = { context: { "sts:ExternalId": "c0ffee00-bbbb" } };
  const rule: Rule = { ...first, id: "own-rule", deny: [{ request, message: "{resource} takes it" }] };
  const { among, alone } = told(
    [USUAL, { ...USUAL, id: "c0ffee00-bbbb" }].map((one) => policy(statement(one))),
    CONFIG,
    [rule],
  );
  expect(among).toEqual(alone);
  expect(alone.flatMap(({ id, findings }) => findings.map(() => id))).toEqual(["R1"]);
});

test("policies of a form come among each other to what each comes to alone", { timeout: PATIENCE }, () => {
  const forms = fc.array(form, { minLength: 1, maxLength: 2 });
  const fillings = fc.array(fc.array(filling, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(forms, fillings, fc.constantFrom(CONFIG, WITH_VENDORS), (statements, all, config) => {
      const policies = all.map((each) =>
        policy(...statements.map((one, index) => filled(one, each[index] as Filling))),
      );
      const { among, alone } = told(policies, config);
      expect(among).toEqual(alone);
    }),
    running(1),
  );
});
