// What a change opens, in a real repository of git.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Report } from "../../../src/findings/report.ts";
import { main } from "../../../src/surfaces/cli/main.ts";
import { machine } from "../../../src/surfaces/host.ts";
import { roleFor } from "./run.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "since-")));
afterAll(() => rmSync(folder, { recursive: true }));

const QUIET = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const git = (at: string, ...words: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", "-C", at, ...words], {
    env: QUIET,
    stdio: "pipe",
  });

function write(at: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
}

let repositories = 0;

/** A repository whose one commit has these files. */
function repository(files: Readonly<Record<string, string>>): string {
  repositories += 1;
  const at = join(folder, `repository-${repositories}`);
  mkdirSync(at);
  git(at, "init", "--quiet");
  write(at, files);
  git(at, "add", "--all");
  git(at, "commit", "--quiet", "--allow-empty", "--message", "before");
  return at;
}

function run(at: string, typed: string, stdin = "") {
  const written = { stdout: "", stderr: "" };
  const host = {
    ...machine(),
    cwd: at,
    stdin: () => new TextEncoder().encode(stdin),
    write(stream: "stdout" | "stderr", text: string) {
      written[stream] += text;
    },
  };
  return { status: main(typed.split(" "), host), ...written };
}

/** "file rule" of what is told, and how many were there already, after `files` are written over those of `before`; undefined removes one. */
function opened(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string | undefined>>,
  typed = "",
) {
  const at = repository(before);
  for (const [name, text] of Object.entries(after)) {
    if (text === undefined) rmSync(join(at, name));
    else write(at, { [name]: text });
  }
  const report: Report = JSON.parse(run(at, `--since HEAD --format json ${typed}`.trim()).stdout);
  return {
    told: report.findings.map(({ file, rule }) => `${file} ${rule}`),
    unknown: report.unknowns.length,
    known: report.summary.baselined,
  };
}

const VENDOR = "arn:aws:iam::444455556666:root";
const OTHER = "arn:aws:iam::555566667777:root";
const BAD = roleFor(VENDOR);

describe("a grant that was there is not told again", () => {
  test("in a file that alone is named, under the name that it has now", () => {
    expect(opened({ "a.yaml": BAD }, { "a.yaml": undefined, "b.yaml": BAD }, "b.yaml")).toMatchObject({ told: [] });
  });

  test("on standard input, under the name of a file", () => {
    const at = repository({ "a.yaml": BAD });
    const typed = "- --stdin-name a.yaml --since HEAD --format json";
    expect(JSON.parse(run(at, typed, BAD).stdout).findings).toHaveLength(0);
    expect(JSON.parse(run(at, typed, roleFor(OTHER)).stdout).findings).toHaveLength(1);
  });

  test("in a module of Terraform that spreads over files", () => {
    const call = 'module "m" { source = "./m" }\n';
    const role = `resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "sts:AssumeRole" }] })\n}\n`;
    const variable = `variable "who" { default = "${VENDOR}" }\n`;
    const files = { "main.tf": call, "m/role.tf": role, "m/variables.tf": variable };
    expect(opened(files, { "m/outputs.tf": "" })).toMatchObject({ told: [] });
    const opening = { "m/variables.tf": `variable "who" { default = "${OTHER}" }\n` };
    expect(opened(files, opening).told).toEqual([`m/role.tf external-id-required`]);
  });
});

test("the text says how much was there, and the status speaks of what is new alone", () => {
  const at = repository({ "a.yaml": roleFor(VENDOR) });
  const { status, stdout } = run(at, "--since HEAD");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^no new findings in 1 grant/);
  expect(stdout).toContain("compared with HEAD: 1 finding was there already, and is not reported again\n");
  write(at, { "b.yaml": roleFor(OTHER) });
  expect(run(at, "--since HEAD")).toMatchObject({ status: 1 });
});

test("what git ignores counts as new, which a note says", () => {
  const at = repository({ ".gitignore": "out/\n" });
  write(at, { "out/a.yaml": roleFor(VENDOR) });
  const { status, stderr } = run(at, "--since HEAD");
  expect(status).toBe(1);
  expect(stderr).toContain("out/a.yaml is not kept by git, so what was in it at HEAD is not known");
});

test("so does what is in a submodule, beside what git ignores", () => {
  const at = repository({ ".gitignore": "out/\n", "a.yaml": roleFor(VENDOR) });
  git(
    at,
    "-c",
    "protocol.file.allow=always",
    "submodule",
    "--quiet",
    "add",
    repository({ "b.yaml": roleFor(OTHER) }),
    "sub",
  );
  git(at, "commit", "--quiet", "--all", "--message", "with a submodule");
  write(at, { "out/c.yaml": roleFor(VENDOR), "sub/deep/d.yaml": roleFor(VENDOR) });
  const { status, stderr } = run(at, "--since HEAD");
  expect(status).toBe(1);
  expect(stderr).toContain(
    "note: sub/b.yaml, and 1 more, is in a repository of its own, such as a submodule, so what was",
  );
  expect(stderr).toContain("note: out/c.yaml is not kept by git, so what was in it at HEAD is not known");
});

