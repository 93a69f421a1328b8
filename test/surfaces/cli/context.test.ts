// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are written so
import { describe, expect, test } from "vitest";
import { assembly } from "../../readers/cdk/assemblies.ts";
import type { Entry } from "../memory-host.ts";
import { roleFor, unconfused } from "./run.ts";

const json = (value: unknown) => JSON.stringify(value);
const role = (assume_role_policy: string) => json({ resource: { aws_iam_role: { r: { assume_role_policy } } } });
const statement = (AWS: string) => ({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS } });
const trust = (AWS: string) => json({ Version: "2012-10-17", Statement: [statement(AWS)] });
const data = (identifier: string) =>
  json({
    data: {
      aws_iam_policy_document: {
        d: { statement: { actions: ["sts:AssumeRole"], principals: { type: "AWS", identifiers: [identifier] } } },
      },
    },
  });

/** A run with "rule file" of its findings, and what else it says. */
function run(typed: string, files: Readonly<Record<string, Entry>>) {
  const all = Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/home/me/${name}`, entry]));
  const { stdout, status } = unconfused(`${typed} --format json`, { files: all });
  const report = JSON.parse(stdout);
  return {
    status,
    summary: report.summary,
    errors: report.errors,
    notes: report.notes.map(({ message, file }: { message: string; file: string }) => `${file}: ${message}`),
    findings: report.findings.map(({ rule, file }: { rule: string; file: string }) => `${rule} ${file}`),
    grants: report.grants,
    unknowns: report.unknowns,
  };
}

describe("of a Terraform module one file is named:", () => {
  const files = {
    "m/main.tf.json": role("${data.aws_iam_policy_document.d.json}"),
    "m/data.tf.json": data("*"),
    "m/other.tf.json": json({ resource: { aws_iam_role: { other: { assume_role_policy: trust("*") } } } }),
  };
  const beside = (names: string) => `judged together with the files beside it: ${names}`;
  const one = "; 1 finding is in those alone, and not shown: check the whole folder";

  test("the one with the document of a role that stands in another", () => {
    const { status, findings, notes, summary } = run("m/data.tf.json", files);
    expect(findings).toEqual(["public-trust m/data.tf.json"]);
    expect(notes).toEqual([`m/data.tf.json: ${beside("m/main.tf.json, m/other.tf.json")}${one}`]);
    expect(summary).toMatchObject({ files: 1, resources: 0, policies: 1, grants: { finding: 1 } });
    expect(status).toBe(1);
  });

  test("the one with the role, whose document stands in another", () => {
    const { findings, unknowns } = run("m/main.tf.json", files);
    expect(findings).toEqual(["public-trust m/data.tf.json"]);
    expect(unknowns).toEqual([]);
  });

  test("one that has no part in what is found", () => {
    const { status, findings, notes, summary } = run("m/variables.tf.json", {
      ...files,
      "m/variables.tf.json": json({ variable: { v: {} } }),
    });
    expect([status, findings]).toEqual([0, []]);
    expect(notes[0]).toContain("; 2 findings are in those alone");
    expect(summary).toMatchObject({ files: 1, policies: 0 });
  });

  test("all of them: nothing stands beside", () => {
    const { findings, notes } = run("m/main.tf.json m/data.tf.json m/other.tf.json", files);
    expect([findings.length, notes]).toEqual([2, []]);
  });

  test("on standard input", () => {
    const all = { "/home/me/m/main.tf.json": files["m/main.tf.json"] };
    const machine = { files: all, stdin: files["m/data.tf.json"] };
    const { stdout } = unconfused("- --stdin-name m/data.tf.json --format json", machine);
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: "public-trust", file: "m/data.tf.json" }]);
  });

  test("what is wrong in the others is a note", () => {
    const { status, errors, notes } = run("m/data.tf.json", { "m/data.tf.json": data("*"), "m/broken.tf.json": "{" });
    expect([status, errors]).toEqual([0, []]);
    expect(notes[1]).toMatch(/^m\/broken\.tf\.json: read without what this file says: /);
  });

  test("what the others say of suppressions is not told", () => {
    const config =
      'rules: { unused-ignore: medium }\nignore: [{ rule: public-trust, files: ["m/other.tf.json"], reason: r }]\n';
    const named = run("m/data.tf.json", { ...files, "unconfused.yaml": config });
    expect(named.findings).toEqual(["public-trust m/data.tf.json"]);
    expect(named.notes[0]).not.toContain("concern");
  });

  test("the others are not judged where they are excluded, but read", () => {
    const exclude = "--exclude m/main.tf.json --exclude m/other.tf.json";
    expect(run(`m/data.tf.json ${exclude}`, files)).toMatchObject({ status: 0, findings: [], notes: [] });
    expect(run("m/main.tf.json --exclude m/data.tf.json", files).findings).toEqual(["public-trust m/data.tf.json"]);
  });

  test("a module that it calls is read whole, and reported with it", () => {
    const { findings } = run("main.tf.json", {
      "main.tf.json": json({ module: { m: { source: "./m" } } }),
      "m/roles.tf.json": files["m/main.tf.json"],
      "m/documents.tf.json": files["m/data.tf.json"],
    });
    expect(findings).toEqual(["public-trust m/documents.tf.json"]);
  });

  test("a module that only another file calls is not reported, unless a file of it is named", () => {
    const all = {
      "main.tf.json": json({ module: { m: { source: "./m", account: "*" } } }),
      "outputs.tf.json": json({ output: { o: { value: 1 } } }),
      "m/main.tf.json": json({
        variable: { account: {} },
        resource: { aws_iam_role: { r: { assume_role_policy: trust("${var.account}") } } },
      }),
    };
    expect(run("outputs.tf.json", all).findings).toEqual([]);
    expect(run("outputs.tf.json m/main.tf.json", all).findings).toEqual(["public-trust m/main.tf.json"]);
  });
});

describe("of a cloud assembly one template is named:", () => {
  const stack = (templateFile: string) => ({
    type: "aws:cloudformation:stack",
    environment: "aws://111122223333/eu-west-1",
    properties: { templateFile },
  });
  const files = {
    "out/manifest.json": json({
      version: "48.0.0",
      artifacts: { A: stack("A.template.json"), B: stack("B.template.json") },
    }),
    "out/A.template.json": roleTemplate("111122223333"),
    "out/B.template.json": roleTemplate("*"),
    "out/Old.template.json": roleTemplate("111122223333"),
  };

  test("with the account that it is deployed to", () => {
    const { grants, findings, notes } = run("out/A.template.json", files);
    expect(grants).toMatchObject([{ resource: { format: "cdk" }, callers: [{ class: "own" }] }]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([
      "out/A.template.json: judged together with the files beside it: out/manifest.json, out/B.template.json; 1 finding is in those alone, and not shown: check the whole folder",
    ]);
  });

  test("as an ordinary file, where the manifest does not name it", () => {
    const { grants, notes } = run("out/Old.template.json", files);
    expect(grants).toMatchObject([{ resource: { format: "cloudformation" }, callers: [{ class: "undeclared" }] }]);
    expect(notes).toEqual([]);
  });

  test("what the CDK synthesised is told with its constructs", () => {
    const { grants } = run("cdk.out/Trust.template.json", assembly("assembly"));
    expect(grants.length).toBeGreaterThan(0);
    expect(grants.every((grant: { resource: { path?: string } }) => grant.resource.path?.startsWith("Trust/"))).toBe(
      true,
    );
  });

  function roleTemplate(account: string): string {
    const AssumeRolePolicyDocument = { Statement: [statement(account)] };
    return json({ Resources: { R: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } } } });
  }
});

test("a template beside nothing is judged alone, without a word", () => {
  expect(run("a.yaml", { "a.yaml": roleFor('"*"'), "b.yaml": roleFor('"*"') })).toMatchObject({
    findings: ["public-trust a.yaml"],
    notes: [],
  });
});
