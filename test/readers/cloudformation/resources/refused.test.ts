import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";

const role = (principal: string, more = "") =>
  `  Role: { Type: AWS::IAM::Role, ${more}Properties: { AssumeRolePolicyDocument: { Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: ${principal} } } } } }\n`;

function judged(content: string, read?: (path: string) => string | undefined) {
  const { grants, unknowns, findings } = check({ files: [{ path: "a.yaml", content }], ...(read && { read }) });
  return {
    verdicts: grants.map(({ resource, verdict }) => `${resource.id} ${verdict}`),
    sources: [...new Set(unknowns.map(({ reason, source }) => `${reason}: ${source}`))],
    rules: [...new Set(findings.map(({ rule }) => rule))],
  };
}

describe("a role of which no world is known is not passed over", () => {
  const cases: [string, string, string][] = [
    [
      "a mapping without the key",
      `Mappings: { M: { a: { Id: "333333333333" } } }\nResources:\n${role("!FindInMap [M, b, Id]")}`,
      "file: a key that the mapping M does not have",
    ],
    [
      "a list without the item",
      `Resources:\n${role('!Select [2, ["333333333333"]]')}`,
      "file: Fn::Select of an item that its list does not have",
    ],
    [
      "a name that the map of a substitution misspells",
      `Resources:\n${role('!Sub ["arn:aws:iam::${Account}:root", { Acount: "333333333333" }]')}`,
      "file: ${Account}: the template has no parameter Account; did you mean ${Acount}, a key of the map of Fn::Sub?",
    ],
    [
      "a name that nothing declares",
      `Resources:\n${role('!Sub ["arn:aws:iam::${Vendor.Id}:root", { X: "333333333333" }]')}`,
      "file: ${Vendor}: the template has no parameter Vendor",
    ],
    [
      "no policy",
      "Resources: { Role: { Type: AWS::IAM::Role } }",
      "file: AWS::IAM::Role without AssumeRolePolicyDocument",
    ],
    [
      "rules of which one is always broken",
      `Rules: { Never: { Assertions: [{ Assert: { "Fn::Equals": [a, b] } }] } }\nResources:\n${role('"333333333333"')}`,
      "file: an assertion of the Rules that does not hold",
    ],
    [
      "a macro in the resource itself, beside its type",
      `Resources:\n${role('"999988887777"', "Fn::Transform: { Name: Mine }, ")}`,
      "macro: macro Mine",
    ],
    [
      "properties that are a function",
      `Conditions: { C: !Equals [!Ref AWS::Region, x] }\nResources:\n  Role: { Type: AWS::IAM::Role, Properties: !If [C, {}, {}] }\n`,
      "file: Fn::If in place of a map",
    ],
  ];
  test.each(cases)("%s", (_, content, source) => {
    expect(judged(content)).toEqual({ verdicts: ["Role unknown"], sources: [source], rules: [] });
  });

  test("a nested stack that is given what its parameter does not take", () => {
    const child = `Parameters: { P: { Type: String, AllowedPattern: '\\d{12}' } }\nResources:\n${role("!Ref P")}`;
    const parent =
      "Resources: { In: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yaml, Parameters: { P: x } } } }";
    expect(judged(parent, () => child)).toEqual({
      verdicts: ["In/Role unknown"],
      sources: ["file: a value that parameter In/P does not accept"],
      rules: [],
    });
  });

  test("nor one that waits for a value that its author left blank", () => {
    const child = `Parameters: { P: { Type: String, Default: "" } }\nResources:\n${role("!Ref P")}`;
    const parent = "Resources: { In: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yaml } } }";
    expect(judged(parent, () => child)).toEqual({
      verdicts: ["In/Role unknown"],
      sources: ["parameter: a value for P"],
      rules: [],
    });
  });

  test("nor one whose worlds are refused for longer than we look", () => {
    const names = Array.from({ length: 13 }, (_, index) => `C${index}`);
    const parameters = names.map((name) => `P${name}: { Type: String }`);
    const conditions = names.map((name) => `${name}: !Equals [!Ref P${name}, x]`);
    const principals = [...names.map((name) => `!If [${name}, "333333333333", "444444444444"]`), "!Select [1, [x]]"];
    const content = `Parameters: { ${parameters} }\nConditions: { ${conditions} }\nResources:\n${role(`[${principals}]`)}`;
    expect(judged(content)).toEqual({
      verdicts: ["Role unknown"],
      sources: ["budget: a policy with more worlds than the limit"],
      rules: [],
    });
  });
});

test("a role that no condition lets be made is not there, and neither is what is refused in it", () => {
  const content = `Conditions: { Never: !Equals [a, b] }\nResources:\n${role("!Select [1, [x]]", "Condition: Never, ")}`;
  expect(judged(content)).toEqual({ verdicts: [], sources: [], rules: [] });
});

test.each([
  ["a parameter", 'Parameters: { Account: { Type: String, AllowedPattern: "[0-9]{12}" } }'],
  ["a resource", "Parameters: {}"],
  ["what a transform may add", "Transform: AWS::Serverless-2016-10-31"],
])("a name beside the map of a substitution may be %s", (about, head) => {
  const other = about === "a resource" ? "  Account: { Type: Custom::Account }\n" : "";
  const principal = '!Sub ["arn:aws:iam::${Account}:root", { Acount: "333333333333" }]';
  expect(judged(`${head}\nResources:\n${other}${role(principal)}`).rules).toContain("external-id-required");
});
