import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { discover } from "../../../src/surfaces/cli/inputs/discover.ts";
import { READ, type Search } from "../../../src/surfaces/cli/inputs/walk.ts";
import { placesOf } from "../../../src/surfaces/places.ts";
import { type Entry, memoryHost } from "../memory-host.ts";
import { reportOf, unconfused } from "./run.ts";

const TEMPLATE = "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n";
const BROKEN = "Resources:\n  Queue: [\n    Type: AWS::SQS::Queue\n";
const CHART = "name: {{ .Values.name }}\n";

function found(files: Readonly<Record<string, Entry>>, search: Partial<Search> = {}) {
  const { host } = memoryHost({ files, stdin: TEMPLATE });
  const result = discover(
    { paths: ["."], stdinName: "stdin", leavesOut: () => false, ...search },
    host,
    placesOf(host),
  );
  const context = result.context.map(({ path }) => path);
  return {
    files: result.files.map(({ path }) => path),
    errors: result.errors,
    notes: [...result.notes, ...result.foreignNotes],
    ...(context.length === 0 ? {} : { context }),
  };
}

test("the hook is given the files that are read in a folder, by the same endings", () => {
  const [{ files }] = parse(readFileSync(new URL("../../../.pre-commit-hooks.yaml", import.meta.url), "utf8"));
  // Python has the flag in the pattern.
  expect(files.replace("(?i)", "")).toBe(READ.source.replace("(?:", "("));
});

describe("a folder is walked for", () => {
  test.each([
    ["a.yaml", true],
    ["a.yml", true],
    ["a.template", true],
    ["deep/er/a.yaml", true],
    [".github/a.yaml", true],
    ["a.txt", false],
    ["yaml", false],
    ["node_modules/x/a.yaml", false],
    [".git/a.yaml", false],
    [".terraform/a.yaml", false],
    [".aws-sam/build/a.yaml", false],
    ["a.YAML", true],
    ["a.Template", true],
    ["assets/a.yaml", true],
    ["asset.0a1b/a.yaml", true],
    ["asset.0a1b.yaml", true],
  ])("%s: %s", (name, read) => {
    expect(found({ [`/home/me/${name}`]: TEMPLATE }).files).toEqual(read ? [name] : []);
  });
});

test("a JSON template is read, other JSON is passed over without a word", () => {
  const files = { "/home/me/a.json": '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}', "/home/me/package.json": "{}" };
  expect(found(files)).toEqual({ files: ["a.json"], errors: [], notes: [] });
});

describe("a template that spells its words by escapes is found in a folder", () => {
  test.each([
    ["a.json", '{"Resources":{"Q":{"Type":"AWS\\u003a\\u003AIAM\\u003a:Role"}}}'],
    ["a.yaml", 'Resources: { Q: { Type: "AWS:\\x3aIAM:\\u003aRole" } }'],
    ["a.yaml", 'Resources: { Q: { Type: "AWS:\\U0000003aIAM:\\x3aRole" } }'],
    ["a.yaml", 'Resources:\n  Q:\n    Type: "AWS:\\\n      :IAM:\\\r\n      :Role"\n'],
  ])("%s %s", (name, text) => {
    expect(text).not.toContain("::IAM");
    expect(found({ [`/home/me/${name}`]: text }).files).toEqual([name]);
  });

  test("and is broken where it is", () => {
    expect(found({ "/home/me/a.json": '{"Resources":{"Q":{"Type":"\\u0041WS:\\u003aIAM::Role"}}' }).files).toEqual([
      "a.json",
    ]);
  });
});

test("the walk is in the order of names, and no file is read twice", () => {
  const files = { "/home/me/b/a.yaml": TEMPLATE, "/home/me/a.yaml": TEMPLATE, "/home/me/B.yaml": TEMPLATE };
  expect(found(files, { paths: ["b/a.yaml", ".", "/home/me/a.yaml"] }).files).toEqual(["b/a.yaml", "B.yaml", "a.yaml"]);
});

