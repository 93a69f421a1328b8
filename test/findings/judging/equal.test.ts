// Of equal policies the first alone is evaluated, whatever is found of it, and each is told with its own name and places.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checked } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import { parseConfig } from "../../../src/config/load.ts";
import type { Resource } from "../../../src/readers/reader.ts";
import type { Json } from "../../../src/text/document.ts";
import { PATIENCE, running } from "../../oracle/runs.ts";
import { runOn, runOnFiles, unwritten } from "./judged.ts";

const CONFIGS: Readonly<Record<string, Config>> = {
  none: {},
  strict: { strict: true, vendors: [{ name: "Acme", tenancy: "multi", accounts: ["300000000011"] }] },
  single: { tenancy: "single", vendors: [{ name: "Acme", tenancy: "single", accounts: ["300000000011"] }] },
  published: { audience: "customers", accounts: { own: ["999988887777"] }, rules: { preset: "all" } },
};

const statement = (Principal: Json, Condition?: Json, more: object = {}): Json => ({
  ...{ Effect: "Allow", Action: "sts:AssumeRole", Principal, ...(Condition !== undefined && { Condition }) },
  ...more,
});
const on = (key: string, value: Json, operator = "StringEquals"): Json => ({ [operator]: { [key]: value } });
const policy = (...Statement: readonly Json[]): Json => ({ Version: "2012-10-17", Statement });
const ACCOUNT = "arn:aws:iam::200000000019:root";

/** Each is told something of in one of the configurations, at all kinds of places. */
const FOUND: Readonly<Record<string, Json>> = {
  "no id": policy(statement({ AWS: ACCOUNT })),
  "no id, of another": policy(statement({ AWS: "arn:aws:iam::200000000027:root" })),
  anyone: policy(statement({ AWS: "*" })),
  "anyone, as a text": policy(statement("*")),
  "anyone of an organization": policy(statement({ AWS: "*" }, on("aws:PrincipalOrgID", "o-abcde12345"))),
  "a sample id": policy(statement({ AWS: ACCOUNT }, on("sts:ExternalId", "changeme"))),
  "sample ids": policy(statement({ AWS: ACCOUNT }, on("sts:ExternalId", ["c0ffee00-aaaa", "changeme", "test"]))),
  "an id that may be left out": policy(
    statement({ AWS: ACCOUNT }, on("sts:ExternalId", "c0ffee00-aaaa", "StringEqualsIfExists")),
  ),
  "an id that nobody can send": policy(statement({ AWS: ACCOUNT }, on("sts:ExternalId", "an id"))),
  "a key of services": policy(statement({ AWS: ACCOUNT }, on("aws:SourceAccount", "200000000019"))),
  "a key that nobody documents": policy(statement({ AWS: ACCOUNT }, on("aws:Nothing", "x"))),
  "a network": policy(statement({ AWS: "*" }, on("aws:SourceIp", "10.0.0.0/8", "IpAddress"))),
  "two in one statement": policy(statement({ AWS: [ACCOUNT, "arn:aws:iam::464622532012:root", "*"] })),
  "two statements": policy(
    statement({ AWS: ACCOUNT }, undefined, { Sid: "A" }),
    statement({ Service: "ec2.amazonaws.com", AWS: "200000000027" }, undefined, { Sid: "B" }),
  ),
  "a denial": policy(
    statement({ AWS: ACCOUNT }),
    statement({ AWS: "*" }, on("sts:ExternalId", "x", "StringNotEquals"), { Effect: "Deny" }),
  ),
  "a root user": policy(statement({ AWS: "*" }, on("aws:PrincipalArn", ACCOUNT, "ArnEquals"))),
  "any partition": policy(statement({ AWS: "*" }, on("aws:PrincipalArn", "arn:*:iam::200000000019:role/r", "ArnLike"))),
  "a malformed principal": policy(statement({ AWS: "arn:aws:iam::2000:root" })),
  "a wildcard in an ARN": policy(statement({ AWS: "arn:aws:iam::200000000019:role/*" })),
  "an unknown effect": policy(statement({ AWS: ACCOUNT }, undefined, { Effect: "allow" })),
  "a placeholder": policy(statement({ AWS: "arn:aws:iam::<ACCOUNT>:root" })),
  "a name to fill in": policy(statement({ AWS: `arn:aws:iam::${"${Account}"}:root` })),
  "a token": policy(
    statement({ Federated: "arn:aws:iam::999988887777:oidc-provider/token.actions.githubusercontent.com" }, undefined, {
      Action: "sts:AssumeRoleWithWebIdentity",
    }),
  ),
  "a service": policy(statement({ Service: "sns.amazonaws.com" })),
  "no statement": policy(),
};

