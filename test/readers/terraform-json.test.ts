import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { terraformJson } from "../../src/readers/terraform-json.ts";
import type { Json } from "../../src/text/document.ts";
import { parseJson } from "../../src/text/json/parse.ts";
import { source } from "../../src/text/source.ts";

function document(path: string, value: Json) {
  return parseJson(source(path, JSON.stringify(value, null, 1)));
}

function read(value: Json, path = "main.tf.json") {
  return terraformJson.read(document(path, value), { given: new Map(), owners: new Map() }, () => undefined);
}

describe("a file is Terraform configuration", () => {
  const role = { aws_iam_role: { r: {} } };
  test.each<[string, string, Json, boolean]>([
    ["by its name", "x.tf.json", { locals: {} }, true],
    ["by its blocks", "x.json", { "//": "made by cdktf", resource: role }, true],
    ["not with anything beside them", "x.json", { resource: role, other: 1 }, false],
    ["not without blocks", "x.json", { locals: {}, output: {} }, false],
    ["not where resources are something else", "x.json", { resource: { name: { first: "x" } } }, false],
    ["as a list of objects", "x.tf.json", [{ locals: {} }, { resource: role }], true],
    ["not as an empty list", "x.tf.json", [], false],
    ["not as a list of something else", "x.tf.json", [{ resource: role }, 1], false],
    ["not as a list in a file of another name", "x.json", [{ resource: role }], false],
  ])("%s", (_, path, value, expected) => {
    expect(terraformJson.recognises(document(path, value))).toBe(expected);
  });
});

test("the objects of a list are one file", () => {
  const policy = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
  });
  const role = { aws_iam_role: { r: { assume_role_policy: "${local.policy}" } } };
  const content = JSON.stringify([{ resource: role }, { locals: { policy } }]);
  const { findings } = check({ files: [{ path: "main.tf.json", content }] });
  expect(findings.map(({ rule, resource, column }) => [rule, resource.id, column])).toEqual([
    ["public-trust", "aws_iam_role.r", content.indexOf('\\"*\\"') + 1],
  ]);
});

test("a resource has its address, and the construct path that CDKTF writes beside it", () => {
  const { resources } = read({
    resource: { aws_iam_role: { r: { "//": { metadata: { path: "stack/role", uniqueId: "r" } } }, s: {} }, "//": "x" },
    data: { aws_iam_role: { d: {} } },
  });
  expect(resources.map(({ id, type, path }) => [id, type, path])).toEqual([
    ["aws_iam_role.r", "aws_iam_role", "stack/role"],
    ["aws_iam_role.s", "aws_iam_role", undefined],
  ]);
});

test("a finding in one instance tells which", () => {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "${each.value}" } };
  const role = {
    for_each: '${toset(["444455556666", "999988887777"])}',
    assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  };
  const { findings } = check({
    files: [{ path: "main.tf.json", content: JSON.stringify({ resource: { aws_iam_role: { r: role } } }) }],
    config: { accounts: { own: ["999988887777"] } },
  });
  expect(findings.map(({ world }) => world?.parameters)).toEqual([{ "each.key of aws_iam_role.r": "444455556666" }]);
});

test("blocks may stand in lists", () => {
  const { resources } = read({ resource: [{ a_b: [{ x: {} }, { y: {} }] }, { a_b: { z: {} } }] });
  expect(resources.map(({ id }) => id)).toEqual(["a_b.x", "a_b.y", "a_b.z"]);
});

test("a template that is broken is a problem at its place, and the rest is read", () => {
  const { problems, resources } = read({
    variable: { v: { default: "${", description: "${" } },
    locals: { l: "a ${b" },
    resource: { a_b: { c: { d: "${1 +}", "//": "${" } } },
  });
  expect(problems.map(({ message, line, column }) => [message, line, column])).toEqual([
    ['this is not valid HCL: expected "}"', 9, 14],
    ["this is not valid HCL: expected a value", 14, 16],
  ]);
  expect(resources).toHaveLength(1);
});

test("a module that is not at hand is told", () => {
  const { notes } = read({ module: { m: { source: "terraform-aws-modules/iam/aws" }, n: { source: "./n" } } });
  expect(notes.map(({ message }) => message)).toEqual([
    "module.m: terraform-aws-modules/iam/aws is missing, so what it makes is not judged; run 'terraform init', whose copy in .terraform/modules is read, or check a plan",
    "module.n: ./n is missing, so what it makes is not judged; check the whole configuration",
  ]);
});

test.each(["${1 +}", "${[][0]}", "${local.a}"])(
  "%s is not called a policy that IAM refuses, for it never gets there",
  (policy) => {
    const value = { locals: { a: "${local.a}" }, resource: { aws_iam_role: { r: { assume_role_policy: policy } } } };
    const report = check({ files: [{ path: "main.tf.json", content: JSON.stringify(value) }] });
    expect(report.findings).toEqual([]);
    expect(report.unknowns.map(({ rule, reason }) => [rule, reason])).toContainEqual(["public-trust", "file"]);
  },
);

const CORPUS = join(import.meta.dirname, "../../../shared/corpus/terraform-config");
const FILES = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tf.json"))
  : [];

describe.skipIf(FILES.length === 0)("public configurations in JSON", () => {
  test("are those that are listed here", () => {
    expect(FILES).toEqual(["cdktf-posts/posts-dev.tf.json"]);
  });

  test("cdktf-posts: roles of services alone, each a grant that nobody can take", () => {
    const [name = ""] = FILES;
    const text = readFileSync(join(CORPUS, name), "utf8");
    const report = check({ files: [{ path: name, content: text }] });
    const roles = Object.keys(JSON.parse(text).resource.aws_iam_role);
    const isOfRole = ({ resource }: { readonly resource: { readonly type: string } }) =>
      resource.type === "aws_iam_role";
    const grants = report.grants.filter(isOfRole);
    expect(grants.map(({ resource, principal, verdict }) => [resource.id, principal, verdict])).toEqual(
      roles.map((role) => [`aws_iam_role.${role}`, "lambda.amazonaws.com", "ok"]),
    );
    expect([report.findings.filter(isOfRole), report.unknowns.filter(isOfRole), report.errors]).toEqual([[], [], []]);
  });
});