test("links are not followed, unless they are named", () => {
  const files = {
    "/home/me/link.yaml": { link: "/else/a.yaml" },
    "/home/me/folder": { link: "/else" },
    "/else/a.yaml": TEMPLATE,
  };
  const note = "symbolic links are not followed: folder, link.yaml; name what they lead to";
  expect(found(files)).toEqual({ files: [], errors: [], notes: [note] });
  expect(found(files, { paths: ["link.yaml"] })).toEqual({ files: ["link.yaml"], errors: [], notes: [] });
});

test("a link is not told of where nothing is missed: what it leads to is read, is none of ours, or is excluded", () => {
  const files = {
    "/home/me/a.yaml": TEMPLATE,
    "/home/me/deep/same.yaml": { link: "/home/me/a.yaml" },
    "/home/me/again": { link: "/home/me/deep" },
    "/home/me/tool.exe": { link: "/else/tool.exe" },
    "/home/me/gone.yaml": { link: "/else/gone.yaml" },
    "/home/me/out.yaml": { link: "/else/b.yaml" },
    "/else/tool.exe": "",
    "/else/b.yaml": TEMPLATE,
  };
  expect(found(files, { leavesOut: (name) => name === "out.yaml" }).notes).toEqual([]);
  expect(found(files, { paths: [".", "/else"] }).notes).toEqual([]);
  expect(found(files, { paths: ["deep"] }).notes).toEqual([
    "symbolic links are not followed: deep/same.yaml; name what they lead to",
  ]);
});

test("paths are told from the repository's root, also those above it", () => {
  const files = { "/home/me/.git/HEAD": "", "/home/me/infra/a.yaml": TEMPLATE, "/home/else/b.yaml": TEMPLATE };
  const { host } = memoryHost({ files, cwd: "/home/me/infra" });
  const search = { paths: ["a.yaml", "../../else/b.yaml"], stdinName: "stdin", leavesOut: () => false };
  expect(discover(search, host, placesOf(host)).files.map(({ path }) => path)).toEqual([
    "infra/a.yaml",
    "../else/b.yaml",
  ]);
});

test("what is left out is not even looked into", () => {
  const files = {
    "/home/me/a/": { refuses: "permission denied" },
    "/home/me/e.yaml": TEMPLATE,
    "/home/me/f.yaml": TEMPLATE,
  };
  const leavesOut = (name: string) => name === "a" || name === "f.yaml";
  expect(found(files, { leavesOut })).toEqual({ files: ["e.yaml"], errors: [], notes: [] });
});

describe("what is named and excluded is left out, and one line says so:", () => {
  const files = { "/home/me/a/a.yaml": TEMPLATE, "/home/me/e.yaml": TEMPLATE };
  const leavesOut = (name: string) => name.startsWith("a");
  test.each([
    ["a file", ["a/a.yaml", "e.yaml"], "a/a.yaml is excluded by the configuration or --exclude: skipped"],
    ["a folder", ["a", "e.yaml"], "a is excluded by the configuration or --exclude: skipped"],
    ["several", ["a", "a/a.yaml", "e.yaml"], "a, a/a.yaml are excluded by the configuration or --exclude: skipped"],
  ])("%s", (_, paths, note) => {
    expect(found(files, { leavesOut, paths })).toEqual({ files: ["e.yaml"], errors: [], notes: [note] });
  });

  test("standard input", () => {
    const note = "app.yaml is excluded by the configuration or --exclude: skipped";
    expect(found(files, { leavesOut, paths: ["-"], stdinName: "app.yaml" })).toEqual({
      files: [],
      errors: [],
      notes: [note],
    });
  });
});

