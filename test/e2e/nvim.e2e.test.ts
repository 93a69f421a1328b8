// The language server in a real Neovim: what it shows, and that a quick fix does what it says.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BAD, folderOf, outerEnv, ROOT, run } from "./run.ts";

const [, version] = /^NVIM v(\S+)/.exec(`${spawnSync("nvim", ["--version"], { encoding: "utf8" }).stdout}`) ?? [];
if (version === undefined) console.warn("skipped: the language server in Neovim; there is no nvim on the path");

const IF_EXISTS =
  '            Condition:\n              StringEqualsIfExists:\n                "sts:ExternalId": k3f9d7a1\n';
const folder = folderOf({ "role.yaml": `${BAD}${IF_EXISTS}` });
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(version === undefined)("diagnostics, hover and a quick fix", () => {
  const SERVER = JSON.stringify([process.execPath, join(ROOT, "dist/cli.cjs"), "lsp"]);
  const script = join(import.meta.dirname, "nvim/drive.lua");
  const typed = ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${script}`];
  const { status, stdout, stderr } = run("nvim", typed, { cwd: folder, env: { ...outerEnv(), SERVER } });
  const told = stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  expect(told, stderr).toEqual([
    {
      count: 1,
      line: 14,
      from: 16,
      past: 32,
      source: "unconfused",
      message: expect.stringContaining("account 444455556666 can assume VendorRole without an external ID"),
    },
    { hover: expect.stringContaining("sts:ExternalId not sent`") },
    { title: "drop IfExists from StringEqualsIfExists" },
    { ended: true },
  ]);
  expect(status).toBe(0);
  expect(readFileSync(join(folder, "role.yaml"), "utf8")).toBe(`${BAD}${IF_EXISTS.replace("IfExists", "")}`);
});
