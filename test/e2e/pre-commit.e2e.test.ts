import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BAD, folderOf, GOOD, outerEnv, ROOT, run } from "./run.ts";

/** Programs, with a blank between them; `PRE_COMMIT` says where they are. */
const programs = (process.env.PRE_COMMIT ?? "pre-commit").split(" ").map((program) => [versionOf(program), program]);
const installed = programs.filter(([version]) => version !== undefined);

if (installed.length === 0) {
  console.warn("skipped: the hooks; 'pip install -r test/e2e/pre-commit/newest.txt' brings pre-commit");
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
const HCL_ROLE = 'resource "aws_iam_role" "r" {\n  assume_role_policy = data.aws_iam_policy_document.d.json\n}\n';
const STATE = {
  version: 4,
  terraform_version: "1.9.0",
  serial: 1,
  lineage: "0b2f5ad4-5f0b-4d3c-9a53-0f6f9c3f3c6e",
  outputs: {},
  resources: [
    {
      mode: "managed",
      type: "aws_iam_role",
      name: "r",
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ attributes: { assume_role_policy: JSON.stringify(policyFor("*")) } }],
    },
  ],
};

function policyFor(principal: string) {
  return { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: principal } }] };
}

/** No registry of packages, and no host, answers. */
const OFFLINE = {
  npm_config_registry: "http://127.0.0.1:9",
  npm_config_fetch_retries: "0",
  http_proxy: "http://127.0.0.1:9",
  https_proxy: "http://127.0.0.1:9",
  PIP_NO_INDEX: "1",
};

