import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";
import type { Json } from "../../../../src/text/document.ts";
import { MANIFEST, trust } from "../assemblies.ts";

interface Stack {
  readonly environment: string;
  readonly template: object;
}

const HERE = "aws://unknown-account/unknown-region";
const VENDOR = { Value: "222222222222", Export: { Name: "vendor" } };

const exporting = (outputs: object, more: object = {}): Stack => ({
  environment: HERE,
  template: { Resources: {}, Outputs: outputs, ...more },
});

const importing = (principal: Json, environment = HERE): Stack => ({
  environment,
  template: {
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Properties: { AssumeRolePolicyDocument: trust(principal) },
      },
    },
  },
});

/** "principal: callers" of the one role of an assembly. */
function trusted(stacks: Readonly<Record<string, Stack>>): string {
  const artifacts = Object.entries(stacks).map(([id, { environment }]) => [
    id,
    { type: "aws:cloudformation:stack", environment, properties: { templateFile: `${id}.template.json` } },
  ]);
  const files = new Map([
    [MANIFEST, JSON.stringify({ version: "48.0.0", artifacts: Object.fromEntries(artifacts) })],
    ...Object.entries(stacks).map(
      ([id, { template }]) => [`cdk.out/${id}.template.json`, JSON.stringify(template)] as const,
    ),
  ]);
  const { grants, errors } = check({
    files: [{ path: MANIFEST, content: files.get(MANIFEST) ?? "" }],
    read: (path) => files.get(path),
  });
  expect(errors).toEqual([]);
  return grants
    .map(({ principal, callers }) => {
      const of = callers.map(({ class: set, account }) => (account === undefined ? set : `${set} ${account}`));
      return `${principal}: ${of.join(", ")}`;
    })
    .join("; ");
}

const IMPORT = { "Fn::ImportValue": "vendor" };

describe("what one stack of an app exports to another is known", () => {
  const parameter = { P: { Type: "String", AllowedPattern: "\\d{12}" } };
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust("999988887777") } };
  const cases: [string, Stack, string][] = [
    ["a literal", exporting({ Out: VENDOR }), "222222222222: undeclared 222222222222"],
    [
      "a parameter of the other stack, which is none of this one",
      exporting({ Out: { ...VENDOR, Value: { Ref: "P" } } }, { Parameters: parameter }),
      "${P}: deployTime ${P}",
    ],
    [
      "what only one outcome of a condition exports",
      exporting(
        { Out: { ...VENDOR, Condition: "C" } },
        { Conditions: { C: { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] } } },
      ),
      "222222222222: undeclared 222222222222",
    ],
  ];
  test.each(cases)("%s", (_, exporter, expected) => {
    expect(trusted({ Exporter: exporter, Importer: importing(IMPORT) })).toBe(expected);
  });

  test("a role of ours", () => {
    const exporter = exporting(
      { Out: { ...VENDOR, Value: { "Fn::GetAtt": ["Other", "Arn"] } } },
      { Resources: { Other: role } },
    );
    expect(trusted({ Exporter: exporter, Importer: importing(IMPORT) })).toContain(
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Other}: own ${own}",
    );
  });
});

describe("an import stays open", () => {
  const open = expect.stringMatching(/^\$\{Fn::ImportValue vendor\}: deployTime .*unnamed$/);
  test.each<[string, Readonly<Record<string, Stack>>]>([
    ["that no stack of the app exports", { Exporter: exporting({}), Importer: importing(IMPORT) }],
    [
      "that a stack of another region exports",
      { Exporter: exporting({ Out: VENDOR }), Importer: importing(IMPORT, "aws://999988887777/us-east-1") },
    ],
    [
      "that two stacks export",
      { One: exporting({ Out: VENDOR }), Two: exporting({ Out: VENDOR }), Importer: importing(IMPORT) },
    ],
    [
      "that a stack exports which a macro rewrites",
      { Exporter: exporting({ Out: VENDOR }, { Transform: "Mine" }), Importer: importing(IMPORT) },
    ],
  ])("%s", (_, stacks) => {
    expect(trusted(stacks)).toEqual(open);
  });

  test("in a stack set, which deploys elsewhere", () => {
    const { template } = importing(IMPORT);
    const set = { Type: "AWS::CloudFormation::StackSet", Properties: { TemplateBody: JSON.stringify(template) } };
    const importer: Stack = { environment: HERE, template: { Resources: { Set: set } } };
    expect(trusted({ Exporter: exporting({ Out: VENDOR }), Importer: importer })).toEqual(open);
  });
});

test("stacks that import from each other end", () => {
  const back = { Value: { "Fn::ImportValue": "back" }, Export: { Name: "vendor" } };
  const forth = { Value: { "Fn::ImportValue": "vendor" }, Export: { Name: "back" } };
  const stacks = { One: exporting({ Out: back }), Two: exporting({ Out: forth }), Importer: importing(IMPORT) };
  expect(trusted(stacks)).toMatch(/unnamed$/);
});
