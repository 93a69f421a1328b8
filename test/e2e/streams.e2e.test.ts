import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BAD, folderOf, outerEnv, ROOT, run } from "./run.ts";

const CLI = join(ROOT, "dist/cli.cjs");
let folder: string;

beforeEach(() => {
  folder = folderOf({ "bad.yaml": BAD, "old.sarif": "the old report" });
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A line of the shell; `cli` in it is the committed program. */
function shell(line: string) {
  const { status, stderr } = spawnSync("bash", ["-c", `cli() { "${process.execPath}" "${CLI}" "$@"; }; ${line}`], {
    cwd: folder,
    env: outerEnv(),
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, stderr };
}

test("debug switches of libraries do nothing", () => {
  const typed = [CLI, "bad.yaml", "--format", "json"];
  const env = { ...outerEnv(), LOG_STREAM: "1", LOG_TOKENS: "1", NODE_DEBUG: "", DEBUG: "*" };
  const loud = run(process.execPath, typed, { cwd: folder, env });
  expect(loud).toEqual(run(process.execPath, typed, { cwd: folder }));
  expect(JSON.parse(loud.stdout).findings).toHaveLength(1);
});

describe("what cannot be written is said, with status 2", () => {
  test.each([
    ["a full disk", "cli bad.yaml > /dev/full", "the disk is full"],
    ["a full disk, by name", "cli bad.yaml --format sarif --output /dev/full", "the disk is full"],
    ["a closed pipe", "set -o pipefail; (sleep 1; cli bad.yaml) | true", "the pipe was closed by its reader"],
    [
      "a disk that is full in the middle",
      "trap '' XFSZ; ulimit -f 0; cli bad.yaml --format sarif --output old.sarif",
      "EFBIG",
    ],
  ])("%s", (_, line, message) => {
    const { status, stderr } = shell(line);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toContain("bug");
    expect(readFileSync(join(folder, "old.sarif"), "utf8")).toBe("the old report");
    expect(readdirSync(folder).sort()).toEqual(["bad.yaml", "old.sarif"]);
  });

  test("a standard error that nobody reads changes nothing", () => {
    expect(shell("cli bad.yaml 2> /dev/full > out.txt; exit $?").status).toBe(1);
  });
});

test("a named pipe is not waited for", () => {
  execFileSync("mkfifo", [join(folder, "pipe.yaml"), join(folder, "unconfused.yaml")]);
  for (const line of ["cli pipe.yaml --no-config", "cli bad.yaml", "cli bad.yaml --config pipe.yaml"]) {
    expect(shell(line).status).toBe(2);
  }
});