describe("a link that is named", () => {
  const files = {
    "/repo/.git/HEAD": "",
    "/repo/in.yaml": { link: "/repo/deep/a.yaml" },
    "/repo/out.yaml": { link: "/else/a.yaml" },
    "/repo/folder": { link: "/else" },
    "/repo/deep/a.yaml": TEMPLATE,
    "/else/a.yaml": TEMPLATE,
    "/free.yaml": { link: "/else/a.yaml" },
  };
  test.each([
    ["to a file of the repository is read", "/repo/in.yaml", true],
    ["out of the repository is an error", "/repo/out.yaml", false],
    ["to a folder outside of it is an error", "/repo/folder", false],
    ["is read where there is no repository", "/free.yaml", true],
  ])("%s", (_, path, isRead) => {
    const { files: read, errors } = found(files, { paths: [path] });
    expect(read).toHaveLength(isRead ? 1 : 0);
    expect(errors.map(({ message }) => message)).toEqual(
      isRead ? [] : ["a symbolic link here leads out of the repository"],
    );
  });
});

test("what is no regular file is an error", () => {
  expect(found({ "/home/me/pipe": { kind: "other" } }, { paths: ["pipe"] }).errors).toMatchObject([
    { file: "pipe", message: "this is not a regular file", help: expect.stringContaining("standard input") },
  ]);
});

describe("content that is none of ours", () => {
  test.each([
    ["other YAML", "a: 1\n"],
    ["YAML that does not parse", CHART],
    ["nothing", ""],
  ])("%s: passed over in a folder, noted where it is named", (_, text) => {
    const files = { "/home/me/values.yaml": text };
    expect(found(files)).toEqual({ files: [], errors: [], notes: [] });
    expect(found(files, { paths: ["values.yaml"] })).toEqual({
      files: [],
      errors: [],
      notes: ["values.yaml is not infrastructure as code: skipped"],
    });
  });
});

test("many that are none of ours are noted in one sentence", () => {
  const paths = ["1.yaml", "2.yaml", "3.yaml", "4.yaml", "5.yaml"];
  const files = Object.fromEntries(paths.map((path) => [`/home/me/${path}`, "a: 1\n"]));
  const note = "1.yaml, 2.yaml, 3.yaml, and 2 more are not infrastructure as code: skipped";
  expect(found(files, { paths }).notes).toEqual([note]);
});

describe("a file that does not parse is ours", () => {
  test("if it bears a mark", () => {
    expect(found({ "/home/me/a.yaml": BROKEN }).files).toEqual(["a.yaml"]);
  });

  test("if it bears one in UTF-16", () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...BROKEN].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect(found({ "/home/me/a.yaml": utf16 }).files).toEqual(["a.yaml"]);
  });

  test("if it is longer than a template may be, and has the section of one", () => {
    const long = `a: AWS::IAM::Role\n${"# b\n".repeat(300_000)}`;
    expect(found({ "/home/me/a.yaml": long })).toEqual({ files: [], errors: [], notes: [] });
    expect(found({ "/home/me/a.yaml": `${long}Resources: {}\n` }).files).toEqual(["a.yaml"]);
    expect(found({ "/home/me/a.yaml": long }, { paths: ["a.yaml"] }).files).toEqual(["a.yaml"]);
  });

  test("if its name says that it is a state", () => {
    const files = { "/home/me/a.tfstate": '{"half', "/home/me/a.json": '{"half' };
    expect(found(files).files).toEqual(["a.tfstate"]);
  });

  test("if it belongs to a cloud assembly", () => {
    const files = {
      "/home/me/cdk.out/cdk.out": "{}",
      "/home/me/cdk.out/manifest.json": "{",
      "/home/me/other/manifest.json": "{",
    };
    expect(found(files).files).toEqual(["cdk.out/manifest.json"]);
  });
});

