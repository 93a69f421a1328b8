// git, asked what it keeps: objects alone. No shell, no hook, no network, nothing of the working tree.

import type { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { Problem } from "../text/problem.ts";

/** 1 GiB; what asks for file contents asks for less at a time. */
const MOST_BYTES = 2 ** 30;

/** Those that would have git look elsewhere than at the repository that it is asked about: a hook has them set. */
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

/** What git writes. Throws Problem where there is no git; GitRefusal where it ends with another status than 0. */
export function askGit(folder: string, words: readonly string[], input = ""): Uint8Array {
  // Most runs ask nothing: the module is loaded when one does.
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
