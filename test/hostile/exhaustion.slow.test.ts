// A little text that makes much work: the run ends, and what was not worked out for it is told.

import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { FILES, unconfused } from "../surfaces/cli/run.ts";

const roleFor = (principal: string) =>
  `assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ${principal} } }] })`;
const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]';
const hcl = (text: string) => check({ files: [{ path: "main.tf", content: text }] });

test("very many ignore comments on one line, of one rule or of as many that there are not", () => {
  const alike = "# unconfused-ignore unused-ignore -- x\n".repeat(20_000);
  const unlike = Array.from({ length: 20_000 }, (_, index) => `# unconfused-ignore r${index} -- x\n`).join("");
  const { findings, suppressed } = hcl(`${alike}${unlike}resource "aws_iam_role" "r" {\n  ${roleFor('"*"')}\n}\n`);
  expect(findings.length + suppressed.length).toBeGreaterThan(40_000 - 200);
});

test("an expression that costs much in each of many roles leaves them unknown, and no role out", () => {
  const roles = Array.from({ length: 200 }, (_, index) => {
    const principal = `length(local.text) > 5 ? "arn:aws:iam::444455556666:role/r${index}" : "*"`;
    return `resource "aws_iam_role" "r${index}" {\n  ${roleFor(principal)}\n}\n`;
  });
  const { grants, unknowns } = hcl(
    `locals {\n  text = join(",", [for a in range(100) : join("", [for b in range(100) : "\${a}-\${b}"])])\n}\n${roles.join("")}`,
  );
  expect(new Set([...grants, ...unknowns].map(({ resource }) => resource.id)).size).toBe(200);
  expect(grants.filter(({ verdict }) => verdict === "ok")).toEqual([]);
  expect(unknowns.map(({ reason }) => reason)).toContain("budget");
});

test("modules that call the next ones again and again", () => {
  const folders = Array.from({ length: 9 }, (_, level) => `m${level}`);
  const call = (name: string, index: number) => `module "c${index}" {\n  source = "../${name}"\n  count  = 3\n}\n`;
  const files = folders.map((name, level) => {
    const next = folders[level + 1];
    const calls = next === undefined ? [] : Array.from({ length: 4 }, (_, index) => call(next, index));
    const role = `resource "aws_iam_role" "r" {\n  ${roleFor('"arn:aws:iam::444455556666:root"')}\n}\n`;
    return { path: `${name}/main.tf`, content: calls.length === 0 ? role : calls.join("") };
  });
  const { unknowns } = check({ files });
  expect(unknowns.filter(({ reason }) => reason === "budget").map(({ source }) => source)).toContainEqual(
    expect.stringMatching(/^m.*module\.c\d.*: more modules than are read$|copies|made more often/),
  );
});

test("pieces of a text that are put together and taken apart again and again", () => {
  const nested = Array.from({ length: 40 }).reduce<unknown>(
    (inner) => ({ "Fn::Join": ["aa", { "Fn::Split": ["a", inner] }] }),
    "a".repeat(10),
  );
  const { unknowns, errors } = roleTrusting(nested);
  expect(unknowns.map(({ reason }) => reason)).toContain("budget");
  expect(errors).toEqual([]);
});

test("very many condition keys of one statement are worked out, and nothing passes for it", () => {
  const keys = Array.from({ length: 1000 }, (_, index) => [`aws:PrincipalTag/t${index}`, "x"]);
  const { unknowns, findings } = roleTrusting("arn:aws:iam::444455556666:root", {
    StringEquals: Object.fromEntries(keys),
  });
  expect(findings.map(({ rule }) => rule)).toContain("external-id-required");
  expect(unknowns.filter(({ reason }) => reason === "budget")).toEqual([]);
});

test("many managed policies of many roles each are all decided, and none is given up for what the others cost", () => {
  const statement = (index: number, number: number) => ({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Resource:
      number === 0 && index === 299
        ? "*"
        : `arn:aws:iam::${200_000_000_000 + index * 10 + number}:role/r${index}-${number}`,
  });
  const policy = (index: number) => ({
    Type: "AWS::IAM::ManagedPolicy",
    Properties: {
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: Array.from({ length: 10 }, (_, number) => statement(index, number)),
      },
    },
  });
  const Resources = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`P${index}`, policy(index)]));
  const { findings, unknowns } = check({ files: [{ path: "a.json", content: JSON.stringify({ Resources }) }] });
  expect(unknowns).toEqual([]);
  expect(findings.map(({ resource, rule }) => `${resource.id} ${rule}`)).toEqual(["P299 deputy-assumes-anything"]);
});

test("a baseline of very many findings that there are not, all told in one line", { timeout: 20_000 }, () => {
  const entry = { rule: "public-trust", file: "open.yaml", resource: "VendorRole", principal: "444455556666" };
  const entries = Array.from({ length: 50_000 }, (_, index) => ({
    ...entry,
    fingerprint: `${index}`.padStart(32, "0"),
  }));
  const files = { ...FILES, "/home/me/base.json": JSON.stringify({ version: 1, entries }) };
  const { status, stderr } = unconfused("check . --baseline base.json", { files });
  expect(status).toBe(1);
  expect(stderr).toContain("(base.json:1, and 49999 more)");
});

