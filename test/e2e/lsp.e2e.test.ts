// The language server as an editor starts it: the built program, spoken to by the protocol's own client.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { editor } from "../surfaces/lsp/client.ts";
import { BAD, folderOf, ROOT } from "./run.ts";

const CLI = join(ROOT, "dist/cli.cjs");
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function started(typed: readonly string[]) {
  const folder = folderOf({ "role.yaml": BAD });
  folders.push(folder);
  const server = spawn(process.execPath, [CLI, ...typed], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const client = await editor(server.stdout, server.stdin, folder);
  return { client, server, file: join(folder, "role.yaml") };
}

test.each([[["lsp"]], [["lsp", "--stdio"]]])("unconfused %s", async (typed) => {
  const { client, server, file } = await started(typed);
  expect(client.initialized.serverInfo?.name).toBe("unconfused");
  await client.open(file, readFileSync(file, "utf8"));
  const [diagnostic] = await client.diagnostics(file, 1);
  expect(diagnostic?.code).toBe("external-id-required");
  const [action] = await client.actions(file, diagnostic?.range ?? { start: zero, end: zero });
  expect(action?.title).toMatch(/^demand sts:ExternalId/);
  await client.connection.sendRequest("shutdown");
  const ended = once(server, "exit");
  await client.connection.sendNotification("exit");
  expect(await ended).toEqual([0, null]);
});

const zero = { line: 0, character: 0 };

test("ends when the editor is gone", async () => {
  const { server } = await started(["lsp"]);
  const ended = once(server, "exit");
  server.stdin.end();
  expect(await ended).toEqual([1, null]);
});

test("what docs/editor.md has editors start is that", () => {
  const text = readFileSync(join(ROOT, "docs/editor.md"), "utf8");
  const blocks = [...text.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block);
  expect(blocks.length).toBeGreaterThanOrEqual(3);
  expect(blocks.filter((block) => block.includes("unconfused") && !/"?lsp"?/.test(block))).toEqual([]);
});
