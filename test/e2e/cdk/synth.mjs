// The fixture app, synthesised by the real CDK. `node test/e2e/cdk/synth.mjs` makes test/fixtures/cdk/assembly anew.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const FIXTURES = join(import.meta.dirname, "../../fixtures/cdk");
/** What stands in the fixtures for the folder that the app was in. */
const PLACEHOLDER = "/app";

/**
 * Makes a project: the app, what it compiles to in dist/, and cdk.out. Stack traces name what Node ran: the TypeScript
 * where `sourceMaps` are on, else the JavaScript. `debug` is what users know as CDK_DEBUG.
 */
export function synthesise({ sourceMaps = true, debug = false } = {}) {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "unconfused-cdk-")));
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
    [...(sourceMaps ? ["--enable-source-maps"] : []), "dist/main.js"],
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
  return project;
}

if (process.argv[1] === import.meta.filename) {
  const project = synthesise();
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
