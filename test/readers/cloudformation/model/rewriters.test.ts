import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";

const OPEN = '"arn:aws:iam::444455556666:root"';
const HELD = `{ StringEquals: { "sts:ExternalId": k3-7f19-cc20 } }`;

interface Written {
  readonly principal?: string;
  readonly condition?: string;
  /** Lines before the role, and within it. */
  readonly before?: string;
  readonly within?: string;
}

function template({ principal = OPEN, condition = HELD, before = "", within = "" }: Written): string {
  return `AWSTemplateFormatVersion: "2010-09-09"
Resources:
${before}  R:
    Type: AWS::IAM::Role
${within}    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: { AWS: ${principal} }
            Condition: ${condition}
`;
}

function reportOf(content: string, path = "a.yaml") {
  return check({ files: [{ path, content }] });
}

describe("a template that a tool renders first is judged as written, and what it passes cannot be told", () => {
  const rows: [tool: string, name: string, written: Written][] = [
    ["Rain", "a module", { before: "  M: { Type: !Rain::Module m.yaml }\n" }],
    ["Rain", "a constant", { principal: "!Rain::Constant Vendor" }],
    ["Rain", "a constant whose name escapes spell", { principal: '{ "\\x52ain::Constant": Vendor }' }],
    ["Rain", "a constant in long form", { principal: '{ "Rain::Constant": Vendor }' }],
    ["org-formation", "a binding", { within: '    OrganizationBinding: { Account: "*" }\n' }],
    ["Sceptre (Jinja)", "data of the stack", { principal: '"arn:aws:iam::{{ sceptre_user_data.account }}:root"' }],
    [
      "Sceptre (Jinja)",
      "other tags beside such data",
      {
        within: '    Metadata: { Owner: "x" }\n',
        before: '  U: { Type: AWS::IAM::User, Properties: { UserName: "{{ sceptre_user_data.name }}" } }\n',
        condition: '{ StringEquals: { "sts:ExternalId": "{{ id }}" } }',
      },
    ],
    ["Jinja", "blocks in comments", { before: "  # {% if open %}\n" }],
    ["Jinja", "a block in a text", { condition: '{ StringEquals: { "sts:ExternalId": "{% if x %}ab{% endif %}" } }' }],
    ["Mustache or Handlebars", "a section in a text", { principal: '"{{#vendor}}{{account}}{{/vendor}}"' }],
    ["Helm or gomplate (Go templates)", "a value", { principal: '"{{ .Values.account }}"' }],
    ["Jinja or Mustache", "braces that escapes spell", { principal: '"arn:aws:iam::\\u007b{ var.account }}:root"' }],
    [
      "Jinja or Mustache",
      "braces parted by an escaped line break",
      { principal: '"arn:aws:iam::{\\\n                  { var.account }}:root"' },
    ],
    ["Jinja or Mustache", "an attribute", { principal: '"arn:aws:iam::{{ var.account }}:root"' }],
    ["Jinja or Mustache", "a name in a key", { before: '  "{{ prefix }}Topic": { Type: AWS::SNS::Topic }\n' }],
    ["the Serverless Framework", "its own file", { principal: '"arn:aws:iam::${self:custom.vendor}:root"' }],
    [
      "the Serverless Framework",
      "within Fn::Sub",
      { principal: '!Sub "arn:${AWS::Partition}:iam::${opt:vendor}:root"' },
    ],
    [
      "the Serverless Framework",
      "an external ID",
      { condition: '{ StringEquals: { "sts:ExternalId": "${env:ID}" } }' },
    ],
    ["the Serverless Framework", "another file", { condition: '"${file(./conditions.yml):vendor}"' }],
  ];
  test.each(rows)("%s: %s", (tool, _, written) => {
    const { findings, unknowns, errors, notes } = reportOf(template(written));
    expect([findings, errors]).toEqual([[], []]);
    expect(unknowns.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["public-trust", "external-id-required"]));
    for (const { reason, help } of unknowns) {
      expect(reason).toBe("macro");
      expect(help).toMatch(/^render it first/);
    }
    expect(notes.map(({ message }) => message)).toEqual([`read as written, before ${tool}`]);
  });

  const lambda = (code: string) =>
    `  F: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt R.Arn, Code: ${code} } }\n`;
  test.each([
    ["a file uploaded", lambda("!Rain::S3 { Path: src, BucketProperty: S3Bucket, KeyProperty: S3Key }")],
    ["a file uploaded, in long form", lambda('{ "Rain::S3Http": src }')],
    ["a file put in", lambda("{ ZipFile: !Rain::Embed handler.py }")],
  ])("Rain: %s leaves what is written elsewhere as it is", (_, before) => {
    const said = (written: Written) => {
      const { findings, unknowns, notes } = reportOf(template({ before, ...written }));
      return [findings.map(({ rule }) => rule), unknowns.map(({ rule }) => rule), notes];
    };
    expect(said({})).toEqual([[], [], []]);
    expect(said({ principal: '"*"' })).toEqual([["public-trust"], [], []]);
  });

  test("Rain: a file put in the place of a policy is not known", () => {
    const content =
      "Resources: { R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: !Rain::Embed p.json } } }";
    const { findings, unknowns } = reportOf(content);
    expect(findings).toEqual([]);
    expect(unknowns.map(({ rule }) => rule)).toContain("public-trust");
  });

  test("in JSON, where a module has no type", () => {
    const role = { Type: "AWS::IAM::Role", Properties: {} };
    const content = JSON.stringify({ Resources: { M: { Type: { "Rain::Module": "m.yaml" } }, R: role } });
    const { errors, notes } = reportOf(content, "a.json");
    expect(errors).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual(["read as written, before Rain"]);
  });

  test("a finding of what stands there is one", () => {
    const { findings } = reportOf(template({ principal: '"*"', condition: "{}", before: "  # {% if open %}\n" }));
    expect(findings.map(({ message }) => message)).toEqual(["anyone with an AWS account can assume R, before Jinja"]);
  });
});

