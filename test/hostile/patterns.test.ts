// Texts for which a pattern would look through all that is left from each of their places: a run over them would take minutes.

import { describe, expect, test } from "vitest";
import { checked } from "../../src/check.ts";
import { unconfused } from "../surfaces/cli/run.ts";

const checkedAlone = (path: string, content: string) => checked({ files: [{ path, content }] }).report;

const LONG = 400_000;
const long = (piece: string, length = LONG): string => piece.repeat(length / piece.length);

const resource = (principal: string, name = "R") => `  ${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {AWS: ${principal}}}]
`;
const role = (principal: string, more = "") => `Resources:\n${resource(principal)}${more}`;

const ROLES = 20;
/** Of a policy that is still read. */
const IN_POLICY = 18_000;
const roles = (principal: string) =>
  `Resources:\n${Array.from({ length: ROLES }, (_, index) => resource(principal, `R${index}`)).join("")}`;

const hcl = (value: string) => `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ${value} } }]
  })
}
`;

/** As long as a text of Terraform may be. */
const TEXT = 90_000;

/** What the report holds of it: findings, errors. */
const INPUTS: readonly (readonly [about: string, file: string, text: string, findings: number, errors: number])[] = [
  ["a block of Mustache that nothing closes", "a.yaml", role('"*"', `  X: {{#${long(".")}\n`), 0, 1],
  ["a block of Jinja that nothing closes", "a.yaml", role('"*"', `  X: {%a${long("0")}\n`), 0, 1],
  ["names of Sceptre that nothing closes", "a.yaml", role('"*"', `  X: {{${long("command_path ", 390_000)}\n`), 0, 1],
  ["variables of Fn::Sub that nothing closes", "a.yaml", role(`!Sub "${long("${")}"`), 1, 0],
  ["a principal within quotes", "a.yaml", roles(`'x${long('"', IN_POLICY)}x'`), ROLES, 0],
  ["a principal with blanks", "a.yaml", roles(`'x${long(" ", IN_POLICY)}x'`), ROLES, 0],
  ["what the wrapper of Terraform prints", "a.json", `{"a": 1}\n::set-output name=${long("\t")}\nx\n::`, 0, 1],
  ["chomp()", "main.tf", hcl(`chomp("${long("\\n", TEXT)}x")`), 1, 0],
  ["trimspace()", "main.tf", hcl(`trimspace("${long(" ", TEXT)}x")`), 1, 0],
  ["trim()", "main.tf", hcl(`trim("${long("y", TEXT)}x", "y")`), 1, 0],
  ["basename()", "main.tf", hcl(`basename("${long("/", TEXT)}x")`), 1, 0],
  ["a verb of format()", "main.tf", hcl(`format("%${long("0", TEXT)}]", 1)`), 0, 0],
  ["digits of a number", "main.tf", hcl(`"\${0.${long("0")}1}"`), 0, 0],
];

test.each(INPUTS)("%s", (_, file, text, findings, errors) => {
  const report = checkedAlone(file, text);
  expect([report.findings.length, report.errors.length]).toEqual([findings, errors]);
});

test("a module that is given policies which assume no role", () => {
  const text = `module "m" {\n  source = "git::https://example.com/x.git"\n  p      = "${long('\\"Principal\\"', 390_000)}"\n}\n`;
  expect(checkedAlone("main.tf", text).errors).toEqual([]);
});

test("lines of a configuration that cannot be read", () => {
  const files = { "/home/me/a.yaml": role('"*"'), "/home/me/unconfused.yaml": `${"\n".repeat(100_000)}a: [\n` };
  expect(unconfused("a.yaml", { files }).status).toBe(2);
});

describe("logical ids that would be patterns", () => {
  const policy = (id: string, named: string) => ({
    Resources: {
      [id]: {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: {
          PolicyDocument: { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }] },
        },
      },
      U: { Type: "AWS::IAM::User", Properties: { PermissionsBoundary: { "Fn::Sub": named } } },
    },
  });
  const judged = (id: string, named: string) => {
    const report = checkedAlone("a.json", JSON.stringify(policy(id, named)));
    expect(report.errors).toEqual([]);
    return report.findings.map(({ rule }) => rule);
  };

  test.each(["P(", "[", "(a+)+$", "P*"])("%s is named as it is written", (id) => {
    expect(judged(id, `\${${id}}`)).toEqual([]);
  });

  test("no other name is taken for it", () => {
    expect(judged("[A-Z]", "${B}")).toEqual(["deputy-assumes-anything"]);
  });

  test("a name that is tried in all ways", () => {
    expect(judged("(a+)+b", `\${${"a".repeat(60)}}`)).toEqual(["deputy-assumes-anything"]);
  });
});
