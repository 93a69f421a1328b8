// Runs git to read its objects: without a shell, hooks, network access or the working tree.

import type { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { Problem } from "../text/problem.ts";

/** 1 GiB; callers ask for less at a time. */
const MOST_BYTES = 2 ** 30;

/** Environment variables that would make git look at another repository; git sets them in hooks. */
const ELSEWHERE = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|NAMESPACE|PREFIX|EXTERNAL_DIFF|PAGER|TRACE.*)$/;

const SETTINGS = {
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  // What a partial clone does not have is not fetched.
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "",
  GIT_NO_REPLACE_OBJECTS: "1",
  LC_ALL: "C",
};

/** The output of git. Throws Problem where there is no git; GitRefusal where its exit status is not 0. */
export function askGit(folder: string, words: readonly string[], input = ""): Uint8Array {
  // Loaded when first used: most runs never ask git.
  const { execFileSync: run } = process.getBuiltinModule("node:child_process") as {
    execFileSync: typeof execFileSync;
  };
  const inherited = Object.entries(process.env).filter(([name]) => !ELSEWHERE.test(name));
  try {
    return run("git", ["--no-pager", "-c", "core.fsmonitor=false", "-C", folder, ...words], {
      // Where git is looked for besides the path, on some systems: never in a checked repository.
      cwd: dirname(process.execPath),
      env: { ...Object.fromEntries(inherited), ...SETTINGS },
      input,
      maxBuffer: MOST_BYTES,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
  } catch (thrown) {
    const { code, stderr } = thrown as { readonly code?: unknown; readonly stderr?: Uint8Array };
    if (code === "ENOENT") throw new Problem("there is no git on the path", "install git, or leave --since out");
    throw new GitRefusal(new TextDecoder().decode(stderr ?? new Uint8Array()));
  }
}

/** Why git did not do it, in its own words. */
export class GitRefusal extends Problem {
  readonly words: string;

  constructor(words: string) {
    const [first = ""] = words.trim().split("\n");
    super(`git refuses: ${first || "it gives no reason"}`, "ask git itself: git status");
    this.name = "GitRefusal";
    this.words = words;
  }
}