describe("what cannot be read is an error beside the others", () => {
  test.each([
    ["in a folder", { "/home/me/a.yaml": { refuses: "permission denied" } }, ["."], "a.yaml"],
    ["named", { "/home/me/a.yaml": { refuses: "permission denied" } }, ["a.yaml"], "a.yaml"],
    ["a folder", { "/home/me/locked/": { refuses: "permission denied" } }, ["."], "locked"],
  ])("%s", (_, files, paths, file) => {
    const all = { ...files, "/home/me/b.yaml": TEMPLATE };
    const result = found(all, { paths: [...paths, "b.yaml"] });
    expect(result.errors).toEqual([{ message: "permission denied", help: "help", file }]);
    expect(result.files).toEqual(["b.yaml"]);
  });

  test("also what is not there, whatever its name", () => {
    expect(found({}, { paths: ["main.tf"] }).errors).toMatchObject([{ message: "there is no such file or folder" }]);
  });

  test("also a pattern, unless a file is called so", () => {
    const files = { "/home/me/[a].yaml": TEMPLATE };
    const { files: read, errors } = found(files, { paths: ["[a].yaml", "infra/*.yaml"] });
    expect(read).toEqual(["[a].yaml"]);
    expect(errors).toMatchObject([
      { message: "there is no such file or folder, and patterns are not expanded", file: "infra/*.yaml" },
    ]);
  });
});

test("Terragrunt and tests of Terraform are skipped, and every report says so", () => {
  const files = {
    "/home/me/a/terragrunt.hcl": "inputs = {}\n",
    "/home/me/b/terragrunt.hcl": "",
    "/home/me/tests/r.tftest.hcl": "",
    "/home/me/image.pkr.hcl": "build {}\n",
    "/home/me/README.tfdoc.hcl": 'section {\n  content = "wraps aws_iam_role"\n}\n',
    "/home/me/.terraform.lock.hcl": "",
    "/home/me/t.yaml": TEMPLATE,
  };
  const { stdout, stderr, status } = unconfused(".", { files });
  expect(stdout).toContain("in 1 file, 3 files skipped");
  expect(stderr).toContain("note: Terragrunt is not read");
  expect(stderr).toContain("(a/terragrunt.hcl:1, and 1 more)\n");
  expect(stderr).toContain(
    "note: tests of Terraform are not read: what they make does not stay (tests/r.tftest.hcl:1)\n",
  );
  expect(status).toBe(0);
  expect(reportOf(".", { files }).notes.map(({ file }: { file: string }) => file)).toEqual([
    "a/terragrunt.hcl",
    "b/terragrunt.hcl",
    "tests/r.tftest.hcl",
  ]);
  const [run] = JSON.parse(unconfused(". --format sarif", { files }).stdout).runs;
  expect(run.invocations[0].toolExecutionNotifications).toHaveLength(3);
  const alone = unconfused("a/terragrunt.hcl", { files });
  expect(alone.stdout).toContain("nothing to check: no infrastructure as code was found, 1 file skipped");
  expect(alone.status).toBe(3);
});

const ROLE = `resource "aws_iam_role" "open" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.who } }]
  })
}
`;

test("Terraform configuration in HCL is checked, whole modules of which one file is named", () => {
  const files = { "/home/me/a/main.tf": ROLE, "/home/me/a/who.tofu": 'variable "who" { default = "*" }\n' };
  const alone = unconfused("a/main.tf", { files });
  expect(alone.stdout).toContain("a/main.tf:4:");
  expect(alone.stdout).toContain("4 |     Statement = [{");
  expect(alone.status).toBe(1);
  const typed = unconfused("- --stdin-name a/main.tf", { files, stdin: ROLE.replace("var.who", '"*"') });
  expect(typed.stdout).toContain("critical[public-trust]");
});