describe.each(installed)("the hooks, installed by pre-commit %s from a clone", (_, program) => {
  let hooks: string;
  let project: string;
  let store: string;

  beforeAll(() => {
    hooks = folderOf({});
    for (const file of git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")) {
      if (file !== "" && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(hooks, file));
    }
    commitAll(hooks);
    const rev = git(hooks, "rev-parse", "HEAD").trim();
    project = folderOf({
      ".pre-commit-config.yaml": `repos:\n  - repo: ${hooks}\n    rev: ${rev}\n    hooks:\n      - id: unconfused\n      - id: unconfused-project\n        args: [cdk.out, plan.json]\n        stages: [manual]\n`,
      ".gitignore": "plan.json\n",
      "bad.yaml": BAD,
      "bad.template": BAD,
      "good.yaml": GOOD,
      "chart.yaml": "name: {{ .Values.name }}\n",
      "values.yaml": "name: x\n",
      "fixtures/bad.yaml": BAD,
      "unconfused.yaml": 'exclude: ["fixtures/**"]\n',
      "module/main.tf.json": MODULE_ROLE,
      "module/data.tf.json": MODULE_DATA,
      "app/role.tf": HCL_ROLE,
      "app/data.tf": DATA,
      "tofu/role.tofu": HCL_ROLE,
      "tofu/data.tofu": DATA,
      "state/terraform.tfstate": JSON.stringify(STATE),
    });
    const assembly = join(ROOT, "test/fixtures/cdk/assembly");
    cpSync(assembly, join(project, "cdk.out"), { recursive: true });
    commitAll(project);
    writeFileSync(join(project, "plan.json"), readFileSync(join(ROOT, "test/fixtures/terraform/plan-create.json")));
    store = folderOf({});
    // What it needs is installed here; then nothing is fetched any more.
    const { status, stdout, stderr } = preCommit({}, "install-hooks");
    expect(status, stdout + stderr).toBe(0);
  });

  afterAll(() => {
    for (const folder of [hooks, project, store]) rmSync(folder, { recursive: true });
  });

  function preCommit(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
    const surroundings = { ...outerEnv(), PRE_COMMIT_HOME: store, PRE_COMMIT_COLOR: "never", ...env };
    return run(program ?? "", args, { cwd: project, env: surroundings });
  }

  function hook(...files: readonly string[]) {
    return preCommit(OFFLINE, "run", "unconfused", "--verbose", "--files", ...files);
  }

  test.each([
    ["bad.yaml", "medium[external-id-required]", "bad.yaml:11:20"],
    ["bad.template", "medium[external-id-required]", "bad.template:11:20"],
    ["module/data.tf.json", "critical[public-trust]", "module/data.tf.json:1:"],
    ["app/data.tf", "critical[public-trust]", "app/data.tf:6:22"],
    ["tofu/data.tofu", "critical[public-trust]", "tofu/data.tofu:6:22"],
    ["state/terraform.tfstate", "critical[public-trust]", "state/terraform.tfstate:1:"],
  ])("%s is judged within its whole, without a network", (file, finding, place) => {
    const { status, stdout } = hook(file);
    expect(stdout).toContain(finding);
    expect(stdout).toContain(place);
    expect(status).toBe(1);
  });

  test("a template of an assembly that is named alone finds its manifest", () => {
    const { stdout } = hook("cdk.out/Trust.template.json");
    // The construct is told by what the manifest names.
    expect(stdout).toContain("(Trust/Open/Resource)");
    expect(stdout).not.toContain("manifest.json is");
  });

  test("what the configuration excludes passes, and one line says so", () => {
    const { status, stdout } = hook("fixtures/bad.yaml");
    expect(stdout).toMatch(/unconfused\.+Passed/);
    expect(stdout).toContain("fixtures/bad.yaml is excluded by the configuration");
    expect(status).toBe(0);
  });

  test("a good one passes, and of files that are none of ours nothing is said", () => {
    const { status, stdout } = hook("good.yaml", "chart.yaml", "values.yaml");
    expect(stdout).toMatch(/unconfused\.+Passed/);
    expect(stdout).not.toMatch(/chart|values|infrastructure/);
    expect(status).toBe(0);
  });

  test("files that are none of ours alone pass", () => {
    expect(hook("values.yaml").status).toBe(0);
  });

  test("a commit is stopped by what it brings, and by nothing else", () => {
    expect(preCommit(OFFLINE, "install").status).toBe(0);
    writeFileSync(join(project, "new.template"), BAD);
    const commit = (file: string) => {
      git(project, "add", file);
      const env = { ...outerEnv(), ...OFFLINE, PRE_COMMIT_HOME: store };
      return run("git", [...AUTHOR, "commit", "--message", "more"], { cwd: project, env });
    };
    const stopped = commit("new.template");
    expect(stopped.stdout + stopped.stderr).toContain("new.template:11:20");
    expect(stopped.status).not.toBe(0);
    git(project, "rm", "--quiet", "--force", "new.template");
    writeFileSync(join(project, "README.md"), "no infrastructure\n");
    expect(commit("README.md").status).toBe(0);
  });

  test("the whole project has what git does not track", () => {
    const { status, stdout } = preCommit(OFFLINE, "run", "unconfused-project", "--hook-stage", "manual");
    expect(stdout).toContain("plan.json:1:");
    expect(stdout).toContain("(Trust/Open/Resource)");
    expect(stdout).not.toContain("bad.yaml");
    expect(status).toBe(1);
  });
});

test("the hook for files takes what a walk reads", () => {
  const hooks = readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8");
  const [, files = ""] = /files: \(\?i\)(.*)/.exec(hooks) ?? [];
  const walk = readFileSync(join(ROOT, "src/surfaces/cli/inputs/walk.ts"), "utf8");
  const [, endings = ""] = /READ = \/\\\.\(\?:([^)]*)\)\$\//.exec(walk) ?? [];
  expect(endings.split("|").length).toBeGreaterThan(5);
  // Files of Terragrunt are read by a walk only to say that they are not judged.
  for (const ending of endings.split("|").filter((each) => each !== "hcl")) {
    expect(`A.${ending.replace("?", "").toUpperCase()}`, ending).toMatch(new RegExp(files, "i"));
  }
});

function versionOf(program: string): string | undefined {
  try {
    const { stdout, status } = run(program, ["--version"], { cwd: ROOT });
    return status === 0 ? stdout.trim().replace("pre-commit ", "") : undefined;
  } catch {
    return undefined;
  }
}

const AUTHOR = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = run("git", [...AUTHOR, ...args], { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function commitAll(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--no-verify", "--message", "all");
}
