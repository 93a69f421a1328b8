// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so
import { describe, expect, test } from "vitest";
import { policiesOf } from "../../src/policies/find.ts";
import { inEveryWorld } from "../../src/values/worlds.ts";
import { reading } from "../readers/cloudformation/evaluated.ts";
import { type Shown, shown } from "../values/shown.ts";

function documents(resource: string, sections = ""): Shown[] {
  const { resources } = reading(`${sections}Resources:\n  R: ${resource}\n`);
  return resources
    .flatMap((one) => policiesOf(one))
    .flatMap((policy) => inEveryWorld((world) => shown(policy.document(world))).outcomes.map(({ result }) => result));
}

describe("the trust policy of", () => {
  const role = (policy: string) => `{ Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${policy} } }`;
  const cases: [string, string, Shown[]][] = [
    ["a role", role("{ Version: 2012-10-17 }"), [{ Version: "2012-10-17" }]],
    ["a role, as JSON text", role(`'{"Version": "2012-10-17"}'`), [{ Version: "2012-10-17" }]],
    ["a role, as a substituted JSON text", role(`!Sub '{"AWS": "\${AWS::AccountId}"}'`), [{ AWS: "<AWS::AccountId>" }]],
    [
      "a role, as a joined JSON text",
      role(`!Join ['', ['{"AWS": "', !Ref AWS::AccountId, '"}']]`),
      [{ AWS: "<AWS::AccountId>" }],
    ],
    ["a role, as a text that is none", role("oops"), ["?malformed broken JSON"]],
    ["a role, as a parameter", role("!Ref Nobody"), ["?known-after-apply Nobody"]],
    ["a role, as a text that a function makes", role("!ToJsonString { a: b }"), [{ a: "b" }]],
    ["a role, made by a function that nobody knows", role("!Tomorrow {}"), ["?known-after-apply Fn::Tomorrow"]],
    ["a role without one", "{ Type: AWS::IAM::Role }", []],
    [
      "a function",
      "{ Type: AWS::Serverless::Function, Properties: { AssumeRolePolicyDocument: { a: b } } }",
      [{ a: "b" }],
    ],
    [
      "a function that is given a role",
      "{ Type: AWS::Serverless::Function, Properties: { Role: r, AssumeRolePolicyDocument: { a: b } } }",
      [],
    ],
    ["another resource", "{ Type: AWS::SNS::Topic, Properties: { AssumeRolePolicyDocument: { a: b } } }", []],
  ];
  test.each(cases)("%s", (_, resource, expected) => {
    expect(documents(resource)).toEqual(expected);
  });

  test("a function that is given a role in one world only", () => {
    const sections = "Parameters: { A: { Type: String } }\nConditions: { C: !Equals [!Ref A, x] }\n";
    const resource =
      "{ Type: AWS::Serverless::Function, Properties: { Role: !If [C, r, !Ref AWS::NoValue], AssumeRolePolicyDocument: { a: !Ref A } } }";
    expect(documents(resource, sections)).toEqual([{ a: "<A>" }]);
  });
});

test("a place within a policy that is a text is a place in the template", () => {
  const written = `Resources:\n  R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: !Sub '{"AWS": "\${AWS::AccountId}:x"}' } }\n`;
  const [policy] = reading(written).resources.flatMap((one) => policiesOf(one));
  const [world] = inEveryWorld((each) => policy?.document(each)).outcomes;
  const value = world?.result?.kind === "map" ? world.result.entries.get("AWS")?.value : undefined;
  const range = value?.origin.document.locate(value.origin.path);
  expect(range && value?.origin.document.source.text.slice(range.start, range.end)).toBe('"${AWS::AccountId}:x"');
  expect(policy?.kind).toBe("trust");
});
