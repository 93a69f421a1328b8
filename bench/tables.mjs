// The cost of a policy and of a start with many times the carriers, services, issuers and vendors in the tables: `node bench/tables.mjs`.
//
//   node bench/tables.mjs [--times N] [--runs N]      N times the rows of each table (8), and so many runs of each, of which the least counts (5)

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { define } from "../.ci/package.mjs";
import { INPUTS } from "./inputs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { times: { type: "string" }, runs: { type: "string" }, of: { type: "string" } },
});
const [times, runs] = [Number(values.times ?? 8), Number(values.runs ?? 5)];

/** The lists that are tables: of each file the name of the list, and what makes another row of a row. */
const TABLES = {
  "src/policies/carriers.ts": [
    ["CLOUDFORMATION", "([service, type, property, own], n) => [service + n, type + n, property, own && own + n]"],
    ["TERRAFORM", "([service, type, property, own], n) => [service + n, type + n, property, own && own + n]"],
  ],
  "src/iam/language/service-sources.ts": [["SERVICE_SOURCES", "(row, n) => ({ ...row, service: row.service + n })"]],
  "src/iam/language/service-keys.ts": [
    ["SERVICE_KEYS", '(row, n) => ({ ...row, name: row.name.replace(":", n + ":") })'],
  ],
  "src/iam/language/federation/issuer-table.ts": [
    ["ISSUERS", '(row, n) => ({ ...row, url: "n" + n + "." + row.url })'],
  ],
};
const VENDORS = "src/config/generated/vendors.js";

if (values.of !== undefined) measureHere(values.of);
else await compare();

/** The rows that are made stand before the others, where a search from the front meets them all. */
function withRows(count) {
  return {
    name: "with-rows",
    setup({ onLoad }) {
      onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
        const file = path.slice(root.length);
        if (file === VENDORS) return { contents: withVendors(readFileSync(path, "utf8"), count), loader: "js" };
        const lists = TABLES[file];
        if (lists === undefined) return undefined;
        const text = lists.reduce((so, [name, more]) => withList(so, name, more, count), readFileSync(path, "utf8"));
        return { contents: text, loader: "ts" };
      });
    },
  };
}

function withList(text, name, more, count) {
  const begin = new RegExp(`(?:export )?const ${name}\\b[^=]*= \\[\\n`);
  if (!begin.test(text)) throw new Error(`no list is called ${name}`);
  const opened = text.replace(begin, (line) => line.replace(name, `${name}_OWN`));
  const end = opened.indexOf("\n];\n", opened.search(new RegExp(`const ${name}_OWN\\b`))) + "\n];\n".length;
  const numbers = `Array.from({ length: ${count - 1} }, (_, index) => index)`;
  const made = `${numbers}.flatMap((n) => (${name}_OWN as readonly any[]).map((row) => (${more})(row, n)))`;
  const list = `export const ${name}: readonly any[] = [...${made}, ...${name}_OWN];\n`;
  return opened.slice(0, end) + list + opened.slice(end);
}

function withVendors(text, count) {
  const rows = JSON.parse(/`([\s\S]*)`/.exec(text)[1]);
  const other = (n) => (account) => String(Number(account) + 7 * (n + 1)).padStart(12, "0");
  const made = Array.from({ length: count - 1 }, (_, n) =>
    rows.map((row) => ({
      ...row,
      vendor: `${row.vendor} ${n}`,
      multi: row.multi.map(other(n)),
      untold: row.untold.map(other(n)),
    })),
  );
  return `export const json = String.raw\`${JSON.stringify([...made.flat(), ...rows])}\`;\n`;
}

async function compare() {
  const folder = mkdtempSync(join(tmpdir(), "tables-"));
  try {
    const results = [];
    for (const count of [1, times]) {
      const outfile = join(folder, `with-${count}.cjs`);
      const options = { absWorkingDir: root, bundle: true, platform: "node", format: "cjs", define, outfile };
      await build({ ...options, entryPoints: ["src/index.ts"], plugins: [withRows(count)], minify: true });
      results.push({ count, ...least(outfile) });
    }
    console.log("| rows | start: CPU ms | a policy: CPU µs |\n|---|---|---|");
    for (const { count, start, policy } of results)
      console.log(`| ${count === 1 ? "as they are" : `× ${count}`} | ${start.toFixed(1)} | ${policy.toFixed(0)} |`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each run in a process of its own, so that none finds what another left. */
function least(library) {
  const all = Array.from({ length: runs }, () => {
    const script = fileURLToPath(import.meta.url);
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, "--of", library], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const smallest = (key) => Math.min(...all.map((one) => one[key]));
  return { start: smallest("start"), policy: smallest("policy") };
}

/** A start is what it takes to load the library and to judge the first template; a policy, what each of many takes after that. */
function measureHere(library) {
  const files = Object.entries(INPUTS["templates-1000"].files()).map(([path, content]) => ({ path, content }));
  const began = process.cpuUsage();
  const { check } = createRequire(import.meta.url)(library);
  check({ files: files.slice(0, 1) });
  const start = process.cpuUsage(began);
  check({ files: files.slice(1, 200) });
  const warm = process.cpuUsage();
  const { summary } = check({ files: files.slice(200, 600) });
  const spent = process.cpuUsage(warm);
  const sum = ({ user, system }) => user + system;
  console.log(JSON.stringify({ start: sum(start) / 1000, policy: sum(spent) / summary.policies }));
}
