import { roleFor, unconfused } from "../run.ts";
import { FILES } from "../sharded.ts";

export type Files = Readonly<Record<string, string>>;

/** Of which all verdicts can be kept: no input is broken, and nothing of the configuration is told of all files. */
export const SOUND: Files = Object.fromEntries(
  Object.entries(FILES)
    .filter(([path]) => !path.includes("broken") && !path.endsWith("metadata.yaml"))
    .map(([path, text]) => [path, path === "/r/unconfused.yaml" ? 'accounts: { own: ["999988887777"] }\n' : text]),
);

export const OPEN = roleFor('"*"');
export const OTHER = roleFor("arn:aws:iam::777788889999:root");

/** What stands at a path, undefined for nothing. */
type Edit = Readonly<Record<string, string | undefined>>;

export function edited(files: Files, edit: Edit): Files {
  const all = Object.entries({ ...files, ...edit });
  return Object.fromEntries(all.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

const replacing = (path: string, what: string | RegExp, by: string): Edit => ({
  [path]: (SOUND[path] ?? "").replace(what, by),
});

/** Whatever a verdict may come from. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "a template is opened": { "/r/lone/import.yaml": OPEN },
  "a template is closed": { "/r/many/3.yaml": roleFor("arn:aws:iam::999988887777:root") },
  "a template is new": { "/r/many/0a.yaml": OTHER },
  "a template is gone": { "/r/many/2.yaml": undefined },
  "a template has another name": { "/r/many/2.yaml": undefined, "/r/many/9.yaml": OPEN },
  "two templates change places": {
    "/r/lone/two.yaml": SOUND["/r/lone/import.yaml"],
    "/r/lone/import.yaml": SOUND["/r/lone/two.yaml"],
  },
  "a template breaks": { "/r/many/4.yaml": `${OPEN}  - [` },
  "a template is none any more": { "/r/many/4.yaml": "a: 1\n" },
  "what was no template is one": { "/r/lone/values.yaml": OTHER },
  "a comment suppresses what it did not": replacing("/r/lone/idle.yaml", "dead-grant", "public-trust"),
  "a nested template changes": replacing("/r/nested/child.yaml", "!Ref Who", '"*"'),
  "the one that nests it does": replacing("/r/nested/parent.yaml", 'Who: "*"', 'Who: "777788889999"'),
  "it is nested no more": { "/r/nested/parent.yaml": OTHER },
  "another one nests a template that stood alone": {
    "/r/many/5a.yaml":
      "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ../lone/two.yaml }\n",
  },
  "a template nests what is not there yet": {
    "/r/many/5.yaml":
      "Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ./later.yaml }\n",
  },
  "what is nested comes": { "/r/many/later.yaml": OTHER },
  "a file of a module changes": replacing("/r/tf/a/other.tf", "again", "renamed"),
  "a file of a module is new": {
    "/r/tf/b/more.tf": `resource "aws_iam_role" "more" {\n  assume_role_policy = templatefile("../shared/trust.tftpl", {})\n}\n`,
  },
  "a module that is called changes": replacing("/r/tf/module/main.tf", "var.who", '"*"'),
  "what is given to it does": replacing("/r/tf/a/main.tf", 'who    = "*"', 'who    = "777788889999"'),
  "a file that is no input changes, and an input reads it": {
    "/r/tf/shared/trust.tftpl": `{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "777788889999"}}]}\n`,
  },
  "it is gone": { "/r/tf/shared/trust.tftpl": undefined },
  "OpenTofu has a file of its own": { "/r/tf/c/main.tofu": `resource "aws_iam_role" "tofu" {}\n` },
  "the manifest of an assembly is gone": { "/r/app/cdk.out/manifest.json": undefined },
  "a template of an assembly changes": Object.fromEntries(
    Object.entries(SOUND).flatMap(([path, text]) =>
      path.endsWith(".template.json") ? [[path, text.replaceAll("444455556666", "777788889999")]] : [],
    ),
  ),
  "the program that made it does": Object.fromEntries(
    Object.entries(SOUND).flatMap(([path, text]) => (path.endsWith("stacks.ts") ? [[path, `\n${text}`]] : [])),
  ),
  "an account is ours": { "/r/unconfused.yaml": 'accounts: { own: ["999988887777", "444455556666"] }\n' },
  "an ignore is in the configuration": {
    "/r/unconfused.yaml": 'ignore:\n  - { rule: public-trust, files: ["many/*"], reason: known }\n',
  },
  "the configuration only moves": {
    "/r/unconfused.yaml": '# first\nignore:\n  - { rule: dead-grant, files: ["none/*"], reason: known }\n',
  },
  "a plan is made of a module": {
    "/r/tf/b/plan.json": JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      planned_values: { root_module: {} },
      resource_changes: [
        {
          address: "aws_iam_role.shared",
          mode: "managed",
          type: "aws_iam_role",
          name: "shared",
          provider_name: "registry.terraform.io/hashicorp/aws",
          change: {
            actions: ["create"],
            before: null,
            after: {
              assume_role_policy:
                '{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"777788889999"}}]}',
            },
            after_unknown: {},
            before_sensitive: false,
            after_sensitive: {},
          },
        },
      ],
      configuration: {
        root_module: {
          resources: [
            {
              address: "aws_iam_role.shared",
              mode: "managed",
              type: "aws_iam_role",
              name: "shared",
              provider_config_key: "aws",
              expressions: {},
            },
          ],
        },
      },
    }),
  },
  "nothing changes": {},
};

export interface Given {
  readonly files: Files;
  readonly kept?: Map<string, string>;
  readonly options?: string;
  readonly format?: string;
  readonly build?: string;
  readonly today?: string;
}

export function told({ files, kept, options = "", format = "json", ...machine }: Given) {
  const typed = `check . --format ${format} ${options} ${kept === undefined ? "" : "--cache"}`;
  return unconfused(typed, { cwd: "/r", files, ...(kept && { kept }), ...machine });
}

export function without({ kept: _, ...given }: Given) {
  return told(given);
}

/** How many files it took from an earlier run. */
export function taken(given: Given): number {
  const { stderr } = told({ ...given, options: `${given.options ?? ""} --debug` });
  return Number(/(\d+) of \d+ files had been judged/.exec(stderr)?.[1]);
}