test("an installed module is read where it is called, and not for itself", () => {
  const key = { Key: "role", Source: "registry.terraform.io/x/role/aws", Dir: ".terraform/modules/role/role" };
  const files = {
    "/home/me/main.tf": 'module "role" {\n  source = "x/role/aws"\n  who = "*"\n}\n',
    "/home/me/.terraform/modules/modules.json": JSON.stringify({ Modules: [{ Key: "", Source: "", Dir: "." }, key] }),
    "/home/me/.terraform/modules/role/role/main.tf": `variable "who" {}\n${ROLE}`,
    "/home/me/.terraform/modules/role/examples/main.tf": ROLE.replace("var.who", '"*"'),
  };
  expect(reportOf(".", { files }).findings).toMatchObject([
    {
      rule: "public-trust",
      resource: { id: "module.role.aws_iam_role.open" },
      file: ".terraform/modules/role/role/main.tf",
    },
  ]);
});

test("broken HCL is told with its place, and the module's other files are checked", () => {
  const files = {
    "/home/me/a.tf": 'variable "who" {\n  default = \n}\n',
    "/home/me/b.tf": ROLE.replace("var.who", '"*"'),
  };
  const { stdout, status } = unconfused(".", { files });
  expect(status).toBe(2);
  expect(stdout).toContain("error: this is not valid HCL: expected a value");
  expect(stdout).toContain("a.tf:2:13");
  expect(stdout).toContain("2 |   default =\n  |             ^");
  expect(stdout).toContain("critical[public-trust]");
});

describe("what another form could say", () => {
  const binary = "PK\u0003\u0004\u0014\0\b\0\b\0\u00a4\u0010z]\0\0\0\0\0\0\0\0\0\0\0\0\u0006\0\t\0tfplanUT";
  const log = '{"@level":"info","@message":"Terraform 1.11.4","type":"version","ui":"1.2"}\n{"@level":"info"}\n';
  const ESC = "\u001b";
  const PLAN = '{"format_version":"1.2","planned_values":{}}';
  const encrypted =
    '{"serial":3,"lineage":"x","meta":{"key_provider.pbkdf2.k":"eyJ9"},"encrypted_data":"aGVs","encryption_version":"v0"}';
  test.each<[string, string, string, string, string]>([
    [
      "a binary plan",
      "a.tfplan",
      binary,
      "a Terraform plan in its binary form",
      "terraform show -json PLANFILE > plan.json",
    ],
    ["the log of a plan", "a.json", log, "the log that 'terraform plan -json'", "terraform plan -out=PLANFILE"],
    [
      "a plan for people",
      "a.txt",
      `${ESC}[1mTerraform will perform the following actions:`,
      "as Terraform prints it",
      "plan -out=PLANFILE",
    ],
    [
      "the wrapper's command",
      "a.json",
      `[command]/x/terraform-bin show\n${PLAN}`,
      "the wrapper of",
      "terraform_wrapper: false",
    ],
    [
      "the wrapper's last line",
      "a.json",
      `${PLAN}\n\n::debug::Terraform exited with code 0.\n`,
      "the wrapper of",
      "terraform-bin show -json PLANFILE",
    ],
    ["an encrypted state", "a.tfstate", encrypted, "an encrypted OpenTofu state or plan", "tofu show -json"],
  ])("is an error that says so: %s", (_, name, content, message, help) => {
    const files = { [`/home/me/${name}`]: Uint8Array.from(content, (character) => character.charCodeAt(0)) };
    const { errors } = reportOf(name, { files });
    expect(errors).toMatchObject([
      { file: name, message: expect.stringContaining(message), help: expect.stringContaining(help) },
    ]);
  });

  test("a template of another tool that a folder holds is to be rendered first", () => {
    const content = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  {% for a in b %}\n';
    const { errors } = reportOf("", { files: { "/home/me/infra/a.yaml": content } });
    expect(errors).toMatchObject([{ file: "infra/a.yaml", line: 3, help: expect.stringMatching(/^render it first/) }]);
    // Charts of Helm are nobody's.
    expect(found({ "/home/me/chart.yaml": "{{- if .Values.on }}\na: 1\n{{- end }}\n" })).toMatchObject({
      errors: [],
      files: [],
    });
  });

  test.each([
    ["what is shown of nothing", '{"format_version":"1.0"}', "was not given a plan"],
    ["the same with a version", '{"format_version":"1.0","terraform_version":"1.9.5"}', "was not given a plan"],
    ["a state", '{"format_version":"1.0","values":{"root_module":{}}}', "this state holds no resource"],
    ["a plan", '{"format_version":"1.2","planned_values":{"root_module":{}}}', "this plan holds no resource"],
  ])("%s that holds nothing is checked, and says so", (_, content, message) => {
    const { status, stderr, stdout } = unconfused("a.json", { files: { "/home/me/a.json": content } });
    expect(stderr).toContain(message);
    expect(stdout).toContain("no role and no resource policy was found");
    expect(status).toBe(0);
  });

  test("a dump of Terraform's resources by another tool is skipped, and its user told what to give", () => {
    const files = { "/home/me/tf_resources.json": '{"pytest-terraform":1,"resources":{"aws_iam_role":{}}}' };
    expect(found(files)).toEqual({ files: [], errors: [], notes: [] });
    expect(found(files, { paths: ["tf_resources.json"] }).notes).toEqual([
      "tf_resources.json is in no format that is read: skipped; of Terraform, give its state, or what 'terraform show -json' writes of a state or plan",
    ]);
  });
});

