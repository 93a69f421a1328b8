// The tools to compare with, limited to their checks of who may assume a role; and plain parsers as the lower limit.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("peers/", import.meta.url));
const cli = fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const yaml = fileURLToPath(new URL("../node_modules/yaml", import.meta.url));
const inPython = (name) => join(here, ".python/bin", name);
const inCargo = (name) => join(here, ".cargo/bin", name);

/** One program for all files below a folder. */
const floor = (parse) =>
  `const fs=require("fs"),path=require("path");const parse=${parse};for(const e of fs.readdirSync(".",{recursive:true,withFileTypes:true}))if(e.isFile())parse(fs.readFileSync(path.join(e.parentPath??e.path,e.name),"utf8"))`;

/** As text, which is what it writes unless it is told otherwise. */
const ours = (folder) => [process.execPath, cli, "check", folder, "--no-config", "--fail-on", "never"];

export const OURS = "unconfused";

const templates = ["yaml-20k", "json-1m", "templates-1000", "corpus"];
/** `inputs`: those that it reads, all if left out; `alone`: how it judges one template, by its exit code; `isVariant`: another way to call the program before it. */
export const PEERS = [
  { name: "bare node", command: () => [process.execPath, "-e", "0"], isFloor: true },
  {
    name: "`JSON.parse`",
    command: () => [process.execPath, "-e", floor("JSON.parse")],
    inputs: ["json-1m", "plan-12m", "plan-25m", "plan-50m"],
    isFloor: true,
  },
  {
    name: "`yaml.parse`",
    command: () => [process.execPath, "-e", floor(`(text)=>require(${JSON.stringify(yaml)}).parse(text)`)],
    inputs: ["yaml-20k", "templates-1000"],
    isFloor: true,
  },
  { name: OURS, command: ours, alone: (file) => [process.execPath, cli, "check", file] },
  { name: `${OURS}, JSON with fixes`, command: (folder) => [...ours(folder), "--format", "json"], isVariant: true },
  {
    name: "cfn-guard",
    install: ["cargo", "install", "cfn-guard", "--version", "3.2.1", "--root", join(here, ".cargo")],
    program: inCargo("cfn-guard"),
    command: (folder) => [
      found("cfn-guard", inCargo),
      "validate",
      "--rules",
      join(here, "trust.guard"),
      "--data",
      folder,
    ],
    inputs: templates,
    alone: (file) => [found("cfn-guard", inCargo), "validate", "--rules", join(here, "trust.guard"), "--data", file],
  },
  {
    name: "checkov",
    install: ["sh", "-c", `python3 -m venv ${here}.python && ${inPython("pip")} install -q -r ${here}requirements.txt`],
    program: inPython("checkov"),
    command: (folder) => [
      found("checkov", inPython),
      ...["--directory", folder, "--check", "CKV_AWS_60,CKV_AWS_61", "--skip-download", "--compact", "--quiet"],
    ],
    alone: (file) => [
      found("checkov", inPython),
      ...["--file", file, "--check", "CKV_AWS_60,CKV_AWS_61", "--skip-download", "--compact", "--quiet"],
    ],
  },
  {
    name: "cfn-lint",
    program: inPython("cfn-lint"),
    command: (folder) => [found("cfn-lint", inPython), "--regions", "us-east-1", "--template", ...filesIn(folder)],
    inputs: ["yaml-20k", "json-1m"],
  },
  {
    name: "trivy",
    command: (folder) => ["trivy", "config", "--skip-check-update", "--quiet", folder],
    alone: (file) => ["trivy", "config", "--skip-check-update", "--quiet", "--exit-code", "1", file],
  },
];

/** Installs what a registry gives, where it is asked for; the others have to be on the path. */
export function install() {
  mkdirSync(here, { recursive: true });
  for (const { name, install: typed, program } of PEERS) {
    if (typed === undefined || existsSync(program)) continue;
    console.error(`installing ${name}: ${typed.join(" ")}`);
    const { status } = spawnSync(typed[0], typed.slice(1), { stdio: "inherit" });
    if (status !== 0) console.error(`${name} could not be installed: it is left out`);
  }
}

/** What it prints as its version; undefined: it is not there. */
export function versionOf({ name, command }) {
  const [program] = command(".");
  if (program === process.execPath) return name.startsWith(OURS) ? ownVersion() : process.version;
  const { status, stdout, stderr } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === null || status === 127 ? undefined : (/\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? "?");
}

const found = (name, place) => (existsSync(place(name)) ? place(name) : name);

function ownVersion() {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath ?? each.path, each.name));
}