const role = (AssumeRolePolicyDocument: Json): Json => ({
  Type: "AWS::IAM::Role",
  Properties: { AssumeRolePolicyDocument },
});

function run(roles: readonly Json[], config: Config) {
  const Resources = Object.fromEntries(roles.map((each, index) => [`R${index}`, each]));
  return runOn({ Resources }, config);
}

/** What each comes to behind those before it, and alone. */
function told(roles: readonly Json[], config: Config) {
  const { resources, judge } = run(roles, config);
  return { among: judge(resources), alone: resources.flatMap((one) => judge([unwritten(one)])) };
}

function unevaluated(resource: Resource): Resource {
  const property: Resource["property"] = (name, world) => {
    if (name === "AssumeRolePolicyDocument") throw new Error("evaluated");
    return resource.property(name, world);
  };
  return { ...resource, property };
}

const seen: ReturnType<typeof told>["alone"][number][] = [];

describe.each(Object.entries(CONFIGS))("under the configuration %s", (_, config) => {
  test.each(Object.entries(FOUND))("%s", (_name, document) => {
    // Nothing else is written in them, but it makes their places other ones.
    const { among, alone } = told([role(document), { ...(role(document) as object), Description: "other" }], config);
    expect(among).toEqual(alone);
    seen.push(...alone);
  });
});

test("something is found of them, and some is not certain", () => {
  expect(new Set(seen.flatMap(({ findings }) => findings.map(({ rule }) => rule))).size).toBeGreaterThan(8);
  expect(new Set(seen.flatMap(({ unknowns }) => unknowns.map(({ reason }) => reason))).size).toBeGreaterThan(3);
  expect(seen.flatMap(({ findings }) => findings.flatMap(({ related }) => related))).not.toEqual([]);
});

test("the second of two is not evaluated", () => {
  for (const document of [FOUND["no id"], FOUND["two in one statement"], FOUND["a key that nobody documents"]]) {
    const { resources, judge } = run([role(document as Json), role(document as Json)], {});
    const [first, second] = resources as [Resource, Resource];
    const both = judge([first, unevaluated(second)]);
    expect(both).toEqual(judge([first, second].map(unwritten)));
    expect(both.flatMap(({ findings, unknowns }) => [...findings, ...unknowns])).not.toEqual([]);
  }
});

test("each owes what judging the first took, where that is more than others need", () => {
  const patterns = Array.from({ length: 4 }, (_, index) => `*${"?".repeat(index)}${"abcd"[index]}*${index}*`);
  const costly = policy(statement({ AWS: "*" }, on("sts:ExternalId", patterns, "StringLike")));
  const [first = 0, second = 0, third = 0] = [1, 2, 3].map((count) => {
    const Resources = Object.fromEntries(Array.from({ length: count }, (_, index) => [`R${index}`, role(costly)]));
    const files = [{ path: "t.json", content: JSON.stringify({ Resources }) }];
    let taken = 0;
    const spent = (stage: string, steps: number) => {
      if (stage === "deciding") taken += steps;
    };
    checked({ files }, { watch: { asked() {}, beyond() {}, spent } });
    return taken;
  });
  expect(second).toBeGreaterThan(first);
  expect(third - second).toBe(second - first);
});