describe("a cloud assembly is", () => {
  const template = '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}}';
  const manifest = '{"version":"48.0.0","artifacts":{"Stack":{"type":"aws:cloudformation:stack"}}}';
  const folder = {
    "/home/me/cdk.out/cdk.out": "{}",
    "/home/me/cdk.out/manifest.json": manifest,
    "/home/me/cdk.out/Stack.template.json": template,
    "/home/me/cdk.out/assembly-Stage/manifest.json": manifest,
  };
  const { "/home/me/cdk.out/manifest.json": _, ...withoutManifest } = folder;

  test.each([
    [
      "its manifest, and the templates beside it, named by that or not",
      folder,
      ["cdk.out/Stack.template.json", "cdk.out/assembly-Stage/manifest.json", "cdk.out/manifest.json"],
    ],
    [
      "its templates, where it has no manifest",
      withoutManifest,
      ["cdk.out/Stack.template.json", "cdk.out/assembly-Stage/manifest.json"],
    ],
    [
      "no asset that is copied into it",
      { ...folder, "/home/me/cdk.out/asset.0a1b/a.yaml": TEMPLATE, "/home/me/cdk.out/asset.0a1b.json": template },
      ["cdk.out/Stack.template.json", "cdk.out/assembly-Stage/manifest.json", "cdk.out/manifest.json"],
    ],
    [
      "not made by names alone, which would hide what is called an asset",
      {
        "/home/me/cdk.out/cdk.out": "{}",
        "/home/me/cdk.out/manifest.json": "{}",
        "/home/me/cdk.out/asset.0a1b/a.yaml": TEMPLATE,
      },
      ["cdk.out/asset.0a1b/a.yaml"],
    ],
  ])("%s", (_, files, expected) => {
    for (const paths of [["."], ["cdk.out"]]) {
      expect(found(files, { paths })).toEqual({ files: expected, errors: [], notes: [] });
    }
  });

  test("the whole of a template that is named", () => {
    expect(found(folder, { paths: ["cdk.out/manifest.json"] })).toMatchObject({ files: ["cdk.out/manifest.json"] });
    expect(found(folder, { paths: ["cdk.out/Stack.template.json"] })).toMatchObject({
      files: ["cdk.out/Stack.template.json"],
      context: ["cdk.out/manifest.json"],
    });
  });
});

test("standard input is read under the name that it is given", () => {
  expect(found({}, { paths: ["-"], stdinName: "x/y.yaml" }).files).toEqual(["x/y.yaml"]);
});
