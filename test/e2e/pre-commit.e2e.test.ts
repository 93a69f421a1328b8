import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BAD, folderOf, GOOD, outerEnv, ROOT, run } from "./run.ts";

const installed = isInstalled();

if (!installed) {
  console.warn("skipped: the pre-commit hook; 'pip install -r test/e2e/pre-commit/requirements.txt' brings pre-commit");
}

const ROLE = { assume_role_policy: "${data.aws_iam_policy_document.d.json}" };
const STATEMENT = { actions: ["sts:AssumeRole"], principals: { type: "AWS", identifiers: ["*"] } };
const DATA = `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
`;
const MODULE_ROLE = JSON.stringify({ resource: { aws_iam_role: { r: ROLE } } });
const MODULE_DATA = JSON.stringify({ data: { aws_iam_policy_document: { d: { statement: STATEMENT } } } });

describe.runIf(installed)("the pre-commit hook, installed by pre-commit from a clone", () => {
  let hooks: string;
  let project: string;
  let store: string;

  beforeAll(() => {
    hooks = folderOf({});
    for (const file of git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")) {
      if (file !== "" && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(hooks, file));
    }
    commitAll(hooks);
    project = folderOf({
      "bad.yaml": BAD,
      "bad.template": BAD,
      "good.yaml": GOOD,
      "chart.yaml": "name: {{ .Values.name }}\n",
      "fixtures/bad.yaml": BAD,
      "unconfused.yaml": 'exclude: ["fixtures/**"]\n',
      "module/main.tf.json": MODULE_ROLE,
      "module/data.tf.json": MODULE_DATA,
      "app/role.tf": 'resource "aws_iam_role" "r" {\n  assume_role_policy = data.aws_iam_policy_document.d.json\n}\n',
      "app/data.tf": DATA,
    });
    commitAll(project);
    store = folderOf({});
  });

  afterAll(() => {
    for (const folder of [hooks, project, store]) rmSync(folder, { recursive: true });
  });

  function tryHook(...files: readonly string[]) {
    const args = ["try-repo", hooks, "unconfused", "--color=never", "--files", ...files];
    return run("pre-commit", args, { cwd: project, env: { ...outerEnv(), PRE_COMMIT_HOME: store } });
  }

  test("fails on a bad template and names the finding", () => {
    const { status, stdout } = tryHook("bad.yaml");
    expect(stdout).toContain("[external-id-required]");
    expect(stdout).toContain("bad.yaml:11:20");
    expect(status).toBe(1);
  });

  test("is given what has no type that pre-commit knows", () => {
    const { status, stdout } = tryHook("bad.template");
    expect(stdout).toContain("bad.template:11:20");
    expect(status).toBe(1);
  });

  test("judges a file of a module within it", () => {
    const { status, stdout } = tryHook("module/data.tf.json");
    expect(stdout).toContain("critical[public-trust]");
    expect(stdout).toContain("module/data.tf.json:1:");
    expect(status).toBe(1);
  });

  test("judges HCL, and points at the line", () => {
    const { status, stdout } = tryHook("app/data.tf");
    expect(stdout).toContain("critical[public-trust]");
    expect(stdout).toContain("app/data.tf:6:22");
    expect(status).toBe(1);
  });

  test("passes what the configuration excludes", () => {
    const { status, stdout } = tryHook("fixtures/bad.yaml");
    expect(stdout).toMatch(/unconfused\.+Passed/);
    expect(status).toBe(0);
  });

  test("passes a good one, and files that are none of ours", () => {
    const { status, stdout } = tryHook("good.yaml", "chart.yaml");
    expect(stdout).toMatch(/unconfused\.+Passed/);
    expect(status).toBe(0);
  });
});

function isInstalled(): boolean {
  try {
    return run("pre-commit", ["--version"], { cwd: ROOT }).status === 0;
  } catch {
    return false;
  }
}

function git(folder: string, ...args: readonly string[]): string {
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = run("git", [...author, ...args], { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function commitAll(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--no-verify", "--message", "all");
}
