// What docs/embedding.md gives other programs to run: each of them is asked for as they ask, and answers as they need.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { main } from "../src/surfaces/cli/main.ts";
import { BAD } from "./surfaces/cli/sharded.ts";
import { memoryHost } from "./surfaces/memory-host.ts";

const page = readFileSync(new URL("../docs/embedding.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  Array.from(page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g")), ([, text = ""]) => text);
const files = {
  "/home/me/infra/bad.yaml": BAD,
  "/home/me/infra/other.json": "{}",
  "/home/me/unconfused.yaml": "tenancy: multi\n",
};

function run(words: readonly string[]) {
  const { host, written, saved } = memoryHost({ files });
  return { status: main(words, host), ...written, saved };
}

const resultsIn = (log: string) => JSON.parse(log).runs[0].results.length;

test("reviewdog is sent SARIF by a run that does not fail by what it finds", () => {
  const [lines = ""] = blocks("sh");
  const typed = Array.from(lines.matchAll(/^unconfused (.*?) \| reviewdog -f=sarif /gm), ([, words = ""]) => words);
  expect(typed).toHaveLength(2);
  for (const words of typed) {
    const { status, stdout } = run(words.split(" "));
    expect([status, resultsIn(stdout)]).toEqual([0, 1]);
  }
});

test.each<[string, readonly string[], readonly unknown[]]>([
  [
    "a finding at its line",
    ["infra/bad.yaml", "infra/other.json"],
    [["fail", expect.stringContaining("external-id-required: account 444455556666"), "infra/bad.yaml", 10]],
  ],
  ["nothing of files that are none of ours", ["infra/other.json"], []],
  ["nothing of a change that leaves no file", [], []],
  [
    "what could not be done",
    ["infra/gone.yaml"],
    [["fail", expect.stringContaining("error: there is no such file or folder"), undefined, undefined]],
  ],
])("a Dangerfile tells %s", (_, changed, expected) => {
  const [text = ""] = blocks("js").filter((block) => block.includes("danger.git"));
  const told: unknown[] = [];
  const say = (how: string) => (words: string, file?: string, line?: number) => told.push([how, words, file, line]);
  const required = () => ({ spawnSync: (_program: string, words: readonly string[]) => run(words) });
  const git = { created_files: changed.slice(0, 1), modified_files: changed.slice(1) };
  new Function("require", "danger", "fail", "warn", text)(required, { git }, say("fail"), say("warn"));
  expect(told).toEqual(expected);
});

test("the linter of MegaLinter takes files and a configuration, and writes SARIF where it is told", () => {
  const descriptor = blocks("yaml")
    .map((block) => parse(block))
    .find((value) => value.descriptor_id !== undefined);
  const [linter] = descriptor.linters;
  const asked = (sarif: readonly string[]) => [
    ...linter.cli_lint_extra_args,
    linter.cli_config_arg_name,
    linter.config_file_name,
    ...sarif.map((word) => word.replace("{{SARIF_OUTPUT_FILE}}", "out.sarif")),
    "infra/bad.yaml",
    "infra/other.json",
  ];
  expect(run(asked([])).status).toBe(1);
  const { status, saved } = run(asked(linter.cli_sarif_args));
  expect([status, resultsIn(saved.get("/home/me/out.sarif") ?? "")]).toEqual([1, 1]);
  expect(run([linter.cli_version_arg_name]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run([linter.cli_help_arg_name]).status).toBe(0);
  for (const example of linter.examples) {
    expect(run(example.replace("role.yaml", "bad.yaml").split(" ").slice(1)).status).toBe(1);
  }
});

test("the linter of Trunk answers with SARIF, and with a status that Trunk takes for a success", () => {
  const { lint } = blocks("yaml")
    .map((block) => parse(block))
    .find((value) => value.lint !== undefined);
  const [{ commands }] = lint.definitions;
  const [{ run: typed, success_codes }] = commands;
  for (const [target, count] of [
    ["infra/bad.yaml infra/other.json", 1],
    ["infra/other.json", 0],
  ] as const) {
    const { status, stdout } = run(typed.replace("${target}", target).split(" ").slice(1));
    expect(success_codes).toContain(status);
    expect(resultsIn(stdout)).toBe(count);
  }
});
