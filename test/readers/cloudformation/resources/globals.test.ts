import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";
import { inEveryWorld } from "../../../../src/values/worlds.ts";
import { type Shown, shown } from "../../../values/shown.ts";
import { reading } from "../evaluated.ts";

/** Property P of a function, `globals` being its value in Globals and `own` that of the function, in YAML on one line. */
function merged(globals: string, own?: string, type = "AWS::Serverless::Function"): Shown[] {
  const [resource] = reading(`Transform: AWS::Serverless-2016-10-31
Parameters: { A: { Type: String } }
Globals: { Function: { P: ${globals} } }
Resources: { F: { Type: ${type}, Properties: { ${own === undefined ? "" : `P: ${own}`} } } }
`).resources;
  return inEveryWorld((world) => resource && shown(resource.property("P", world))).outcomes.map(
    ({ result }) => result ?? "no function",
  );
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
describe("Globals of SAM, overridable", () => {
  const cases: [string, string, string | undefined, Shown][] = [
    ["count where the function says nothing", "g", undefined, "g"],
    ["yield to a value of the function", "g", "f", "f"],
    ["are merged with its map, which counts more", "{ a: g, b: g }", "{ b: f, c: f }", { a: "g", b: "f", c: "f" }],
    ["are merged in depth", "{ a: { b: g, c: g } }", "{ a: { b: f } }", { a: { b: "f", c: "g" } }],
    ["come before the elements of its list", "[g]", "[f, g]", ["g", "f", "g"]],
    ["yield to a value of another shape", "[g]", "{ f: f }", { f: "f" }],
    ["yield to a function call, which is no map", "{ Ref: A }", "{ f: f }", { f: "f" }],
    ["yield to what a call makes", "{ a: g }", "!Ref A", "<A>"],
    ["are without what the function leaves out", "{ a: g, b: g }", "{ a: !Ref AWS::NoValue }", { b: "g" }],
  ];
  test.each(cases)("%s", (_, globals, own, expected) => {
    expect(merged(globals, own)).toEqual([expected]);
  });

  test("speak of APIs as well", () => {
    const { findings } = check({
      files: [
        {
          path: "t.yaml",
          content: `Transform: AWS::Serverless-2016-10-31
Globals: { Api: { Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "*" }] } } } }
Resources: { A: { Type: AWS::Serverless::Api, Properties: { StageName: x } } }
`,
        },
      ],
    });
    expect(findings.map(({ rule }) => rule)).toContain("public-resource");
  });

  test("speak of nothing else", () => {
    expect(merged("g", "v", "Test::Made::Here")).toEqual(["v"]);
    expect(merged("g", undefined, "Test::Made::Here")).toEqual(["-"]);
  });
});

describe("the policy of a function", () => {
  const statement = (account: string) =>
    `{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { AWS: '${account}' } }`;
  const template = (globals: string, own: string) => `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { ${globals} } }
Resources: { F: { Type: AWS::Serverless::Function, Properties: { ${own} } } }
`;
  const policy = (account: string) => `AssumeRolePolicyDocument: { Statement: [${statement(account)}] }`;
  const cases: [string, string, string, string[]][] = [
    ["in Globals is that of every function", policy("222222222222"), "Handler: h", ["222222222222"]],
    [
      "has the statements of Globals and its own",
      policy("222222222222"),
      policy("333333333333"),
      ["222222222222", "333333333333"],
    ],
    ["does nothing beside Role", "Timeout: 3", `Role: r, ${policy("333333333333")}`, []],
    ["in Globals does nothing where the function has a Role", policy("222222222222"), "Role: r", []],
  ];
  test.each(cases)("%s", (_, globals, own, expected) => {
    const { grants } = check({ files: [{ path: "a.yaml", content: template(globals, own) }] });
    expect(grants.map(({ principal }) => principal)).toEqual(expected);
  });
});