test("a repository without a commit had nothing before", () => {
  const at = join(folder, "empty");
  mkdirSync(at);
  git(at, "init", "--quiet");
  write(at, { "a.yaml": roleFor(VENDOR) });
  expect(run(at, "--since HEAD")).toMatchObject({ status: 1, stderr: "" });
});

test("links of the older files lead where they led, and never out", () => {
  const at = repository({ "real/a.yaml": roleFor(VENDOR) });
  symlinkSync("real/a.yaml", join(at, "link.yaml"));
  symlinkSync("/etc/hostname", join(at, "out.yaml"));
  symlinkSync("round.yaml", join(at, "round.yaml"));
  git(at, "add", "--all");
  git(at, "commit", "--quiet", "--message", "links");
  const { stdout } = run(at, "link.yaml --since HEAD --format json");
  expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { baselined: 1 } });
  expect(run(at, "out.yaml round.yaml --since HEAD").status).toBe(2);
});

test("a repository whose objects are damaged is not taken for an empty one", () => {
  const at = repository({ "a.yaml": BAD });
  const head = git(at, "rev-parse", "HEAD").toString().trim();
  const object = join(at, ".git", "objects", head.slice(0, 2), head.slice(2));
  rmSync(object);
  writeFileSync(object, "garbage");
  const { status, stdout, stderr } = run(at, "--since HEAD");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("--since: there is no revision HEAD");
});

test("folders that lie very deep in one another are found, and take no time", { timeout: 10_000 }, () => {
  const at = repository({ "a.yaml": BAD });
  const blob = git(at, "rev-parse", "HEAD:a.yaml").toString().trim();
  const folder = "d/".repeat(900);
  for (const name of ["a", "b", "c", "d", "e"])
    git(at, "update-index", "--add", "--cacheinfo", `100644,${blob},${folder}${name}.yaml`);
  git(at, "commit", "--quiet", "--message", "deep");
  write(at, { "new.yaml": roleFor(OTHER) });
  const { findings, summary }: Report = JSON.parse(run(at, "--since HEAD --format json").stdout);
  expect([findings.map(({ file }) => file), summary.baselined]).toEqual([["new.yaml"], 1]);
});

test("neither hooks nor programs of the repository's configuration are run, and nothing of it is changed", () => {
  const at = repository({ "a.yaml": roleFor(VENDOR) });
  const trap = join(at, ".git", "trap");
  const ran = join(folder, "ran");
  writeFileSync(trap, `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
  for (const key of [
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "diff.external",
    "core.editor",
    "alias.ls-tree",
  ]) {
    git(at, "config", key, key.startsWith("alias") ? `!${trap}` : trap);
  }
  const before = git(at, "status", "--porcelain").toString();
  rmSync(ran, { force: true });
  expect(run(at, "--since HEAD").status).toBe(0);
  expect(existsSync(ran)).toBe(false);
  expect(before).toBe("");
});

describe("a revision that cannot be had", () => {
  const at = repository({ "a.yaml": roleFor(VENDOR) });
  const cases: [typed: string, message: string, help: string][] = [
    ["--since nope", "--since: there is no revision nope", "'git log' and 'git branch --all' list them"],
    ["--since=--output=x", "--since: there is no revision --output=x", "name a commit, a branch or a tag"],
    ["--since=-h", "--since: there is no revision -h", "name a commit, a branch or a tag"],
    ["--since HEAD:a.yaml", "--since: there is no revision HEAD:a.yaml", "'git log'"],
    ["--since HEAD..HEAD", "--since: there is no revision HEAD..HEAD", "'git log'"],
    ["--since $(touch${IFS}x)", "--since: there is no revision $(touch${IFS}x)", "'git log'"],
  ];
  test.each(cases)("%s", (typed, message, help) => {
    const { status, stdout, stderr } = run(at, typed);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`error: ${message}\n`);
    expect(stderr).toContain(help);
  });

  test("in a shallow clone: how to fetch it", () => {
    git(at, "commit", "--quiet", "--allow-empty", "--message", "second");
    const clone = join(folder, "shallow");
    execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${at}`, clone], { env: QUIET, stdio: "pipe" });
    const { status, stderr } = run(clone, "--since HEAD~1");
    expect(status).toBe(2);
    expect(stderr).toContain("this shallow clone does not have HEAD~1");
    expect(stderr).toContain("fetch-depth: 0");
  });

  test("outside of a repository", () => {
    const outside = join(folder, "outside");
    mkdirSync(outside);
    expect(run(outside, "--since HEAD").stderr).toContain("error: --since outside of a git repository\n");
  });
});
