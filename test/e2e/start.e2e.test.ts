import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BAD, folderOf, ROOT, run } from "./run.ts";

const CLI = join(ROOT, "dist/cli.cjs");
const PARTS = readdirSync(join(ROOT, "dist/cli")).sort();

let project: string;

beforeEach(() => {
  project = folderOf({
    "bad.yaml": BAD,
    "anchor.yaml": BAD.replace("Resources:", "Resources: &all"),
    "main.tf": 'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n}\n',
    "unconfused.yaml": 'exclude: ["nothing/**"]\n',
  });
});

afterEach(() => rmSync(project, { recursive: true }));

function unconfused(typed: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH ?? "", XDG_CACHE_HOME: join(project, "cache"), ...more };
  return run(process.execPath, [CLI, ...typed], { cwd: project, env });
}

/** The parts that a run has left code of. */
const kept = () => readdirSync(join(project, "cache/unconfused"));

const written = () => kept().map((name) => [name, statSync(join(project, "cache/unconfused", name)).mtimeMs]);

describe("a run reads what it needs of the program", () => {
  test.each<[string, readonly string[], number]>([
    ["YAML", ["bad.yaml", "--no-config"], 1],
    ["YAML with an anchor, which takes the library", ["anchor.yaml", "--no-config"], 2],
    ["Terraform", ["main.tf", "--no-config"], 2],
    ["YAML with a configuration and a pattern", ["bad.yaml"], 3],
    ["YAML into SARIF", ["bad.yaml", "--no-config", "--format", "sarif"], 4],
  ])("%s", (_, typed, parts) => {
    expect(unconfused([...typed, "--fail-on", "never"])).toMatchObject({
      status: 0,
      stderr: expect.not.stringMatching(/Error/),
    });
    expect(kept()).toHaveLength(parts);
    expect(PARTS.length).toBeGreaterThan(parts);
  });
});

test("a second run says the same, from the code of the first", () => {
  const typed = ["bad.yaml", "--no-config", "--format", "json"];
  const first = unconfused(typed);
  const files = written();
  expect(unconfused(typed)).toEqual(first);
  expect(written()).toEqual(files);
});

test("damaged code is made anew", () => {
  const typed = ["bad.yaml", "--no-config", "--format", "json"];
  const first = unconfused(typed);
  for (const name of kept()) {
    const path = join(project, "cache/unconfused", name);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 1000, 2000);
    writeFileSync(path, bytes);
  }
  expect(unconfused(typed)).toEqual(first);
});

test("nothing is kept in continuous integration, nor within a repository, nor by a run that judges nothing", () => {
  unconfused(["bad.yaml"], { CI: "true" });
  unconfused(["--version"]);
  mkdirSync(join(project, ".git"));
  unconfused(["bad.yaml"]);
  expect(readdirSync(project)).not.toContain("cache");
});
