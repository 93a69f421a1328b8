// What hostile inputs cost, at three sizes each: `node bench/hostile.mjs [PART OF A NAME]` prints the table of bench/README.md. Reads dist/cli.cjs, or what CLI names.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inputs } from "./hostile-inputs.mjs";

const [part = ""] = process.argv.slice(2);
const cli = process.env.CLI ?? fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const SECONDS = 60;
const USAGE =
  "data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();console.error('usage',u.userCPUTime+u.systemCPUTime,u.maxRSS)})";

/** Seconds of the processor, and megabytes. Reports in JSON hold what mends each finding; those for people do not. */
function run(files, format = "json") {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    let size = 0;
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      size += text.length;
    }
    const config = "unconfused.yaml" in files ? [] : ["--no-config"];
    const typed = ["--import", USAGE, cli, "check", ".", ...config, "--fail-on", "never", "--format", format];
    const { stderr, stdout, status, signal } = spawnSync(process.execPath, typed, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      timeout: SECONDS * 1000,
    });
    const [, time = Number.NaN, peak = Number.NaN] = /usage (\d+) (\d+)/.exec(stderr) ?? [];
    if (process.env.SHOW) console.error(stderr.slice(0, 600), stdout.slice(0, Number(process.env.SHOW)));
    return { size: size / 1e6, time: time / 1e6, peak: (peak * 1024) / 1e6, status: signal ?? status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const idle = run({ "a.json": '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}' });
console.log(`Nothing to judge: ${idle.time.toFixed(2)} s, ${idle.peak.toFixed(0)} MB; the figures below include it.\n`);
console.log(
  "| input | sizes | MB | seconds | growth of time | MB of memory | seconds, and MB of memory, of the largest as text | exit code |",
);
console.log("|---|---|---|---|---|---|---|---|");
for (const [name, [sizes, make]] of Object.entries(inputs)) {
  if (!name.includes(part)) continue;
  const all = sizes.map((size) => run(make(size)));
  const text = run(make(sizes.at(-1)), "text");
  const shown = (key, digits) => all.map((each) => each[key].toFixed(digits)).join(" · ");
  const growth = all
    .slice(1)
    .map(({ time }, index) => ((time - idle.time) / Math.max(0.01, all[index].time - idle.time)).toFixed(1));
  const counted = sizes.map((size) => size.toLocaleString("en")).join(" · ");
  console.log(
    `| ${name} | ${counted} | ${shown("size", 2)} | ${shown("time", 2)} | ${growth.join(" · ")} | ${shown("peak", 0)} | ${text.time.toFixed(2)}, ${text.peak.toFixed(0)} | ${all.map(({ status }) => status).join(" · ")} |`,
  );
}