test("a role of very many instances in a state", { timeout: 60_000 }, () => {
  const policy = { Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }] };
  const attributes = { name: "r", assume_role_policy: JSON.stringify(policy), description: "x".repeat(100) };
  const instances = Array.from({ length: 8000 }, (_, key) => ({ index_key: key, attributes }));
  const role = { mode: "managed", type: "aws_iam_role", name: "r", provider: PROVIDER, instances };
  const content = JSON.stringify({ version: 4, lineage: "x", resources: [role] });
  const { findings } = check({ files: [{ path: "a.tfstate", content: new TextEncoder().encode(content) }] });
  expect(findings.filter(({ rule }) => rule === "public-trust")).toHaveLength(8000);
});

test("very many instances in a state of what carries no policy", { timeout: 15_000 }, () => {
  const instances = Array.from({ length: 10_000 }, (_, key) => ({
    index_key: key,
    attributes: { name: `p${key}`, value: "x".repeat(250) },
  }));
  const parameter = { mode: "managed", type: "aws_ssm_parameter", name: "p", provider: PROVIDER, instances };
  const content = JSON.stringify({ version: 4, lineage: "x", resources: [parameter] });
  const { summary } = check({ files: [{ path: "a.tfstate", content: new TextEncoder().encode(content) }] });
  expect(summary.resources).toBe(10_000);
});

/** Managed policies of which each takes all steps that it is given. */
function costly(count: number): string {
  const policy = (index: number) => {
    const [word, other] = [index.toString(36).padStart(3, "x"), (index * 7919).toString(36)];
    const Statement = [0, 1, 2, 3].map((number) => ({
      Effect: number === 2 ? "Deny" : "Allow",
      Action: "*",
      Resource: [`arn:aws:iam::*:role/*${word}*${number}*`, `*:role/${other}*`],
      Condition: {
        StringLike: {
          [`aws:PrincipalTag/a${number}`]: `*${other}*`,
          "sts:ExternalId": [`\${aws:PrincipalTag/b${number}}*${word}`, `*${word}`],
        },
      },
    }));
    const PolicyDocument = { Version: "2012-10-17", Statement };
    return [`P${index}`, { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument } }];
  };
  return JSON.stringify({ Resources: Object.fromEntries(Array.from({ length: count }, (_, index) => policy(index))) });
}

const CUSTOMERS = { audience: "customers" } as const;

test("hundreds of policies that each take all they may end together, and what is past the steps is told", {
  timeout: 60_000,
}, () => {
  const files = [{ path: "a.json", content: costly(150) }];
  const { unknowns, findings, errors } = check({ files, config: CUSTOMERS });
  expect(errors).toEqual([]);
  expect(unknowns.map(({ reason }) => reason)).toContain("budget");
  expect(new Set([...findings, ...unknowns].map(({ resource }) => resource.id)).size).toBe(150);
  expect(check({ files, config: CUSTOMERS })).toEqual(check({ files, config: CUSTOMERS }));
});

test("a file that takes all steps of a run leaves the findings of the others", { timeout: 60_000 }, () => {
  const arn = (name: string) => ({ "Fn::Sub": `arn:\${AWS::Partition}:iam::\${Vendor}:${name}` });
  const AssumeRolePolicyDocument = {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: { AWS: arn("root") },
      Action: "sts:AssumeRole",
      Condition: { ArnEquals: { "aws:PrincipalArn": [arn("role/pipeline"), arn("role/deployment")] } },
    },
  };
  const role = {
    Parameters: { Vendor: { Type: "String" } },
    Resources: { R: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } } },
  };
  const own = { path: "b.json", content: JSON.stringify(role) };
  const [alone, among] = [[own], [{ path: "a.json", content: costly(150) }, own]].map((files) => {
    const { findings, unknowns } = check({ files, config: CUSTOMERS });
    return [...findings, ...unknowns].filter(({ file }) => file === "b.json");
  });
  expect(alone).not.toEqual([]);
  expect(among).toEqual(alone);
});

test("very many networks in one list are asked as one", () => {
  const blocks = Array.from({ length: 1000 }, (_, index) => `${1 + (index % 200)}.${index % 256}.${index >> 3}.0/24`);
  const { unknowns, findings } = roleTrusting("arn:aws:iam::444455556666:root", {
    IpAddress: { "aws:SourceIp": blocks },
  });
  expect(findings.map(({ rule }) => rule)).toContain("external-id-required");
  expect(unknowns.filter(({ reason }) => reason === "budget")).toEqual([]);
});

test("a pattern of thousands of wildcards", () => {
  const { findings, unknowns } = roleTrusting("arn:aws:iam::444455556666:root", {
    StringLike: { "sts:ExternalId": "*a?".repeat(4000) },
  });
  expect(findings.length + unknowns.length).toBeGreaterThan(0);
});

function roleTrusting(AWS: unknown, Condition = {}) {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS }, Condition };
  const Properties = { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement] } };
  const content = JSON.stringify({ Resources: { R: { Type: "AWS::IAM::Role", Properties } } });
  return check({ files: [{ path: "a.json", content }] });
}
