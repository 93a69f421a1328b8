// How time grows with Terraform in HCL: a repository of many modules, and one module of many files, at three sizes each, beside `terraform fmt -check`, which only parses them.
// node bench/hcl.mjs, after npm run bundle. TERRAFORM names another program than the one on the path.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOfOneModule, modules, oneFile } from "./hcl-inputs.mjs";
import { write } from "./inputs.mjs";

const cli = fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const { TERRAFORM = "terraform" } = process.env;
const RUNS = 3;

const SHAPES = {
  "modules of two files": { sizes: [125, 250, 500], files: modules },
  "files of one module": { sizes: [250, 500, 1000], files: filesOfOneModule },
  "resources of one file": { sizes: [500, 1000, 2000], files: oneFile },
};

/** Seconds of processor time of the quickest of some runs; undefined: the program is not there. */
function seconds(command, folder) {
  let quickest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const timed = ["-c", 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null', "bash", ...command];
    const { status, stderr } = spawnSync("bash", timed, { cwd: folder, encoding: "utf8" });
    if (status === 127 || status === null) return undefined;
    const [user = 0, system = 0] = stderr.trim().split(" ").map(Number);
    quickest = Math.min(quickest, user + system);
  }
  return quickest;
}

const shown = (time) => (time === undefined ? "–" : time.toFixed(2));

console.log("| input | unconfused, CPU s | growth | terraform fmt -check, CPU s |\n|---|---|---|---|");
for (const [name, { sizes, files }] of Object.entries(SHAPES)) {
  let before;
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "hcl-"));
    write(folder, files(size));
    const ours = seconds([process.execPath, cli, "check", ".", "--fail-on", "never"], folder);
    const parsed = seconds([TERRAFORM, "fmt", "-check", "-recursive", "."], folder);
    const growth = before === undefined ? "" : (ours / before).toFixed(2);
    console.log(`| ${size} ${name} | ${shown(ours)} | ${growth} | ${shown(parsed)} |`);
    before = ours;
    rmSync(folder, { recursive: true });
  }
}
