// Compares the program with other tools, and writes the tables of bench/README.md: `npm run bench`, after `npm run bundle`.
//
//   node bench/run.mjs [--install] [--runs N] [--without PROGRAM] [INPUT ...]      inputs are those of inputs.mjs, and "corpus": templates in the folder that CORPUS names
//
// Programs run in turn, so that what else the machine does meets all of them; of the runs of each the quickest counts.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { INPUTS, write } from "./inputs.mjs";
import { measure } from "./measure.mjs";
import { install, OURS, PEERS, versionOf } from "./peers.mjs";
import { verdicts } from "./verdicts.mjs";

const README = new URL("README.md", import.meta.url);
/** A slow program is not run again and again. */
const LONG = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    install: { type: "boolean" },
    runs: { type: "string", default: "7" },
    without: { type: "string", multiple: true, default: [] },
  },
});
if (values.install) install();

const versions = new Map(PEERS.map((peer) => [peer.name, versionOf(peer)]));
const present = PEERS.filter(({ name }) => versions.get(name) !== undefined && !values.without.includes(name));
const wanted = positionals.length > 0 ? positionals : [...Object.keys(INPUTS), "corpus"];
const tables = wanted.flatMap((name) => tableOf(name));
const judged = positionals.length > 0 ? [] : verdictTable();
publish([...tables, ...judged].join("\n"));

function tableOf(name) {
  const { title, folder, files } = name === "corpus" ? corpus() : INPUTS[name];
  const place = folder ?? mkdtempSync(join(tmpdir(), "bench-"));
  if (!existsSync(place)) return [];
  try {
    const size = files && write(place, files());
    const megabytes = size && (size.bytes / 1e6).toFixed(size.bytes < 1e5 ? 2 : 1);
    const peers = present.filter(({ inputs }) => inputs === undefined || inputs.includes(name));
    const best = quickest(peers, place);
    const [ours, start] = [best.get(OURS), best.get("bare node")];
    const rows = peers.map(({ name: peer }) => {
      const { cpu, seconds, megabytes: peak, status } = best.get(peer);
      const figures = [
        cpu.toFixed(3),
        seconds.toFixed(3),
        peak.toFixed(0),
        (cpu / start.cpu).toFixed(1),
        (cpu / ours.cpu).toFixed(2),
        status,
      ];
      return `| ${peer} | ${figures.join(" | ")} |`;
    });
    return [
      `### ${title}${size ? ` (${megabytes} MB, ${size.count === 1 ? "1 file" : `${size.count.toLocaleString("en")} files`})` : ""}`,
      "",
      `| program | CPU s | s | MB at most | × bare node | × ${OURS} | exit code |`,
      "|---|---|---|---|---|---|---|",
      ...rows,
      "",
    ];
  } finally {
    if (folder === undefined) rmSync(place, { recursive: true });
  }
}

function corpus() {
  return { title: "Public templates", folder: resolve(process.env.CORPUS ?? "../shared/corpus/cloudformation") };
}

function quickest(peers, folder) {
  const best = new Map();
  for (let run = 0; run < Number(values.runs); run += 1) {
    for (const { name, command } of peers) {
      const before = best.get(name);
      if (before !== undefined && before.seconds > LONG) continue;
      const one = measure(command(folder), folder);
      best.set(name, before === undefined ? one : least(before, one));
    }
    console.error(`${folder}: ${run + 1} of ${values.runs}`);
  }
  return best;
}

function least(one, other) {
  const least = ["seconds", "cpu", "megabytes"].map((key) => [key, Math.min(one[key], other[key])]);
  return { ...other, ...Object.fromEntries(least) };
}

function verdictTable() {
  const rows = present
    .filter(({ alone }) => alone !== undefined)
    .map((peer) => {
      const { single, multi } = verdicts(peer);
      return `| ${peer.name} ${versions.get(peer.name)} | ${single} | ${multi} |`;
    });
  return [
    "### Verdicts",
    "",
    "The trust policies of `test/conformance/trust-cases.json` whose verdict is certain, each as a template of its own: of the bad ones those that it flags, of the good ones those that it lets pass. The exit status decides, so what another of its rules finds in a good one counts against a program.",
    "",
    "| program | vendor with an account for each customer | vendor with one for all |",
    "|---|---|---|",
    ...rows,
    "",
  ];
}

function publish(text) {
  const programs = present.filter(({ isVariant }) => isVariant !== true);
  const named = programs.map(({ name }) => `${name} ${versions.get(name)}`).join(", ");
  const about = `Written by \`npm run bench\`: ${named}; ${cpus().length} cores, ${values.runs} runs. CPU seconds are those of all threads.`;
  const readme = readFileSync(README, "utf8");
  writeFileSync(
    README,
    readme.replace(
      /(<!-- bench -->\n)[\s\S]*?(<!-- end -->)/,
      (_, open, close) => `${open}${about}\n\n${text}${close}`,
    ),
  );
}
