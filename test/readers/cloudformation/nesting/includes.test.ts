import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";

const ROLE = `Type: AWS::IAM::Role
Properties:
  AssumeRolePolicyDocument:
    Statement:
      - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "333333333333" } }
`;
const include = (location: string) => `{ Name: AWS::Include, Parameters: { Location: ${location} } }`;

/** "file:line id principal" of every grant of a.yaml, and what is noted. */
function run(files: Readonly<Record<string, string>>) {
  const named = [{ path: "t/a.yaml", content: files["t/a.yaml"] ?? "" }];
  const { grants, notes, errors } = check({ files: named, read: (path) => files[path] });
  return {
    grants: grants.map(({ file, line, resource, principal }) => `${file}:${line} ${resource.id} ${principal}`),
    notes: notes.map(({ message }) => message),
    errors,
  };
}

describe("AWS::Include of a local file", () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      "for a whole resource",
      { "t/a.yaml": `Resources: { Role: { Fn::Transform: ${include("role.yaml")} } }`, "t/role.yaml": ROLE },
      "t/role.yaml:5 Role 333333333333",
    ],
    [
      "among resources",
      {
        "t/a.yaml": `Resources: { Fn::Transform: ${include("./more.yaml")} }`,
        "t/more.yaml": `Role:\n${ROLE.replace(/^/gm, "  ")}`,
      },
      "t/more.yaml:6 Role 333333333333",
    ],
    [
      "for the whole template",
      {
        "t/a.yaml": `Transform: ${include("../all.yaml")}\nResources: { Q: { Type: AWS::SQS::Queue } }`,
        "all.yaml": `Resources:\n  Role:\n${ROLE.replace(/^/gm, "    ")}`,
      },
      "all.yaml:7 Role 333333333333",
    ],
    [
      "for the whole template, beside another transform",
      {
        "t/a.yaml": `Transform: [AWS::LanguageExtensions, ${include("all.yaml")}]\nResources: { Q: { Type: AWS::SQS::Queue } }`,
        "t/all.yaml": `Resources:\n  Role:\n${ROLE.replace(/^/gm, "    ")}`,
      },
      "t/all.yaml:7 Role 333333333333",
    ],
    [
      "for a policy",
      {
        "t/a.yaml": `Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Fn::Transform: ${include("policy.json")} } } } }`,
        "t/policy.json": `{\n"Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "333333333333" } } }`,
      },
      "t/policy.json:2 Role 333333333333",
    ],
    [
      "for some properties",
      {
        "t/a.yaml": `Resources: { Role: { Type: AWS::IAM::Role, Properties: { RoleName: r, Fn::Transform: ${include("properties.yaml")} } } }`,
        "t/properties.yaml": ROLE.split("Properties:\n")[1] ?? "",
      },
      "t/properties.yaml:3 Role 333333333333",
    ],
    [
      "that includes another",
      {
        "t/a.yaml": `Resources: { Role: { Fn::Transform: ${include("b/role.yaml")} } }`,
        "t/b/role.yaml": `Fn::Transform: ${include("inner.yaml")}\n`,
        "t/b/inner.yaml": ROLE,
      },
      "t/b/inner.yaml:5 Role 333333333333",
    ],
  ];
  test.each(cases)("%s", (_, files, expected) => {
    expect(run(files)).toEqual({ grants: [expected], notes: [], errors: [] });
  });
});

describe("an include that cannot be had is told", () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      "in S3",
      { "t/a.yaml": `Resources: { Fn::Transform: ${include("s3://bucket/a.yaml")} }` },
      "AWS::Include of s3://bucket/a.yaml",
    ],
    [
      "for the whole template",
      { "t/a.yaml": `Transform: ${include("s3://bucket/a.yaml")}\nResources: {}` },
      "AWS::Include of s3://bucket/a.yaml",
    ],
  ];
  test.each(cases)("%s", (_, files, source) => {
    expect(run(files)).toEqual({
      grants: [],
      notes: [`${source} is not expanded: the resources that it makes are not read`],
      errors: [],
    });
  });

  test("without end", () => {
    const files = {
      "t/a.yaml": `Resources: { Fn::Transform: ${include("b.yaml")} }`,
      "t/b.yaml": `Fn::Transform: ${include("b.yaml")}`,
    };
    const report = check({
      files: [{ path: "t/a.yaml", content: files["t/a.yaml"] }],
      read: (path) => files[path as keyof typeof files],
    });
    expect(report.unknowns[0]).toMatchObject({
      file: "t/b.yaml",
      reason: "budget",
      source: "a template too deep or too large",
    });
  });

  test("and leaves a policy unknown", () => {
    const template = `Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Fn::Transform: ${include("gone.json")} } } } }`;
    const { unknowns, findings } = check({ files: [{ path: "a.yaml", content: template }] });
    expect(findings).toEqual([]);
    expect(new Set(unknowns.map(({ reason, source }) => `${reason}: ${source}`))).toEqual(
      new Set(["file: AWS::Include of gone.json"]),
    );
  });
});

