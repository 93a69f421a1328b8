// What made a run stop at an error of ours; and what such an error costs.

import { describe, expect, test } from "vitest";
import { checked } from "../../src/check.ts";
import { BAD, reportOf, unconfused } from "../surfaces/cli/run.ts";

const NO_TEXT: readonly unknown[] = [{ a: 1 }, { toString: 1 }, { toString: "x", valueOf: [] }, [[]], null, 1, true];

const role = {
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: { Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }] },
  },
};
const policy = JSON.stringify(role.Properties.AssumeRolePolicyDocument);

/** Files that hold the value in a place where a text belongs, by what they are. */
const PLACES: Readonly<Record<string, (value: unknown) => readonly [name: string, content: unknown]>> = {
  "the version of a template": (value) => ["a.json", { AWSTemplateFormatVersion: value, Resources: { R: role } }],
  "a transform": (value) => ["a.json", { Transform: value, Resources: { R: role } }],
  "one of several transforms": (value) => ["a.json", { Transform: [value], Resources: { R: role } }],
  "the name of a transform": (value) => ["a.json", { Transform: [{ Name: value }], Resources: { R: role } }],
  "the type of a resource": (value) => ["a.json", { Resources: { R: role, S: { ...role, Type: value } } }],
  sections: (value) => [
    "a.json",
    { Resources: { R: role }, Parameters: value, Conditions: value, Mappings: value, Outputs: value, Metadata: value },
  ],
  "attributes of a resource": (value) => [
    "a.json",
    { Resources: { R: { ...role, Condition: value, DependsOn: value, Metadata: value, DeletionPolicy: value } } },
  ],
  "a stored state": (value) => [
    "a.tfstate",
    {
      version: 4,
      lineage: "x",
      outputs: { o: value },
      resources: [
        {
          mode: value,
          type: "aws_iam_role",
          name: value,
          provider: value,
          module: value,
          instances: [{ index_key: value, attributes: { assume_role_policy: policy, arn: value } }],
        },
      ],
    },
  ],
  "another version of a state": (value) => ["a.tfstate", { version: value, lineage: "x", resources: [] }],
  "a state that is shown": (value) => [
    "a.json",
    {
      format_version: "1.0",
      values: {
        root_module: {
          resources: [
            {
              address: value,
              mode: "managed",
              type: "aws_iam_role",
              name: value,
              provider_name: value,
              values: { assume_role_policy: policy },
            },
          ],
        },
      },
    },
  ],
  "a plan": (value) => [
    "a.json",
    {
      format_version: "1.2",
      variables: { v: { value } },
      configuration: {
        provider_config: { aws: { name: value } },
        root_module: {
          resources: [
            {
              address: value,
              provider_config_key: value,
              expressions: { assume_role_policy: { references: [value] } },
            },
          ],
        },
      },
      resource_changes: [
        {
          address: "aws_iam_role.r",
          module_address: value,
          mode: "managed",
          type: "aws_iam_role",
          name: value,
          index: value,
          change: { actions: ["create"], after: { name: value }, after_unknown: { assume_role_policy: true } },
        },
      ],
    },
  ],
};

describe.each(Object.entries(PLACES))("no text where one belongs: %s", (_, make) => {
  test.each(NO_TEXT)("%j", (value) => {
    const [name, content] = make(value);
    const { stdout, stderr } = unconfused(`${name} --format json`, {
      files: { [`/home/me/${name}`]: JSON.stringify(content) },
    });
    expect(stderr).not.toContain("bug");
    expect(stdout).not.toContain("this is a bug");
    expect(stdout).not.toContain("[object Object]");
    expect(JSON.parse(stdout).summary.files).toBeLessThanOrEqual(1);
  });
});

describe("a text that would be longer than memory is not made", () => {
  const long = (letter: string) => letter.repeat(25_000);
  test.each([
    ["replace()", `replace("${long("a")}", "a", "${long("b")}")`],
    ["replace() by a pattern", `replace("${"a".repeat(900)}", "/a/", "${long("b")}")`],
    ["replace() of nothing", `replace("${long("a")}", "", "${long("b")}")`],
    ["indent()", `indent(100, "${"\\n".repeat(25_000)}")`],
    ["format()", 'format("%999999999d", 1)'],
    ["join()", `join("${long("b")}", split("", "${long("a")}"))`],
  ])("%s", (_, expression) => {
    const hcl = `resource "aws_iam_role" "r" {\n  assume_role_policy = ${expression}\n}\n`;
    const report = reportOf("main.tf", { files: { "/home/me/main.tf": hcl } });
    expect(report.errors).toEqual([]);
    expect(report.grants.map(({ verdict }: { verdict: string }) => verdict)).not.toContain("ok");
  });
});

describe("an error that nobody foresaw costs the file that brings it about", () => {
  const read = (path: string) => {
    if (path === "nested.yaml") throw new TypeError("secret of the input");
    return undefined;
  };
  const inputOf = (path: string, content: string) => ({
    files: [
      { path, content },
      { path: "bad.yaml", content: BAD },
    ],
    read,
  });

  test.each([
    [
      "while it is read",
      "a.yaml",
      "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: nested.yaml }\n",
      1,
    ],
    [
      "while it is judged",
      "a.tf.json",
      `{\n"resource": {"aws_iam_role": {"r":\n{"assume_role_policy": "\${file(\\"nested.yaml\\")}"}}}}`,
      3,
    ],
  ])("%s", (_, path, content, line) => {
    const { report } = checked(inputOf(path, content));
    expect(report.errors).toMatchObject([{ file: path, line, column: expect.any(Number) }]);
    expect(report.errors[0]?.message).toMatch(/^this is a bug in Unconfused .+ \(TypeError at /);
    expect(report.errors[0]?.help).toContain("please report it");
    expect(JSON.stringify(report)).not.toContain("secret");
    expect(report.findings.map(({ file }) => file)).toEqual(["bad.yaml"]);
  });
});
