import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cacheFolder, codeCache } from "../../../src/surfaces/start/code-cache.ts";
import { partsIn } from "../../../src/surfaces/start/parts.ts";

const VERSIONS = { "main.cjs": "aaaa", "late.cjs": "bbbb" };
const MAIN = `exports.sum = (a, b) => { ${"a += 0;".repeat(400)} return a + b; }; exports.late = () => require("./late.cjs").name;`;

let home: string;
let cache: string;
let program: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "start-"));
  cache = join(home, "cache/unconfused");
  program = join(home, "program");
  mkdirSync(program);
  writeFileSync(join(program, "main.cjs"), MAIN);
  writeFileSync(join(program, "late.cjs"), 'exports.name = require("node:path").basename("/a/late");');
});

afterEach(() => {
  chmodSync(home, 0o700);
  rmSync(home, { recursive: true });
});

/** A run of the program; whether V8 took what was kept of its main file. */
function run(versions: Readonly<Record<string, string>> = VERSIONS, folder: string | null = cache) {
  const code = codeCache(folder ?? undefined, versions);
  const parts = partsIn(program, code, createRequire(import.meta.url));
  const { sum } = parts.load("main.cjs") as { sum(a: number, b: number): number };
  expect(sum(1, 2)).toBe(3);
  const taken = parts.scripts().get("main.cjs")?.cachedDataRejected === false;
  code.keep(parts.scripts());
  return taken;
}

describe("code that V8 made in one run", () => {
  test("is taken by the next", () => {
    expect([run(), run(), run()]).toEqual([false, true, true]);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test("is out of the reach of others", () => {
    run();
    const [file = ""] = readdirSync(cache);
    expect([cache, join(cache, file)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  test("is not taken for another text of the same length", () => {
    run();
    expect(run({ ...VERSIONS, "main.cjs": "cccc" })).toBe(false);
  });

  const files = () => readdirSync(cache).map((name) => join(cache, name));
  test.each<[string, () => void]>([
    ["others may write to", () => files().forEach((file) => void chmodSync(file, 0o622))],
    ["stands in a folder that others may write to", () => chmodSync(cache, 0o777)],
    [
      "a link leads to",
      () =>
        files().forEach((file) => {
          writeFileSync(join(home, "elsewhere"), readFileSync(file), { mode: 0o600 });
          rmSync(file);
          symlinkSync(join(home, "elsewhere"), file);
        }),
    ],
    ["is cut off", () => files().forEach((file) => void writeFileSync(file, readFileSync(file).subarray(0, 100)))],
    ["is empty", () => files().forEach((file) => void writeFileSync(file, ""))],
    ["is something else", () => files().forEach((file) => void writeFileSync(file, `${"x".repeat(4999)}y`))],
  ])("is not taken if it %s", (_, change) => {
    run();
    change();
    expect(run()).toBe(false);
  });

  test("is written to no folder that others may write to", () => {
    mkdirSync(cache, { recursive: true });
    chmodSync(cache, 0o777);
    run();
    expect(readdirSync(cache)).toEqual([]);
  });

  test("is not kept where a file is in the way of the folder, and the run ends as ever", () => {
    writeFileSync(join(home, "cache"), "");
    expect([run(), run()]).toEqual([false, false]);
  });

  test("is not kept without a folder", () => {
    expect([run(VERSIONS, null), run(VERSIONS, null)]).toEqual([false, false]);
    expect(existsSync(join(home, "cache"))).toBe(false);
  });

  test("of old versions is removed, and that of other parts is not", () => {
    run();
    writeFileSync(join(cache, "late.cjs-bbbb"), "");
    for (let version = 0; version < 10; version += 1) run({ "main.cjs": `v${version}` });
    const [late, ...main] = readdirSync(cache).sort();
    expect(late).toBe("late.cjs-bbbb");
    expect(main.map((name) => name.split("-")[1])).toEqual(["v7", "v8", "v9"]);
    expect(run({ "main.cjs": "v9" })).toBe(true);
  });

  test("is kept once more with what a run made besides that read another part for the first time", () => {
    const sizeOfMain = () =>
      readdirSync(cache)
        .filter((name) => name.startsWith("main"))
        .map((name) => statSync(join(cache, name)).size);
    run();
    const [before = 0] = sizeOfMain();
    const runLate = () => {
      const code = codeCache(cache, VERSIONS);
      const parts = partsIn(program, code, createRequire(import.meta.url));
      (parts.load("main.cjs") as { late(): string }).late();
      code.keep(parts.scripts());
    };
    runLate();
    const [after = 0] = sizeOfMain();
    expect(after).toBeGreaterThan(before);
    // What V8 made of `sum` is still there, and nothing is written again where nothing was new.
    const [main = ""] = readdirSync(cache).filter((name) => name.startsWith("main"));
    const kept = readFileSync(join(cache, main));
    expect(run()).toBe(true);
    runLate();
    expect(readFileSync(join(cache, main)).equals(kept)).toBe(true);
    expect(readdirSync(cache)).toHaveLength(2);
  });

  test("of two versions that are run in turn is kept", () => {
    const turn = () => ["v1", "v2"].map((version) => run({ "main.cjs": version }));
    expect([turn(), turn(), turn()]).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
  });
});

test("a part is read when it is first asked for, once", () => {
  const parts = partsIn(program, codeCache(undefined, {}), createRequire(import.meta.url));
  const main = parts.load("main.cjs") as { late(): string };
  expect([...parts.scripts().keys()]).toEqual(["main.cjs"]);
  expect(main.late()).toBe("late");
  expect([...parts.scripts().keys()]).toEqual(["main.cjs", "late.cjs"]);
  expect(parts.load("late.cjs")).toBe(parts.load("late.cjs"));
});

describe("the folder is", () => {
  test.each([
    ["the user's", "linux", {}, "cache/unconfused"],
    ["the user's, on Windows", "win32", { XDG_CACHE_HOME: "/elsewhere" }, "local/unconfused"],
    ["none in continuous integration", "linux", { CI: "true" }, undefined],
    ["the user's where CI is said not to be", "linux", { CI: "false" }, "cache/unconfused"],
    ["none where Node is told to keep none", "linux", { NODE_DISABLE_COMPILE_CACHE: "1" }, undefined],
    ["none that depends on where the run is", "linux", { XDG_CACHE_HOME: "cache" }, undefined],
  ] as const)("%s", (_, platform, env, expected) => {
    const all = { XDG_CACHE_HOME: join(home, "cache"), LOCALAPPDATA: join(home, "local"), ...env };
    expect(cacheFolder(all, platform)).toBe(expected && join(home, expected));
  });

  test("none within a repository, whose authors could put code there", () => {
    mkdirSync(join(home, ".git"));
    expect(cacheFolder({ XDG_CACHE_HOME: join(home, "a/b") }, "linux")).toBeUndefined();
  });
});
