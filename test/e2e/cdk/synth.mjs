// Synthesises the fixture app by the real CDK.
//
//   synth.mjs                               makes test/fixtures/cdk/assembly anew
//   synth.mjs FOLDER [--compiled] [--debug] makes a project there: the app, what it compiles to in dist/, and cdk.out
//
// Stack traces name what Node ran: the TypeScript, or with --compiled the JavaScript. --debug is what users know as CDK_DEBUG.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const FIXTURES = join(import.meta.dirname, "../../fixtures/cdk");
/** What stands in the fixtures for the folder that the app was in. */
const PLACEHOLDER = "/app";

function synthesise(project, { compiled = false, debug = false } = {}) {
  cpSync(join(FIXTURES, "app"), project, { recursive: true });
  buildSync({
    absWorkingDir: project,
    entryPoints: ["main.ts"],
    outdir: "dist",
    bundle: true,
    packages: "external",
    platform: "node",
    sourcemap: true,
  });
  const { status, stderr } = spawnSync(
    process.execPath,
    [...(compiled ? [] : ["--enable-source-maps"]), "dist/main.js"],
    {
      cwd: project,
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        NODE_PATH: join(import.meta.dirname, "node_modules"),
        CDK_OUTDIR: "cdk.out",
        ...(debug && { CDK_DEBUG: "1" }),
      },
    },
  );
  if (status !== 0) throw new Error(stderr);
}

function renewFixture() {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "unconfused-cdk-")));
  synthesise(project);
  const target = join(FIXTURES, "assembly");
  rmSync(target, { recursive: true, force: true });
  cpSync(join(project, "cdk.out"), target, { recursive: true });
  for (const name of readdirSync(target, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".json")) continue;
    const file = join(target, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(project, PLACEHOLDER));
  }
  rmSync(project, { recursive: true });
}

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) renewFixture();
else synthesise(realpathSync(folder), { compiled: options.includes("--compiled"), debug: options.includes("--debug") });
