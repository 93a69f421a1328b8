// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import { check } from "../../../../src/check.ts";
import type { Report } from "../../../../src/findings/report.ts";

/** A run over some files; `named` are those that the user names, all if left out. */
function run(files: Readonly<Record<string, string>>, named = Object.keys(files)): Report {
  const given = named.map((path) => ({ path, content: files[path] ?? "" }));
  return check({ files: given, read: (path) => files[path] });
}

/** "file:line:column resource principal" of every grant. */
function grants({ grants: all }: Report): string[] {
  return all.map(
    ({ file, line, column, resource, principal }) => `${file}:${line}:${column} ${resource.id} ${principal}`,
  );
}

const messages = ({ notes }: Report) => notes.map(({ message, file, line }) => `${file}:${line} ${message}`);

/** A template with one role; `principal` is an expression of YAML on one line, `comment` stands at its end. */
const child = (principal: string, comment = "") => `Parameters:
  Account: { Type: String, Default: "" }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              AWS: ${principal}${comment}
`;

const stack = (url: string, account?: string) => `Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}
${account === undefined ? "" : `      Parameters: { Account: ${account} }\n`}`;

/** A further resource for the template of `stack`. */
const another = stack("child.yaml", '"222222222222"').replace("Resources:\n", "").replace("Inner", "Other");

