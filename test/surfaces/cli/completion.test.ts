// What completes the command line, asked by the shells that are here.

import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { COMMANDS, OPTIONS } from "../../../src/surfaces/cli/options/options.ts";
import { unconfused } from "./run.ts";

const has = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

test.each(["bash", "zsh", "fish"])("%s: every command and option is named", (shell) => {
  const { status, stdout } = unconfused(`completion ${shell}`);
  expect(status).toBe(0);
  for (const word of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`\\b${word}\\b`));
  for (const name of Object.keys(OPTIONS))
    expect(stdout).toMatch(new RegExp(shell === "fish" ? `-l ${name} ` : `--${name}\\b`));
});

describe.skipIf(!has("bash"))("bash", () => {
  const { stdout: script } = unconfused("completion bash");

  /** What it offers at the end of the words, each as bash splits them. */
  function offered(...words: readonly string[]): readonly string[] {
    const line = ["unconfused", ...words].map((word) => JSON.stringify(word)).join(" ");
    const ask = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _unconfused; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const output = execFileSync("bash", ["-u", "-c", ask], { cwd: import.meta.dirname, encoding: "utf8" });
    return output.split("\n").filter((word) => word !== "");
  }

  test.each<[words: string[], some: string[]]>([
    [["ex"], ["explain"]],
    [["explain", "public-t"], ["public-trust"]],
    [["--no-config", "explain", "public-t"], ["public-trust"]],
    [["--fail-on", "m"], ["medium"]],
    [["--fail-on", "=", "m"], ["medium"]],
    [
      ["--fail-on", "="],
      ["low", "medium", "high", "critical", "never"],
    ],
    [["--only", "dead"], ["dead-grant"]],
    [["check", "--update"], ["--update-baseline"]],
    [["check", "completion.t"], ["completion.test.ts"]],
    [["--config", "completion.t"], ["completion.test.ts"]],
    [["--own-account", ""], []],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [["rules", "x"], []],
    ...["check", "grants", "init", "merge", "test-rules"].map((command): [string[], string[]] => [
      [command, "completion.t"],
      ["completion.test.ts"],
    ]),
    [
      ["rules", "--format", ""],
      ["text", "json"],
    ],
    [["merge", "--format", "=", "s"], ["sarif"]],
    [["grants", "--format", "h"], ["html"]],
    [
      ["--format", "g"],
      ["github", "gitlab"],
    ],
  ])("%j", (words, some) => {
    expect(offered(...words)).toEqual(some);
  });
});

test.skipIf(!has("zsh"))("zsh can read it", () => {
  const { stdout } = unconfused("completion zsh");
  expect(spawnSync("zsh", ["-n"], { input: stdout, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test.skipIf(!has("fish"))("fish offers what fits", () => {
  const { stdout } = unconfused("completion fish");
  const ask = (line: string) =>
    execFileSync("fish", ["--no-config", "-c", `${stdout}\ncomplete -C ${JSON.stringify(line)}`], { encoding: "utf8" });
  expect(ask("unconfused expl")).toMatch(/^explain\t/m);
  expect(ask("unconfused explain public")).toContain("public-trust");
  expect(ask("unconfused --fail-on m")).toContain("medium");
  expect(ask("unconfused rules --format ").match(/^\w+/gm)).toEqual(["json", "text"]);
  expect(ask("unconfused --format g").match(/^\w+/gm)).toEqual(["github", "gitlab"]);
  expect(ask("unconfused --upd")).toContain("--update-baseline");
});
