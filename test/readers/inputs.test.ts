// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are written so
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { roleFor } from "../surfaces/cli/run.ts";

/** "file resource" of every grant. */
function grants(files: Readonly<Record<string, string>>): readonly string[] {
  const report = check({ files: Object.entries(files).map(([path, content]) => ({ path, content })) });
  return report.grants.map(({ file, resource }) => `${file} ${resource.id}`);
}

const OPEN = roleFor('"*"');
const json = (value: unknown) => JSON.stringify(value);
const trust = json({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" } }],
});

describe("a template is judged for itself where another one", () => {
  const nest = (properties: string, more = "") =>
    `${more}Resources:\n  Inner: { Type: AWS::CloudFormation::Stack, ${properties} }\n`;
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      "deploys it under a condition that never holds",
      {
        "p.yaml": nest(
          "Condition: Never, Properties: { TemplateURL: ./r.yaml }",
          "Conditions: { Never: !Not [!Equals [a, a]] }\n",
        ),
      },
    ],
    [
      "chooses it in a branch that is never taken",
      {
        "p.yaml": nest(
          "Properties: { TemplateURL: !If [Never, ./r.yaml, https://example.com/t.yaml] }",
          "Conditions: { Never: !And [!Equals [a, b], !Equals [!Ref P, x]] }\nParameters: { P: { Type: String } }\n",
        ),
      },
    ],
    [
      "deploys it by one that it never deploys",
      {
        "p.yaml": nest(
          "Condition: Never, Properties: { TemplateURL: ./q.yaml }",
          "Conditions: { Never: !Equals [a, b] }\n",
        ),
        "q.yaml": "Resources: {}\n",
      },
    ],
    [
      "gives it a value with which nothing of it is made",
      {
        "p.yaml": nest("Properties: { TemplateURL: ./r.yaml, Parameters: { Make: no } }"),
        "r.yaml": `Parameters: { Make: { Type: String } }\nConditions: { Made: !Equals [!Ref Make, yes] }\n${OPEN.replace("Type: AWS::IAM::Role", "Type: AWS::IAM::Role\n    Condition: Made")}`,
      },
    ],
    [
      "includes it where no resources come from",
      {
        "p.yaml":
          "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Metadata: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./r.yaml } } }\n",
      },
    ],
  ])("%s", (_, others) => {
    expect(grants({ "r.yaml": OPEN, ...others })).toEqual(["r.yaml VendorRole"]);
  });
});

test("it is part of another that deploys it in some world", () => {
  const parent =
    "Parameters: { P: { Type: String, Default: no } }\nConditions: { Some: !Equals [!Ref P, yes] }\nResources:\n  Inner: { Type: AWS::CloudFormation::Stack, Condition: Some, Properties: { TemplateURL: ./r.yaml } }\n";
  expect(grants({ "p.yaml": parent, "r.yaml": OPEN })).toEqual(["r.yaml Inner/VendorRole"]);
});

describe("templates that deploy each other in a circle are judged once:", () => {
  const nesting = (file: string) =>
    `${OPEN}  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file} } }\n`;
  test("two", () => {
    const files = { "a.yaml": nesting("./b.yaml"), "b.yaml": nesting("./a.yaml") };
    expect(grants(files)).toEqual(["a.yaml VendorRole", "b.yaml Other/VendorRole"]);
  });

  test("one that names itself", () => {
    expect(grants({ "a.yaml": nesting("./a.yaml") })).toEqual(["a.yaml VendorRole"]);
  });
});

describe("a module is judged for itself where it is called", () => {
  const role = json({ resource: { aws_iam_role: { r: { assume_role_policy: trust } } } });
  const calling = (call: object) => ({
    "main.tf.json": json({ module: { m: { source: "./m", ...call } } }),
    "m/main.tf.json": role,
  });
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["with no instance", calling({ count: 0 }), "aws_iam_role.r"],
    ["for each of nothing", calling({ for_each: {} }), "aws_iam_role.r"],
    [
      "with a switch that makes none of its resources",
      {
        "main.tf.json": json({ module: { m: { source: "./m", create: false } } }),
        "m/main.tf.json": json({
          variable: { create: { type: "bool", default: true } },
          resource: { aws_iam_role: { r: { count: "${var.create ? 1 : 0}", assume_role_policy: trust } } },
        }),
      },
      "aws_iam_role.r",
    ],
    ["with an instance", calling({ count: 1 }), "module.m.aws_iam_role.r"],
    ["with instances that nobody knows", calling({ count: "${var.n}" }), "module.m.aws_iam_role.r"],
    [
      "by one that is never called",
      {
        ...calling({ count: 0 }),
        "m/main.tf.json": json({ module: { n: { source: "../n" } } }),
        "n/main.tf.json": role,
      },
      "module.n.aws_iam_role.r",
    ],
  ])("%s", (_, files, id) => {
    expect(grants(files).map((each) => each.split(" ")[1])).toEqual([id]);
  });

  test("modules that call each other end", () => {
    const calls = (source: string) => json({ ...JSON.parse(role), module: { other: { source } } });
    const found = grants({ "a/main.tf.json": calls("../b"), "b/main.tf.json": calls("../a") });
    expect(new Set(found.map((each) => each.split(" ")[0]))).toEqual(new Set(["a/main.tf.json", "b/main.tf.json"]));
  });
});

describe("a cloud assembly", () => {
  const stack = (templateFile: string, account: string) => ({
    type: "aws:cloudformation:stack",
    environment: `aws://${account}/eu-west-1`,
    properties: { templateFile },
  });
  const manifest = (artifacts: object) => json({ version: "48.0.0", artifacts });
  const template = json({
    Resources: {
      R: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }],
          },
        },
      },
    },
  });

  test("leaves a template that its manifest does not name to itself", () => {
    const files = {
      "cdk.out/manifest.json": manifest({ A: stack("A.template.json", "999988887777") }),
      "cdk.out/A.template.json": template,
      "cdk.out/Old.template.json": template,
    };
    expect(grants(files)).toEqual(["cdk.out/A.template.json R", "cdk.out/Old.template.json R"]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      "once in a manifest",
      { "manifest.json": manifest({ A: stack("t.json", "111122223333"), B: stack("t.json", "999988887777") }) },
    ],
    [
      "in two manifests",
      {
        "manifest.json": manifest({ A: stack("t.json", "999988887777") }),
        "other.json": manifest({ A: stack("t.json", "111122223333") }),
      },
    ],
  ])("that deploys a template to two accounts, named more than %s, has it judged in both", (_, manifests) => {
    const files = Object.entries({ ...manifests, "t.json": template });
    const report = check({ files: files.map(([path, content]) => ({ path, content })) });
    expect(report.grants.map(({ callers }) => callers.map((caller) => caller.class))).toEqual(
      expect.arrayContaining([["undeclared"], ["own"]]),
    );
  });
});

test("of very many templates in one file those that are not read are an error, at the first of them", () => {
  const text = '---\nResources: { R: { Type: "AWS::IAM::Role" } }\n'.repeat(102);
  const { errors, summary } = check({ files: [{ path: "a.yaml", content: text }] });
  expect(summary.resources).toBe(100);
  expect(errors).toMatchObject([{ file: "a.yaml", line: 202, message: expect.stringContaining("more than 100") }]);
});
