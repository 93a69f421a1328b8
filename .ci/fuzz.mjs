// Runs the fuzz tests at length: `oracle` compares random policies with a brute-force evaluator, `inputs` tries random files; both where neither is named. UNCONFUSED_RUNS says how many, UNCONFUSED_SEED repeats a run.

import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { define } from "./package.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "test/hostile/fuzz");
const { UNCONFUSED_RUNS: runs = "5000", UNCONFUSED_SEED: wanted = "random" } = process.env;
/** Without another input tried, of the clock. */
const HANG_SECONDS = 180;
const MOST_FAILURES = 20;
/** So that a run that is ended before it is done has said what it did. */
const TOLD_EVERY_SECONDS = 30;

/** The thread's code: bundled once, for that runs several times as fast as it does under a test runner. */
async function bundled() {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "worker.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    define: {
      ...define,
      "import.meta.url": JSON.stringify(pathToFileURL(join(folder, "worker.ts")).href),
      "import.meta.dirname": JSON.stringify(folder),
    },
  });
  return outputFiles[0].text;
}

/** Runs the thread until it ends, hangs or dies; resolves to what became of it. */
function run(code, data, told, progress = () => {}) {
  const at = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(at, 0, data.from);
  return new Promise((resolve) => {
    const worker = new Worker(code, { eval: true, workerData: { ...data, at } });
    let [last, since] = [-1, Date.now()];
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) [last, since] = [now, Date.now()];
      progress(now);
      if (Date.now() - since > HANG_SECONDS * 1000) end({ hangs: now });
    }, 1000);
    const end = (how) => {
      clearInterval(watch);
      worker.removeAllListeners();
      worker.terminate().then(() => resolve(how));
    };
    worker.on("message", told);
    worker.on("error", (error) => end({ dies: Atomics.load(at, 0), why: error.message }));
    worker.on("exit", () => end({}));
  });
}

/** Where an input can be looked at. */
function keep({ number, name, text }) {
  const file = join(mkdtempSync(join(tmpdir(), `unconfused-${number}-`)), name);
  writeFileSync(file, text);
  return file;
}

async function inputs() {
  const seed = wanted === "random" ? Date.now() % 1_000_000_000 : Number(wanted);
  const code = await bundled();
  let trials = [];
  await run(code, { seed, from: 0, to: 0 }, (message) => {
    trials = message.trials;
  });
  let [all, failures] = [0, 0];
  for (const { name, share } of trials) {
    const to = Math.ceil(Number(runs) * share);
    const counted = { wrong: 0, hangs: 0, dies: 0 };
    let slowest = { number: 0, seconds: 0 };
    let from = 0;
    let toldAt = Date.now();
    const totals = (tried) =>
      `${name}: ${tried} tried, ${counted.wrong} wrong, ${counted.dies} died, ${counted.hangs} hung`;
    const progress = (number) => {
      if (Date.now() - toldAt < TOLD_EVERY_SECONDS * 1000) return;
      toldAt = Date.now();
      console.log(`${totals(number)}, of ${to}; ${all + number} of all, ${failures} failed`);
    };
    while (from < to && failures < MOST_FAILURES) {
      const { hangs, dies, why } = await run(
        code,
        { trial: name, seed, from, to },
        (tried) => {
          if (tried.seconds > slowest.seconds) slowest = tried;
          if (tried.wrong.length === 0) return;
          counted.wrong += 1;
          failures += 1;
          console.log(`${name}: number ${tried.number}, ${keep(tried)}: ${tried.wrong.join("\n")}\n`);
        },
        progress,
      );
      const stopped = hangs ?? dies;
      if (stopped === undefined) from = to;
      else {
        counted[hangs === undefined ? "dies" : "hangs"] += 1;
        failures += 1;
        console.log(`${name}: seed ${seed}, number ${stopped} ${hangs === undefined ? `dies: ${why}` : "hangs"}\n`);
        from = stopped + 1;
      }
    }
    all += from;
    const slow =
      slowest.seconds > 0 ? `; the slowest, number ${slowest.number}, took ${slowest.seconds.toFixed(1)} s` : "";
    console.log(`${totals(from)}${slow}`);
  }
  console.log(`inputs: ${all} tried under seed ${seed}, ${failures} failed`);
  return failures === 0;
}

function oracle() {
  const env = { ...process.env, UNCONFUSED_SEED: wanted, UNCONFUSED_RUNS: runs };
  const typed = ["vitest", "run", "--config", "test/fuzz.config.mjs"];
  return spawnSync("npx", typed, { cwd: root, env, stdio: "inherit" }).status === 0;
}

const parts = { oracle, inputs };
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
const unknown = names.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) throw new Error(`there is no ${unknown}: ${Object.keys(parts).join(", ")}`);
for (const name of names) if (!(await parts[name]())) process.exitCode = 1;
