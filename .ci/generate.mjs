// Generates the source files that come from schemas/ and rules/, so that no schema is compiled and no YAML is read at start. With --check it writes nothing and fails where a file is stale.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { actionPage } from "./action-page.mjs";
import { catalogue } from "./catalogue.mjs";
import { reportPage, reportPageDeclaration } from "./page.mjs";
import { rulesPage } from "./rules-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const schemas = ["config.schema.json", "rule.schema.json", "metadata.schema.json", "baseline.schema.json"];
const folders = ["trust", "federation", "service", "resource", "identity"];

const ajv = new Ajv2020({
  allErrors: true,
  // What a schema says about a value is read out in messages: src/text/schema-faults.ts.
  verbose: true,
  messages: false,
  strictRequired: false,
  strictTypes: false,
  code: { source: true, esm: true, lines: true },
});
for (const name of schemas) ajv.addSchema(JSON.parse(readFileSync(join(root, "schemas", name), "utf8")), name);

/** @returns {string} an ES module that needs nothing of ajv at run time */
function validator(schema) {
  const code = standalone.default(ajv, { validate: schema });
  if (code.includes("require(")) throw new Error(`${schema} uses a keyword that needs ajv at run time`);
  return code;
}

/** A schema less what it says to people, which nothing reads out of what programs wrote. */
function shape(name) {
  const bare = (value) => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== "object" || value === null) return value;
    const words = Object.entries(value).filter(([word, said]) => !(word === "description" && typeof said === "string"));
    return Object.fromEntries(words.map(([word, said]) => [word, bare(said)]));
  };
  const { $schema: _, title: __, ...rest } = bare(JSON.parse(readFileSync(join(root, "schemas", name), "utf8")));
  return data([rest]);
}

const declaration = `import type { Validate } from "../../text/schema-faults.ts";\n\nexport declare const validate: Validate;\n`;

/** A list as a text of JSON, an entry a line: it is read when it is asked for, and several times as fast as code that says the same. ASCII, as the parts of the program are read (src/surfaces/start/parts.ts). */
function data(list) {
  const lines = list.map((each) => JSON.stringify(each).replace(/[^ -_a-~]|\$(?=\{)/g, escaped));
  return `export const json = String.raw\`[\n${lines.join(",\n")}\n]\`;\n`;
}

/** A UTF-16 code unit as JSON escapes it. */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const dataDeclaration = "export declare const json: string;\n";

/** What of the sources reads a rule, and says who is who in its examples. */
const RULES = `export { readRules } from "./src/rules/files/read.ts";
export { carrierText } from "./src/examples/carried.ts";
export { premises, WHO_IS_WHO } from "./src/rules/example.ts";`;

/** The built-in rules as `loadRules` reads a user's, and their page. Node 20 runs no TypeScript: the reader is bundled first. */
async function builtinRules(fresh) {
  const generated = {
    name: "generated",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/generated\/[\w-]+\.js$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path) }));
      onLoad({ filter: /\/generated\/[\w-]+\.js$/ }, ({ path }) => ({ contents: fresh.get(relative(root, path)) }));
    },
  };
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    const outfile = join(folder, "read.cjs");
    const stdin = { contents: RULES, resolveDir: root };
    await build({ stdin, outfile, bundle: true, platform: "node", plugins: [generated], logLevel: "warning" });
    const { readRules, premises, carrierText, WHO_IS_WHO: whoIsWho } = createRequire(outfile)(outfile);
    const rules = readRules(ruleFiles(), []);
    return { rules, page: rulesPage(rules, { premises, whoIsWho, pathOf, carrierText }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ruleFiles() {
  return folders.flatMap((folder) => {
    const path = join(root, "rules", folder);
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".yaml")) : [];
    return names.sort().map((name) => ({
      path: `rules/${folder}/${name}`,
      text: readFileSync(join(path, name), "utf8"),
    }));
  });
}

/** The README with the table of rules between its marks. */
function withRules(readme, rules) {
  const rows = rules.map(
    ({ id, severity, preset, title }) =>
      `| [\`${id}\`](${pathOf(id)}) | ${severity}${preset ? "; low unless `preset: all`" : ""} | ${title} |`,
  );
  const table = ["| rule | severity | finds |", "|---|---|---|", ...rows].join("\n");
  return readme.replace(/(<!-- rules -->\n)[\s\S]*?(<!-- end -->)/, (_, open, close) => `${open}${table}\n${close}`);
}

function pathOf(id) {
  return ruleFiles().find(({ path }) => path.endsWith(`/${id}.yaml`)).path;
}

/** @returns {Promise<Map<string, string>>} every generated file, by its path below the root */
async function make() {
  const files = new Map([
    ["src/config/generated/config-schema.js", validator("config.schema.json")],
    ["src/config/generated/config-schema.d.ts", declaration],
    ["src/config/generated/vendors.js", data(catalogue())],
    ["src/config/generated/vendors.d.ts", dataDeclaration],
    ["src/rules/generated/rule-schema.js", validator("rule.schema.json")],
    ["src/rules/generated/rule-schema.d.ts", declaration],
    ["src/config/generated/metadata-schema.js", validator("metadata.schema.json")],
    ["src/config/generated/metadata-schema.d.ts", declaration],
    ["src/findings/generated/baseline-schema.js", validator("baseline.schema.json")],
    ["src/findings/generated/baseline-schema.d.ts", declaration],
    ["src/findings/generated/report-shape.js", shape("report.schema.json")],
    ["src/findings/generated/report-shape.d.ts", dataDeclaration],
    ["src/findings/generated/sarif-shape.js", shape("sarif.schema.json")],
    ["src/findings/generated/sarif-shape.d.ts", dataDeclaration],
  ]);
  files.set("src/reporters/html/generated/page.js", await reportPage(root));
  files.set("src/reporters/html/generated/page.d.ts", reportPageDeclaration);
  const { rules, page } = await builtinRules(files);
  files.set("rules/README.md", page);
  files.set("docs/github-action.md", actionPage());
  // Most of a rule is its examples, which no run that judges reads.
  files.set("src/rules/generated/rules.js", data(rules.map(({ examples: _, ...rule }) => rule)));
  files.set("src/rules/generated/rules.d.ts", dataDeclaration);
  files.set("src/rules/generated/examples.js", data(rules.map(({ examples }) => examples)));
  files.set("src/rules/generated/examples.d.ts", dataDeclaration);
  return files.set("README.md", withRules(readFileSync(join(root, "README.md"), "utf8"), rules));
}

const isStale = ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), "utf8") !== text;

try {
  const stale = [...(await make())].filter(isStale);
  if (!process.argv.includes("--check")) {
    for (const [file, text] of stale) writeFileSync(join(root, file), text);
  } else if (stale.length > 0) {
    console.error(`stale: ${stale.map(([file]) => file).join(", ")}; run 'npm run generate' and commit what it writes`);
    process.exitCode = 1;
  }
} catch (thrown) {
  if (thrown.file === undefined) throw thrown;
  console.error(`${thrown.file}:${thrown.line ?? 1}:${thrown.column ?? 1}: ${thrown.message}\n  help: ${thrown.help}`);
  process.exitCode = 1;
}