test("another account or id is told for itself", () => {
  const id = (value: string): Json => policy(statement({ AWS: ACCOUNT }, on("sts:ExternalId", value)));
  const pairs: readonly (readonly Json[])[] = [
    [FOUND["no id"] ?? null, FOUND["no id, of another"] ?? null],
    [id("changeme"), id("example")],
    [id("changeme"), id("c0ffee00-aaaa")],
  ];
  for (const pair of pairs) {
    const { among, alone } = told(pair.map(role), {});
    expect(among).toEqual(alone);
    expect(alone[0]?.findings).not.toEqual([]);
  }
});

test("what a strict run tells of questions is not what is told of them otherwise", () => {
  const document = role(FOUND["a key that nobody documents"] as Json);
  const { resources, judge } = run([document, document], {});
  const { resources: others, judge: judgeStrictly } = run([document, document], { strict: true });
  const known = new Map();
  expect(judge(resources, known)).toEqual(judge(resources));
  expect(judgeStrictly(others, known)).toEqual(judgeStrictly(others));
});

test("what the configuration says stands there, and not in the resource", () => {
  const vendor = '{ name: Datadog, tenancy: single, accounts: ["464622532012"] }';
  const config = parseConfig(`vendors:\n  - ${vendor}\n`, "unconfused.yaml");
  const document = policy(statement({ AWS: "arn:aws:iam::464622532012:root" }));
  const { among, alone } = told([role(document), role(document)], config);
  expect(among).toEqual(alone);
  expect(alone.flatMap(({ findings }) => findings.map(({ file }) => file))).toContain("unconfused.yaml");
});

test("a number of YAML is not the text that it is read as", () => {
  const roleOf = (name: string, account: string, id: string) =>
    `  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: ${account} }, Condition: { StringEquals: { "sts:ExternalId": ${id} } } }
`;
  const spelled = [
    ['"012345670123"', "c0ffee00"],
    ["012345670123", "c0ffee00"],
    ['"012345670123"', '"0x12"'],
    ['"012345670123"', "0x12"],
    ['"012345670123"', '"2020-01-01"'],
    ['"012345670123"', "2020-01-01"],
  ] as const;
  for (const order of [spelled, spelled.toReversed()]) {
    const roles = order.map(([account, id], index) => roleOf(`R${index}`, account, id));
    const content = `Resources:\n${roles.join("")}`;
    const { resources, judge } = runOnFiles([{ path: "t.yaml", content }], {});
    const alone = resources.flatMap((one) => judge([unwritten(one)]));
    expect(judge(resources)).toEqual(alone);
    expect(alone.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(1);
  }
});

/** Beside the policy, what else a role may have. */
const AROUND: readonly ((role: Json) => Json)[] = [
  (each) => each,
  (each) => ({ DependsOn: "Other", ...(each as object) }),
  (each) => ({ ...(each as object), Condition: "IsThere" }),
  (each) => ({ ...(each as object), Metadata: { Unconfused: { tenancy: "single" } } }),
  (each) => ({ ...(each as object), Metadata: { Unconfused: { vendor: "Acme" } } }),
];

test("policies come among equal ones to what each comes to alone", { timeout: PATIENCE }, () => {
  const one = fc.constantFrom(...Object.values(FOUND));
  const around = fc.constantFrom(...AROUND, ...AROUND.slice(0, 2));
  const some = fc.array(one, { minLength: 1, maxLength: 3 }).chain((documents) => {
    const each = fc.tuple(fc.constantFrom(...documents), around).map(([document, within]) => within(role(document)));
    return fc.array(each, { minLength: 3, maxLength: 6 });
  });
  fc.assert(
    fc.property(some, fc.constantFrom(...Object.values(CONFIGS)), (roles, config) => {
      const { among, alone } = told(roles, config);
      expect(among).toEqual(alone);
    }),
    running(1),
  );
});
