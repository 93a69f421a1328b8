// Compares what is found in files of HCL with what tree-sitter's grammar finds: node test/e2e/tree-sitter/compare.mjs [FILE ...], after npm ci --ignore-scripts --prefix test/e2e/tree-sitter.
// Without files it takes those of test/fixtures, and files put together at random: UNCONFUSED_RUNS=500 UNCONFUSED_SEED=1.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Language, Parser } from "web-tree-sitter";
import { define } from "../../../.ci/package.mjs";
import { randomFile } from "./random.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const outfile = here("reports/nodes.js");
await build({
  entryPoints: [here("nodes.ts")],
  bundle: true,
  platform: "node",
  format: "esm",
  define,
  outfile,
  logLevel: "error",
});
const { nodesIn } = await import(outfile);
await Parser.init();
const parser = new Parser();
const grammar = "node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm";
parser.setLanguage(await Language.load(here(grammar)));

const KINDS = new Map([
  ["function_call", "call"],
  ["tuple", "tuple"],
  ["object", "object"],
  ["for_expr", "for"],
  ["template_interpolation", "interpolation"],
  ["numeric_lit", "number"],
  ["variable_expr", "name"],
]);

/** Undefined where the grammar finds the file broken. */
function othersIn(text) {
  const { rootNode } = parser.parse(text);
  if (rootNode.hasError) return undefined;
  const found = [];
  const visit = (node) => {
    const { type, startIndex: start, endIndex: end } = node;
    const kind = KINDS.get(type);
    if (kind !== undefined) found.push(`${kind} ${start}-${end}`);
    if (type === "attribute") found.push(`attribute ${node.firstNamedChild.text} ${start}-${end}`);
    if (type === "block") {
      const labels = node.namedChildren
        .filter((child) => child.type === "identifier" || child.type === "string_lit")
        .map((child) => (child.type === "identifier" ? child.text : child.text.slice(1, -1)));
      found.push(`block ${labels.join(" ")} ${start}-${end}`);
    }
    for (const child of node.namedChildren) visit(child);
  };
  visit(rootNode);
  return found.sort();
}

function* inputs() {
  const named = process.argv.slice(2);
  const fixtures = here("../../fixtures");
  const standing = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tf"));
  for (const path of named.length > 0 ? named : standing.map((name) => join(fixtures, name))) {
    yield [path, readFileSync(path, "utf8")];
  }
  if (named.length > 0) return;
  const seed = Number(process.env.UNCONFUSED_SEED ?? 1);
  for (let run = 0; run < Number(process.env.UNCONFUSED_RUNS ?? 500); run += 1) {
    yield [`random ${seed + run}`, randomFile(seed + run)];
  }
}

let [files, nodes, different, unread] = [0, 0, 0, 0];
for (const [name, text] of inputs()) {
  files += 1;
  const [ours, others] = [nodesIn(text), othersIn(text)];
  // What the grammar cannot read, Terraform may: it has no exponents.
  if (others === undefined && ours !== undefined) {
    unread += 1;
    continue;
  }
  nodes += ours?.length ?? 0;
  const only = (some, all) => (some ?? ["broken"]).filter((each) => !(all ?? ["broken"]).includes(each));
  const [here, there] = [only(ours, others), only(others, ours)];
  if (here.length === 0 && there.length === 0) continue;
  different += 1;
  console.log(`${name}\n  only here: ${here.slice(0, 5).join(", ")}\n  only there: ${there.slice(0, 5).join(", ")}`);
  if (name.startsWith("random")) console.log(text);
}
console.log(`${files} files, ${nodes} nodes; ${different} files differ, ${unread} more the grammar cannot read`);
process.exitCode = different > 0 ? 1 : 0;