describe("what looks like a tag and is none", () => {
  const rows: [name: string, before: string][] = [
    [
      "the values of an automation document",
      '  D: { Type: AWS::SSM::Document, Properties: { Content: "{{ a.b }}" } }\n',
    ],
    ["variables of PowerShell", '  I: { Type: AWS::EC2::Instance, Properties: { UserData: "${env:PATH}" } }\n'],
    ["a dynamic reference", '  P: { Type: AWS::IAM::User, Properties: { UserName: "{{resolve:ssm:/name}}" } }\n'],
    [
      "variables of a policy",
      '  P: { Type: AWS::IAM::ManagedPolicy, Properties: { Path: "${aws:userid}${ssm:resourceTag/x}" } }\n',
    ],
  ];
  test.each(rows)("%s", (_, before) => {
    const { unknowns, notes } = reportOf(template({ before }));
    expect([unknowns, notes]).toEqual([[], []]);
  });

  test("a name in braces that nobody filled in, in a policy and nowhere else", () => {
    const { findings, unknowns } = reportOf(template({ principal: '"arn:aws:iam::{{accountId}}:root"' }));
    expect([findings.map(({ rule }) => rule), unknowns]).toEqual([["invalid-policy"], []]);
  });
});

describe("what is not YAML until it is rendered is told so, and not to be put in quotes", () => {
  const rows: [tool: string, content: string, path?: string][] = [
    ["Sceptre (Jinja)", template({ before: "  {% for a in sceptre_user_data.all %}\n" })],
    ["Jinja", template({ before: "  {% for a in all %}\n" })],
    ["Jinja", `{ "Resources": { {% if x %} "R": { "Type": "AWS::IAM::Role" } {% endif %} } }`, "a.json"],
    ["Mustache or Handlebars", template({ before: "  {{#accounts}}\n" })],
    ["Helm or gomplate (Go templates)", template({ principal: "{{ .Values.account }}" })],
    ["Jinja or Mustache", template({ principal: "{{ account }}" })],
    ["the Serverless Framework", template({ principal: "${opt:account}" })],
    ["ERB", template({ before: "  <% all.each do |a| %>\n" })],
  ];
  test.each(rows)("%s", (tool, content, path) => {
    const { errors } = reportOf(content, path);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(`a template of ${tool}, which is no`);
    expect(errors[0]?.help).toMatch(/^render it first(?!.*quote)/);
    expect(errors[0]?.line).toBeGreaterThan(0);
  });

  test("another mistake in a file with tags stays what it is", () => {
    const content = template({ before: '  T: { Type: AWS::SNS::Topic, Description: "{{ a.b }}" }\n\tX: 1\n' });
    expect(reportOf(content).errors[0]?.message).toBe("a tab in the indentation");
  });
});

test("the resources of a service of the Serverless Framework are read where they stand", () => {
  const indented = template({ condition: "{}" }).replace(/^/gm, "  ");
  const service = (resources: string) => `service: orders\nprovider: { name: aws }\nresources:\n${resources}`;
  const found = (content: string) => reportOf(content, "serverless.yml").findings.map(({ line, rule }) => [rule, line]);
  expect(found(service(indented))).toEqual([["external-id-required", 14]]);
  const list = `  - { Outputs: {} }\n${indented.replace("  AWS", "- AWS").replace(/^/gm, "  ")}`;
  expect(found(service(list))).toEqual([["external-id-required", 15]]);
});
