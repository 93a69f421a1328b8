import { describe, expect, test } from "vitest";
import { cloudformation } from "../../src/readers/cloudformation.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";
import { inEveryWorld } from "../../src/values/worlds.ts";
import { shown } from "../values/shown.ts";
import { reading } from "./cloudformation/evaluated.ts";

describe("recognises", () => {
  const cases: [string, string, boolean][] = [
    ["a template by its version", "AWSTemplateFormatVersion: 2010-09-09", true],
    ["a template by the types of its resources", "Resources: { R: { Type: AWS::IAM::Role } }", true],
    ["a template by its transform", "Transform: AWS::Serverless-2016-10-31\nResources: {}", true],
    ["a template by a loop", "Resources: { 'Fn::ForEach::X': [] }", true],
    ["a template without Properties anywhere", "Resources: { R: { Type: Custom::Thing } }", true],
    ["no other map", "resources: { R: { Type: AWS::IAM::Role } }", false],
    ["no map with other resources", "Resources: { R: { Type: role } }", false],
    ["no list", "[Resources]", false],
    ["no text", "Resources", false],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    const [document] = parse(source("a.yaml", text)).documents;
    expect(document && cloudformation.recognises(document)).toBe(expected);
  });
});

describe("reads", () => {
  test("every resource with its type, place and metadata", () => {
    const { resources, problems, notes } = reading(`
Metadata: { Unconfused: { tenancy: single } }
Resources:
  A: { Type: AWS::IAM::Role, Metadata: { Unconfused: { vendor: V } } }
  B: { Type: AWS::SNS::Topic, Metadata: { Other: {} } }
`);
    const found = resources.map(({ id, type, format, metadata }) => [
      id,
      type,
      format,
      metadata.map(({ path }) => path.join("/")),
    ]);
    expect(found).toEqual([
      ["A", "AWS::IAM::Role", "cloudformation", ["Resources/A/Metadata/Unconfused", "Metadata/Unconfused"]],
      ["B", "AWS::SNS::Topic", "cloudformation", ["Metadata/Unconfused"]],
    ]);
    expect([problems, notes]).toEqual([[], []]);
  });

  test("what is left of a template in which something is wrong", () => {
    const { resources, problems } = reading("Resources:\n  A: { Type: AWS::IAM::Role }\n  B: text\n");
    expect(resources.map(({ id }) => id)).toEqual(["A"]);
    expect(problems).toMatchObject([{ message: "the resource B has no Type", line: 3, column: 3 }]);
  });

  test("a property that is not there as left out, also on a resource without any", () => {
    const [resource] = reading("Resources: { A: { Type: AWS::IAM::Role } }").resources;
    const worlds = inEveryWorld((world) => resource?.property("RoleName", world));
    expect(worlds.outcomes).toMatchObject([{ result: { kind: "absent" } }]);
  });

  const notes: [string, string, string[]][] = [
    [
      "a loop that says nothing",
      "Resources: { 'Fn::ForEach::X': [] }",
      ["Fn::ForEach::X is not expanded: the resources that it makes are not read"],
    ],
    [
      "a macro among the resources",
      "Resources: { 'Fn::Transform': { Name: X } }",
      ["macro X is not expanded: the resources that it makes are not read"],
    ],
    [
      "a template that stands nowhere",
      "Resources: { A: { Type: AWS::CloudFormation::StackSet } }",
      ["A: a template that it does not name is not read"],
    ],
  ];
  test.each(notes)("%s, and says what it leaves out", (_, template, expected) => {
    expect(reading(template).notes.map(({ message }) => message)).toEqual(expected);
  });

  test("properties that a macro makes as unknown", () => {
    const [resource] = reading(
      "Resources: { A: { Type: X::Y::Z, Properties: { Fn::Transform: { Name: M }, P: v } } }",
    ).resources;
    const { outcomes } = inEveryWorld((world) => resource?.property("P", world));
    expect(outcomes).toMatchObject([{ result: { kind: "unknown", why: { reason: "macro" } } }]);
  });

  test("Globals for functions only", () => {
    const [resource] = reading(
      "Globals: { Function: { P: g } }\nResources: { A: { Type: X::Y::Z, Properties: { P: v } } }",
    ).resources;
    const { outcomes } = inEveryWorld((world) => resource && shown(resource.property("P", world)));
    expect(outcomes.map(({ result }) => result)).toEqual(["v"]);
  });
});

describe("knows what rewrites a template first", () => {
  const cases: [string, string, string | undefined][] = [
    ["nothing", "", undefined],
    ["a macro", "Transform: Mine\n", "macro Mine"],
    ["a macro beside a transform of AWS", "Transform: [AWS::Serverless-2016-10-31, Mine]\n", "macro Mine"],
    ["a macro with parameters", "Transform: { Name: Mine, Parameters: {} }\n", "macro Mine"],
    ["SAM", "Transform: AWS::Serverless-2016-10-31\n", undefined],
    ["language extensions", "Transform: AWS::LanguageExtensions\n", undefined],
    [
      "a name that only begins like one of AWS",
      "Transform: AWS::Serverless-2016-10-31-Mine\n",
      "macro AWS::Serverless-2016-10-31-Mine",
    ],
    ["org-formation", "AWSTemplateFormatVersion: 2010-09-09-OC\n", "org-formation"],
  ];
  test.each(cases)("%s", (_, head, expected) => {
    const { resources, notes } = reading(`${head}Resources: { A: { Type: AWS::IAM::Role } }`);
    expect(resources[0]?.rewriter).toBe(expected);
    const told = notes.map(({ message }) => message);
    expect(told).toEqual(expected === undefined ? [] : [`read as written, before ${expected}`]);
  });

  test("Rain, whose modules are no resources yet", () => {
    const { resources, problems } = reading(
      "Resources:\n  A: { Type: AWS::IAM::Role }\n  M: { Type: !Rain::Module m.yaml }\n",
    );
    expect([resources.length, resources[0]?.rewriter, problems]).toEqual([1, "Rain", []]);
  });
});
