import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectWithPackage } from "./packed.ts";
import { BAD, run } from "./run.ts";

const ASSEMBLY = join(import.meta.dirname, "../fixtures/cdk/assembly");
const JUDGE = readFileSync(join(import.meta.dirname, "browser/judge.mjs"), "utf8");

const chromium = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
  .find((file) => existsSync(file));
if (chromium === undefined) console.warn("skipped: Chromium; 'apt-get install chromium' brings it");

let project: string;
let input: string;
let inNode: string;

beforeAll(() => {
  const files = readdirSync(ASSEMBLY, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ path: `cdk.out/${name}`, content: readFileSync(join(ASSEMBLY, name), "utf8") }));
  input = JSON.stringify({ bad: BAD, files });
  const page = `import * as library from "unconfused";\nimport { judge } from "./judge.mjs";\n`;
  project = projectWithPackage({
    "judge.mjs": JUDGE,
    "input.json": input,
    "node.mjs": `${page}import { readFileSync } from "node:fs";\nprocess.stdout.write(judge(library, JSON.parse(readFileSync("input.json", "utf8"))));\n`,
    "bundled.mjs": `${page}globalThis.answer = judge(library, JSON.parse(globalThis.input));\n`,
  });
  const ended = run(process.execPath, ["node.mjs"], { cwd: project });
  expect(ended).toMatchObject({ status: 0, stderr: "" });
  inNode = ended.stdout;
});

afterAll(() => rmSync(project, { recursive: true }));

test("what is compared is more than nothing", () => {
  const { report, sarif, refused } = JSON.parse(inNode);
  const found = new Set(report.findings.map(({ rule }: { rule: string }) => rule));
  expect([...found]).toEqual(expect.arrayContaining(["external-id-required", "no-guests"]));
  const principals = JSON.stringify(report.grants);
  for (const name of ["md5", "sha1", "sha256", "sha512"]) {
    expect(principals).toContain(createHash(name).update("a").digest("hex").slice(0, 60));
  }
  expect(report.findings.length).toBe(sarif.runs[0].results.length);
  expect(refused[0]).toBe(true);
});

describe.each(["index.js", "index.cjs"])("%s", (file) => {
  test("speaks of nothing that only Node has", () => {
    const text = readFileSync(join(project, "node_modules/unconfused/dist", file), "utf8");
    expect(text.match(/\bprocess\b|\bBuffer\.|["']node:[a-z]+["']|\bimport\.meta\b/g)).toBeNull();
  });
});

test("bundled for a browser it answers as in Node, with nothing but the language and what reads and writes texts", async () => {
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: ["bundled.mjs"],
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
    logLevel: "error",
  });
  const globals = { TextDecoder, TextEncoder, Uint8Array, atob, btoa, input };
  // No code from texts, as the security policy of a careful page has it.
  const page = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(outputFiles[0]?.text ?? "", page);
  expect(runInContext("answer", page)).toBe(inNode);
});

describe.runIf(chromium !== undefined)("in Chromium", () => {
  test("a page that may load nothing but the library itself gets the answers of Node", async () => {
    const served: Readonly<Record<string, readonly [type: string, text: string]>> = {
      "/": [
        "text/html",
        '<!doctype html><title>t</title><pre id="answer"></pre><script type="module" src="/page.js"></script>',
      ],
      "/page.js": [
        "text/javascript",
        `import * as library from "/index.js"; import { judge } from "/judge.mjs"; import input from "/input.js";
let answer; try { answer = judge(library, input); } catch (thrown) { answer = String(thrown.stack); }
document.getElementById("answer").textContent = btoa(unescape(encodeURIComponent(answer)));`,
      ],
      "/index.js": ["text/javascript", readFileSync(join(project, "node_modules/unconfused/dist/index.js"), "utf8")],
      "/judge.mjs": ["text/javascript", JUDGE],
      "/input.js": ["text/javascript", `export default ${input};`],
    };
    const server = createServer(({ url = "" }, response) => {
      const [type, text] = served[url] ?? ["text/plain", ""];
      response.writeHead(served[url] === undefined ? 404 : 200, {
        "content-type": `${type}; charset=utf-8`,
        "content-security-policy": "default-src 'none'; script-src 'self'",
      });
      response.end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const options = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--virtual-time-budget=20000",
    ];
    const folder = `--user-data-dir=${join(project, "profile")}`;
    const { stdout } = await promisify(execFile)(
      chromium ?? "",
      [...options, folder, "--dump-dom", `http://127.0.0.1:${port}/`],
      { maxBuffer: 2 ** 28, timeout: 120_000 },
    ).finally(() => server.close());
    const [, answer = ""] = /<pre id="answer">([^<]*)<\/pre>/.exec(stdout) ?? [];
    expect(Buffer.from(answer, "base64").toString()).toBe(inNode);
  });
});