describe("a file that is included for one property", () => {
  const policy = (comment: string) =>
    `Statement: { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "333333333333" } } # ${comment}\n`;
  const template = `Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Fn::Transform: ${include("policy.yaml")} } } } }`;
  const judged = (files: Readonly<Record<string, string>>, named = ["a.yaml"]) =>
    check({
      files: named.map((path) => ({ path, content: files[path] ?? "" })),
      read: (path) => files[path],
    });

  test.each([
    ["alone", ["a.yaml"]],
    ["named beside the template", ["policy.yaml", "a.yaml"]],
  ])("has its comments heard: %s", (_, named) => {
    const files = { "a.yaml": template, "policy.yaml": policy("unconfused-ignore external-id-required -- reviewed") };
    const { findings, suppressed } = judged(files, named);
    expect(findings).toEqual([]);
    expect(suppressed.map(({ file, rule, by }) => `${file} ${rule} ${by}`)).toEqual([
      "policy.yaml external-id-required comment",
    ]);
  });

  test("has its comments heard where the template spells the call by escapes", () => {
    const files = {
      "a.yaml": template.replace("Fn::Transform", '"Fn::\\x54ransform"'),
      "policy.yaml": policy("unconfused-ignore external-id-required -- reviewed"),
    };
    expect(judged(files).suppressed.map(({ rule }) => rule)).toEqual(["external-id-required"]);
  });

  test("has those told that silence nothing, also where another file includes it", () => {
    const files = {
      "a.yaml": template.replace("policy.yaml", "between.yaml"),
      "between.yaml": `Fn::Transform: ${include("policy.yaml")}\n`,
      "policy.yaml": policy("unconfused-ignore dead-grant -- reviewed"),
    };
    const unused = judged(files).findings.filter(({ rule }) => rule === "unused-ignore");
    expect(unused.map(({ file, line }) => `${file}:${line}`)).toEqual(["policy.yaml:1"]);
  });

  test("is an error in its own place where it cannot be read, once", () => {
    const twice = template.replace("Resources: {", `Resources: { Other: { Fn::Transform: ${include("policy.yaml")} },`);
    const { errors } = judged({ "a.yaml": twice, "policy.yaml": "Statement:\n\t- x\n" });
    expect(errors).toMatchObject([{ file: "policy.yaml", line: 2 }]);
  });
});

describe("a service of the Serverless Framework whose resources are in other files", () => {
  const ROLE = `Type: AWS::IAM::Role
Properties:
  AssumeRolePolicyDocument:
    Statement: { Effect: Allow, Principal: { AWS: "*" }, Action: "sts:AssumeRole" }
`;
  const service = (resources: string, others: Record<string, string>) => {
    const content = `service: a\nprovider: { name: aws }\nresources:\n  Resources:\n    ${resources}\n`;
    const report = check({ files: [{ path: "a/serverless.yml", content }], read: (path) => others[path] });
    const found = report.findings.map(({ rule, file, line, resource }) => `${rule} ${resource.id} ${file}:${line}`);
    return [...found, ...[...report.errors, ...report.notes].map(({ message }) => message)];
  };
  const INDENTED = `Vendor:\n${ROLE.replace(/^/gm, "  ")}`;

  test.each<[string, Record<string, string>, string[]]>([
    ["R: ${file(./roles/r.yml)}", { "a/roles/r.yml": ROLE }, ["public-trust R a/roles/r.yml:4"]],
    ["R: ${file(r.yml):Vendor}", { "a/r.yml": INDENTED }, ["public-trust R a/r.yml:5"]],
    ["R: ${file(./gone.yml)}", {}, ["file ./gone.yml is not expanded: the resources that it makes are not read"]],
    ["R: ${file(./r.yml)}", { "a/r.yml": "Type: AWS::SNS::Topic\n" }, []],
    [
      "R: ${file(./r.yml)}",
      { "a/r.yml": "a: [" },
      [
        "a bracket is not closed before the indentation decreases",
        "file ./r.yml is not expanded: the resources that it makes are not read",
      ],
    ],
  ])("%s", (resources, others, expected) => expect(service(resources, others)).toEqual(expected));
});