describe("a nested stack in a local file", () => {
  const files = { "a/parent.yaml": stack("./child.yaml", '"333333333333"'), "a/child.yaml": child("!Ref Account") };

  test("is judged with what its parent gives it, at its own place", () => {
    const report = run(files, ["a/parent.yaml"]);
    expect(grants(report)).toEqual(["a/child.yaml:12:20 Inner/Role 333333333333"]);
    expect(report.grants[0]?.callers).toMatchObject([{ class: "undeclared", account: "333333333333" }]);
    expect([report.errors, report.notes]).toEqual([[], []]);
  });

  test.each([
    ["the parent first", ["a/parent.yaml", "a/child.yaml"]],
    ["the child first", ["a/child.yaml", "a/parent.yaml"]],
  ])("is judged once if it is a file of the run itself: %s", (_, named) => {
    const report = run(files, named);
    expect(grants(report)).toEqual(["a/child.yaml:12:20 Inner/Role 333333333333"]);
    expect(report.summary.files).toBe(2);
  });

  test("is judged for each stack that it is deployed as", () => {
    const report = run({ ...files, "a/parent.yaml": stack("./child.yaml", '"333333333333"') + another });
    expect(report.grants.map(({ resource, callers }) => [resource.id, callers[0]?.account])).toEqual([
      ["Inner/Role", "333333333333"],
      ["Other/Role", "222222222222"],
    ]);
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test("alone has what its own parameters may be", () => {
    expect(run(files, ["a/child.yaml"]).grants).toMatchObject([
      { resource: { id: "Role" }, callers: [{ class: "deployTime" }, {}, {}] },
    ]);
  });

  test("keeps its own comments, which are used up to silence", () => {
    const comment = " # unconfused-ignore external-id-required -- reviewed";
    for (const named of [["a/parent.yaml"], undefined]) {
      const report = run({ ...files, "a/child.yaml": child("!Ref Account", comment) }, named);
      expect(report.suppressed.map(({ rule, resource }) => `${rule} ${resource.id}`)).toEqual([
        "external-id-required Inner/Role",
      ]);
      expect(report.findings).toEqual([]);
    }
  });

  test("has its unused comments told once, however often it is deployed", () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const contents = new Map([
      ["a/parent.yaml", encode(stack("./child.yaml", '"333333333333"') + another)],
      ["a/other.yaml", encode(stack("./child.yaml", '"555555555555"'))],
      ["a/child.yaml", encode(child("!Ref Account", " # unconfused-ignore dead-grant -- reviewed"))],
    ]);
    const { findings, grants: all } = check({ files: [...contents].map(([path, content]) => ({ path, content })) });
    expect(all).toHaveLength(3);
    const unused = findings.filter(({ rule }) => rule === "unused-ignore");
    expect(unused.map(({ file, line }) => `${file}:${line}`)).toEqual(["a/child.yaml:12"]);
  });

  test("that a macro rewrites is told, and judged as it is written", () => {
    const report = run({ ...files, "a/child.yaml": `Transform: Mine\n${files["a/child.yaml"]}` }, ["a/parent.yaml"]);
    expect(messages(report)).toEqual(["a/child.yaml:1 read as written, before macro Mine"]);
    expect(report.findings[0]?.message).toMatch(/, before macro Mine$/);
  });

  test("is under the settings of its own path", () => {
    const given = Object.entries(files).map(([path, content]) => ({ path, content }));
    const scopes = [{ files: ["a/child.yaml"], rules: { "external-id-required": "off" as const } }];
    expect(check({ files: given, config: { scopes } }).findings).toEqual([]);
    expect(check({ files: given }).findings).toHaveLength(1);
  });

  test.each([
    ["a loop", 'Fn::ForEach::P: [N, [Account], { "${N}": "333333333333" }]', "undeclared"],
    ["nobody knows what", "Fn::Transform: { Name: Mine }", "deployTime"],
  ])("is given what %s makes", (_, parameters, expected) => {
    const parent = `Transform: AWS::LanguageExtensions\n${stack("./child.yaml")}      Parameters: { ${parameters}, Other: x }\n`;
    const report = run({ ...files, "a/parent.yaml": parent }, ["a/parent.yaml"]);
    expect(report.grants[0]?.callers.map(({ class: set }) => set)).toContain(expected);
  });

  test("is given anything by properties that a macro makes", () => {
    const parent =
      "Resources: { Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Fn::Transform: { Name: Mine } } } }";
    const report = run({ ...files, "a/parent.yaml": parent }, ["a/parent.yaml"]);
    expect(report.grants[0]?.callers.map(({ class: set }) => set)).toContain("deployTime");
  });

  test("that no condition lets be made is judged for itself", () => {
    const parent = `Conditions: { Never: !Equals [a, b] }\n${stack("./child.yaml")}    Condition: Never\n`;
    expect(grants(run({ ...files, "a/parent.yaml": parent }))).toEqual(["a/child.yaml:12:20 Role ${Account}"]);
  });
});

describe("a template that a condition chooses", () => {
  const head =
    "Parameters: { Stage: { Type: String, AllowedValues: [prod, test] } }\nConditions: { Prod: !Equals [!Ref Stage, prod] }\n";
  const never = head.replace("!Ref Stage", "other");
  const files = { "b.yaml": child("'222222222222'"), "c.yaml": child("'333333333333'") };
  const url = (value: string, more = "") =>
    `Resources: { Inner: { Type: AWS::CloudFormation::Stack, ${more}Properties: { TemplateURL: ${value} } } }`;
  const inTwo = ["b.yaml:12:20 Inner/Role 222222222222", "c.yaml:12:20 Inner/Role 333333333333"];
  const cases: [string, string, string[]][] = [
    ["of two", head + url("!If [Prod, b.yaml, c.yaml]"), inTwo],
    ["of none or one", head + url("!If [Prod, !Ref AWS::NoValue, c.yaml]"), inTwo.slice(1)],
    ["within another choice", head + url("!If [Prod, !If [Prod, b.yaml, gone.yaml], c.yaml]"), inTwo],
    ["of which one is decided", never + url("!If [Prod, b.yaml, c.yaml]"), inTwo.slice(1)],
    [
      "of a stack that the condition lets be made",
      head + url("!If [Prod, b.yaml, c.yaml]", "Condition: Prod, "),
      inTwo.slice(0, 1),
    ],
  ];
  test.each(cases)("%s", (_, parent, expected) => {
    expect(grants(run({ ...files, "a.yaml": parent }, ["a.yaml"]))).toEqual(expected);
  });

  test("is read beside one that is not, which is told", () => {
    const report = run({ ...files, "a.yaml": head + url("!If [Prod, b.yaml, https://example.com/c.yaml]") }, [
      "a.yaml",
    ]);
    expect(grants(report)).toEqual(inTwo.slice(0, 1));
    expect(messages(report)).toEqual(["a.yaml:3 Inner: the template https://example.com/c.yaml is not read"]);
  });

  test("gives its own outputs", () => {
    const outputs = (account: string) => `Resources: {}\nOutputs: { Account: { Value: "${account}" } }\n`;
    const role = child("!GetAtt Inner.Outputs.Account").split("Resources:\n")[1];
    const parent = `${head}Resources:\n  ${url("!If [Prod, b.yaml, c.yaml]").slice("Resources: { ".length, -" }".length)}\n${role}`;
    const report = run({ "a.yaml": parent, "b.yaml": outputs("222222222222"), "c.yaml": outputs("333333333333") }, [
      "a.yaml",
    ]);
    expect(report.findings.flatMap(({ callers }) => callers.map(({ account }) => account))).toEqual([
      "222222222222",
      "333333333333",
    ]);
  });

  test("stands in a stack set, whichever it is", () => {
    const body = (account: string) =>
      `Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: "${account}" } } } } } }`;
    const chosen = `!If [Prod, '${body("222222222222")}', '${body("333333333333")}']`;
    const report = run({ "a.yaml": head + stackSet(chosen) });
    expect(report.grants.map(({ resource, principal }) => `${resource.id} ${principal}`)).toEqual([
      "Set/Role 222222222222",
      "Set/Role 333333333333",
    ]);
  });
});

test("an application of SAM is a nested stack", () => {
  const parent =
    "Transform: AWS::Serverless-2016-10-31\nResources: { App: { Type: AWS::Serverless::Application, Properties: { Location: app/template.yaml } } }";
  const report = run({ "template.yaml": parent, "app/template.yaml": child('"333333333333"') }, ["template.yaml"]);
  expect(grants(report)).toEqual(["app/template.yaml:12:20 App/Role 333333333333"]);
});

describe("what cannot be read is told", () => {
  const cases: [string, string, string][] = [
    [
      "a URL",
      stack("https://example.com/child.yaml"),
      "a.yaml:2 Inner: the template https://example.com/child.yaml is not read",
    ],
    ["a missing file", stack("./gone.yaml"), "a.yaml:2 Inner: the template ./gone.yaml is not read"],
    ["an absolute path", stack("/etc/passwd"), "a.yaml:2 Inner: the template /etc/passwd is not read"],
    [
      "a place that deployment decides",
      stack("!Sub https://${AWS::Region}/x"),
      "a.yaml:2 Inner: the template https://${AWS::Region}/x is not read",
    ],
    [
      "a module of the registry",
      "Resources:\n  M: { Type: My::Own::Role::MODULE }\n",
      "a.yaml:2 M: the module My::Own::Role::MODULE is not read",
    ],
    ["itself", stack("./a.yaml"), "a.yaml:2 Inner: the template ./a.yaml, which deploys itself is not read"],
  ];
  test.each(cases)("%s", (_, parent, expected) => {
    const report = run({ "a.yaml": parent });
    expect(messages(report)).toEqual([expected]);
    expect(report.errors).toEqual([]);
  });

  test("a broken file is an error that names it", () => {
    const report = run({ "a.yaml": stack("./b.yaml"), "b.yaml": "Resources:\n\tRole: x\n" }, ["a.yaml"]);
    expect(report.errors).toMatchObject([{ file: "b.yaml", line: 2 }]);
  });

  test.each([
    ["a resource without a type", "Resources:\n  A: {}\n", 2],
    [
      "a text that is no template",
      "Resources:\n  A: { Type: AWS::CloudFormation::StackSet, Properties: { TemplateBody: '{' } }\n",
      2,
    ],
  ])("%s in it is an error there", (_, inner, line) => {
    const report = run({ "a.yaml": stack("./b.yaml"), "b.yaml": inner }, ["a.yaml"]);
    expect(report.errors).toMatchObject([{ file: "b.yaml", line }]);
  });

  test("a broken text in a stack set is an error in its place", () => {
    const report = run({ "a.yaml": stackSet("|\n        Resources:\n          A: [\n") });
    expect(report.errors).toMatchObject([{ file: "a.yaml", line: 7 }]);
  });
});

describe("templates that deploy each other", () => {
  const files = {
    "a.yaml": `${stack("./b.yaml")}${child("'222222222222'").split("Resources:\n")[1]}`,
    "b.yaml": `${stack("./a.yaml")}${child("'333333333333'").split("Resources:\n")[1]}`,
  };

  test.each([undefined, ["a.yaml"]])("end, and every role is judged once: %s", (named) => {
    expect(grants(run(files, named)).sort()).toEqual([
      "a.yaml:14:20 Role 222222222222",
      "b.yaml:14:20 Inner/Role 333333333333",
    ]);
  });

  test("by the thousand end with what cannot be told", () => {
    const many = (next: string) =>
      `Resources:\n${Array.from({ length: 50 }, (_, index) => `  S${index}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${next} } }\n`).join("")}`;
    const report = run(
      {
        "0.yaml": many("1.yaml"),
        "1.yaml": many("2.yaml"),
        "2.yaml": many("3.yaml"),
        "3.yaml": child("'333333333333'"),
      },
      ["0.yaml"],
    );
    const sources = new Set(report.unknowns.map(({ reason, source }) => `${reason}: ${source}`));
    expect([...sources]).toContain("budget: a template after 1000 others");
  });

  test("in a chain without end are not followed to it", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}.yaml`, stack(`./${index + 1}.yaml`)]),
    );
    const [unknown] = run(chain, ["0.yaml"]).unknowns;
    expect(unknown).toMatchObject({ reason: "budget", source: "a template too deep in others" });
  });
});

/** A stack set whose TemplateBody is `body`, a value of YAML whose further lines are indented by eight. */
function stackSet(body: string, more = ""): string {
  return `Resources:
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: ${body}
${more}`;
}

function indented(text: string, by = 8): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}

/** The text that a report's place spells, of the one grant of a template. */
function spelled(template: string): { place: string; text: string | undefined } {
  const [grant, ...others] = run({ "a.yaml": template }).grants;
  if (grant === undefined || others.length > 0) throw new Error(`${others.length + 1} grants`);
  const text = template.split(/\r\n|\n/)[grant.line - 1]?.slice(grant.column - 1, grant.endColumn - 1);
  return { place: `${grant.line}:${grant.column}-${grant.endLine}:${grant.endColumn}`, text };
}

describe("a template in a template points at the characters of the outer one", () => {
  const json = JSON.stringify({
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "333333333333" } }],
          },
        },
      },
    },
  });
  const yaml = child('"333333333333"');
  const cases: [string, string, string][] = [
    ["a literal block", stackSet(`|\n${indented(yaml)}`), '"333333333333"'],
    ["a block of another indentation", stackSet(`|\n${indented(yaml, 13)}`), '"333333333333"'],
    ["a block with an indentation indicator", stackSet(`|2-\n${indented(yaml, 8)}`), '"333333333333"'],
    ["lines that end with CRLF", stackSet(`|\n${indented(yaml)}`).replaceAll("\n", "\r\n"), '"333333333333"'],
    [
      "a folded block, which leaves deeper lines alone",
      stackSet(`>\n${indented(json.replaceAll(",", ",\n"))}`),
      '"333333333333"',
    ],
    ["JSON in single quotes", stackSet(`'${json}'`), '"333333333333"'],
    ["JSON in double quotes, every quote escaped", stackSet(JSON.stringify(json)), '\\"333333333333\\"'],
    [
      "JSON with escaped characters before it",
      stackSet(JSON.stringify(`{"Description":"\\u00e9\\n",${json.slice(1)}`)),
      '\\"333333333333\\"',
    ],
    [
      "a block in Fn::Sub",
      stackSet(`!Sub |\n${indented(`Description: of \${AWS::StackName}\n${yaml}`)}`),
      '"333333333333"',
    ],
    [
      "a JSON template with a JSON text in it",
      JSON.stringify(
        {
          Resources: {
            Set: {
              Type: "AWS::CloudFormation::StackSet",
              Properties: { TemplateBody: JSON.stringify(JSON.parse(json), null, 2) },
            },
          },
        },
        null,
        2,
      ),
      '\\"333333333333\\"',
    ],
  ];
  test.each(cases)("%s", (_, template, expected) => {
    const { text, place } = spelled(template);
    expect(text, place).toBe(expected);
  });

  test("and comments in it silence what they stand beside", () => {
    const inner = child('"333333333333"', " # unconfused-ignore external-id-required -- reviewed");
    const report = run({ "a.yaml": stackSet(`|\n${indented(inner)}`) });
    expect([report.findings, report.suppressed.map(({ by }) => by)]).toEqual([[], ["comment"]]);
  });
});

describe("a stack set", () => {
  const body = `|\n${indented(child("!Ref Account"))}`;
  const outer = "Parameters: { Given: { Type: String, AllowedPattern: '\\d{12}' } }\n";

  test("gives its stacks the values of its parameters", () => {
    const bound = stackSet(body, "      Parameters: [{ ParameterKey: Account, ParameterValue: !Ref Given }]\n");
    const {
      grants: [grant],
      errors,
    } = run({ "a.yaml": outer + bound });
    expect(errors).toEqual([]);
    expect(grant).toMatchObject({ principal: "${Given}", callers: [{ class: "deployTime", account: "${Given}" }] });
  });

  test("has what it leaves open left open, whatever the outer stack is given", () => {
    const files = [{ path: "a.yaml", content: stackSet(body) }];
    const [grant] = check({ files, parameters: { Account: "222222222222" } }).grants;
    expect(grant?.callers.map(({ class: set }) => set)).toContain("deployTime");
  });

  test("may give some of them others", () => {
    const bound = stackSet(
      body,
      `      Parameters: [{ ParameterKey: Account, ParameterValue: "222222222222" }]
      StackInstancesGroup:
        - ParameterOverrides: [{ ParameterKey: Account, ParameterValue: "333333333333" }]
`,
    );
    const [grant] = run({ "a.yaml": bound }).grants;
    expect(grant?.callers.map(({ account }) => account).sort()).toEqual(["222222222222", "333333333333"]);
  });

  test("deploys to other accounts than the one that it is made in", () => {
    const principal = (written: string) =>
      run({ "a.yaml": stackSet(`!Sub |\n${indented(child(written))}`) }).grants[0]?.callers;
    expect(principal("${AWS::AccountId}")).toMatchObject([{ class: "organization" }]);
    const inner = run({ "a.yaml": stackSet(`|\n${indented(child("!Ref AWS::AccountId"))}`) });
    expect(inner.grants[0]?.callers).toMatchObject([{ class: "own" }]);
  });
});
