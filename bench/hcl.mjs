// How time grows with Terraform in HCL: a repository of many modules, and one module of many files, at three sizes each, beside `terraform fmt -check`, which only parses them.
// node bench/hcl.mjs, after npm run bundle. TERRAFORM names another program than the one on the path.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const { TERRAFORM = "terraform" } = process.env;
const RUNS = 3;

const role = (index) => `
variable "external_id_${index}" {
  type = string
}

resource "aws_iam_role" "vendor_${index}" {
  name = "vendor-${index}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id_${index} } }
    }]
  })
}
`;

/** What most files hold: no role at all. */
const bucket = (index) => `
resource "aws_s3_bucket" "data_${index}" {
  bucket = "data-${index}"
  tags   = { for name in ["team", "stage"] : name => "\${name}-${index}" }
}
`;

const SHAPES = {
  "modules of two files": {
    sizes: [125, 250, 500],
    write(folder, count) {
      for (let index = 0; index < count; index += 1) {
        const module = join(folder, `module-${index}`);
        mkdirSync(module);
        writeFileSync(join(module, "main.tf"), role(index));
        writeFileSync(join(module, "data.tf"), bucket(index));
      }
    },
  },
  "files of one module": {
    sizes: [250, 500, 1000],
    write(folder, count) {
      for (let index = 0; index < count; index += 1) {
        writeFileSync(join(folder, `file-${index}.tf`), index % 10 === 0 ? role(index) : bucket(index));
      }
    },
  },
  "resources of one file": {
    sizes: [500, 1000, 2000],
    write(folder, count) {
      const texts = Array.from({ length: count }, (_, index) => (index % 10 === 0 ? role(index) : bucket(index)));
      writeFileSync(join(folder, "main.tf"), texts.join(""));
    },
  },
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
for (const [name, { sizes, write }] of Object.entries(SHAPES)) {
  let before;
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "hcl-"));
    write(folder, size);
    const ours = seconds([process.execPath, cli, "check", ".", "--fail-on", "never"], folder);
    const parsed = seconds([TERRAFORM, "fmt", "-check", "-recursive", "."], folder);
    const growth = before === undefined ? "" : (ours / before).toFixed(2);
    console.log(`| ${size} ${name} | ${shown(ours)} | ${growth} | ${shown(parsed)} |`);
    before = ours;
    rmSync(folder, { recursive: true });
  }
}
