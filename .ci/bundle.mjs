// Makes dist/ from src/: the command line in parts, the Action, the library and its types. With --check it writes nothing and fails where dist/ is stale.

import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { declarations } from "./declarations.mjs";
import { define } from "./package.mjs";
import { inParts } from "./parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

/** What most runs do without (some libraries, the checks of schemas) is evaluated when one of its names is first used, not at start. */
const late = {
  name: "late",
  setup({ onResolve, onLoad, resolve }) {
    onResolve(
      { filter: /^(?:yaml|minimatch|@jridgewell\/trace-mapping)$|\/generated\/[\w-]+-schema\.js$/ },
      async ({ path, namespace, resolveDir }) => {
        if (namespace === "late") return undefined;
        const { path: file } = await resolve(path, { kind: "require-call", namespace: "late", resolveDir });
        // Relative, for the bundle keeps it as the module's name.
        return { path: relative(root, file), namespace: "late" };
      },
    );
    onLoad({ filter: /.*/, namespace: "late" }, async ({ path }) => {
      const exports = await import(pathToFileURL(join(root, path)));
      // Of a CommonJS library the names are seen only where its code lists them plainly.
      const names = Object.keys({ ...exports.default, ...exports }).filter((name) => /^\w+$/.test(name));
      const module = JSON.stringify(`./${path}`);
      // Of an ES module require() copies all names, each time.
      const getter = (name) =>
        `Object.defineProperty(exports,"${name}",{enumerable:true,get:()=>(module.late??=require(${module})).${name}});`;
      return { contents: names.map(getter).join("\n"), resolveDir: root };
    });
  },
};

/** The toolkit brings an HTTP client and a process starter for features that the Action never uses: the bundle goes without. */
const noNetwork = {
  name: "no-network",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@actions\/(?:http-client|exec)(?:\/|$)/ }, ({ path }) => ({ path, namespace: "none" }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** Libraries read switches of their own from the environment; some print what they parse. No user of ours has heard of them: each is off. */
const noSwitches = {
  name: "no-switches",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, ({ path }) => {
      // The toolkit of the Action is told by the environment what it is asked.
      if (path.includes("@actions")) return undefined;
      return { contents: readFileSync(path, "utf8").replace(/\b\w*process\.env(?:\?\.|\.)\w+/g, "undefined") };
    });
  },
};

/** What a run of the command line reads only if it needs something of it. */
const parts = {
  yaml: /^node_modules\/yaml\/|^src\/text\/yaml\/(?:anchors|faults|stream|tree)\.ts$/,
  terraform:
    /^src\/readers\/(?:hcl\.|terraform-|hidden\/hcl|terraform\/(?!model\/workspace|stacks\.))|^src\/text\/hcl\/(?!document\.)/,
  cdk: /^src\/readers\/cdk\/resources\/|^node_modules\/@jridgewell\//,
  config: /^src\/(?:config\/load|rules\/files\/(?!builtin)\w+)\.ts$|\/generated\/[\w-]+-schema\.js$/,
  globs: /^node_modules\/minimatch\//,
  html: /^src\/reporters\/html(?:\.ts$|\/)/,
  reports: /^src\/reporters\/(?!text[./]|json\.)\w+\/|^src\/reporters\/(?:concise|github|gitlab|markdown|sarif)\.ts$/,
  cache:
    /^src\/(?:surfaces\/cli\/cache\/|surfaces\/store\.ts$|surfaces\/start\/own-folder\.ts$)|^src\/findings\/merge\/parts\.ts$/,
  fixes: /^src\/(?:fixes|surfaces\/cli\/mending)\//,
  plugins: /^src\/surfaces\/(?:cdk|eslint)\/|^src\/surfaces\/judged\.ts$/,
  lsp: /^src\/surfaces\/lsp\/|^node_modules\/vscode-/,
  examples: /^src\/rules\/generated\/examples\.js$/,
  commands: /^src\/(?:surfaces\/cli\/commands\/(?!check\.)|examples\/)/,
};

/** The library runs in browsers: of its own libraries the parts for those are taken, and none finds a trace of Node. */
const anywhere = {
  platform: "neutral",
  mainFields: ["module", "main"],
  target: "es2023",
  define: { ...define, process: "undefined", Buffer: "undefined" },
};

const bundles = [
  {
    entry: "src/surfaces/action/main.ts",
    file: "action.js",
    format: "esm",
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
  },
  // publint takes for an ES module what exports something where a line begins.
  { entry: "src/index.ts", file: "index.js", format: "esm", ...anywhere, footer: { js: "export {};" } },
  { entry: "src/index.ts", file: "index.cjs", format: "cjs", ...anywhere },
];

/** The plugins of other programs are a part of the command line, which main.ts hands on; whoever imports one of ESLint's wants its default. */
const plugins = {
  "cdk.cjs":
    '"use strict";\nconst { unconfused, pluginWith } = require("./cli/main.cjs").cdk;\nmodule.exports = { unconfused, pluginWith };\n',
  "cdk.js": 'import cdk from "./cdk.cjs";\nexport const { unconfused, pluginWith } = cdk;\n',
  "types/cdk.d.ts": 'export * from "./surfaces/cdk/plugin.js";\n',
  "types/cdk.d.cts": declarationsForRequire("./cdk.js", ["unconfused", "pluginWith"]),
  "eslint.cjs": '"use strict";\nmodule.exports = require("./cli/main.cjs").eslint.plugin;\n',
  "eslint.js": 'import plugin from "./eslint.cjs";\nexport default plugin;\n',
  "types/eslint.d.ts": 'import { plugin } from "./surfaces/eslint/plugin.js";\nexport default plugin;\n',
  "types/eslint.d.cts":
    'import type * as library from "./surfaces/eslint/plugin.js" with { "resolution-mode": "import" };\ndeclare const plugin: typeof library.plugin;\nexport = plugin;\n',
};

const options = {
  platform: "node",
  target: "node20.19",
  define,
  // Names stay, so that a stack trace in a bug report can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
};

/** What starts the parts, and knows the digest of each. */
async function starter(parts) {
  const digests = Array.from(parts, ([file, text]) => [
    file,
    createHash("sha256").update(text).digest("hex").slice(0, 32),
  ]);
  const { outputFiles } = await build({
    ...options,
    entryPoints: ["src/surfaces/cli/bin.ts"],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: "cjs",
    banner: { js: "#!/usr/bin/env node" },
    // A Node that is too old must be able to read this file, to say so.
    target: "es2018",
    define: { PARTS: JSON.stringify(Object.fromEntries(digests)) },
  });
  return outputFiles[0].text;
}

/** @returns {Promise<Map<string, string>>} every file of dist/, by its name */
async function make() {
  const files = new Map();
  const libraries = new Set();
  const takeLibraries = (inputs) => {
    for (const input of inputs) {
      const library = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (library !== undefined) libraries.add(library);
    }
  };
  const program = await inParts({
    root,
    entry: "src/surfaces/cli/main.ts",
    parts,
    options: { ...options, format: "cjs", plugins: [noSwitches] },
  });
  takeLibraries(program.inputs);
  for (const [file, text] of program.files) files.set(`cli/${file}`, text);
  for (const { entry, file, ...own } of bundles) {
    const { outputFiles, metafile } = await build({
      ...options,
      ...own,
      entryPoints: [entry],
      outfile: file,
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      plugins: [late, noNetwork, noSwitches],
    });
    files.set(file, outputFiles[0].text);
    takeLibraries(Object.keys(metafile.inputs));
  }
  files.set("cli.cjs", await starter(program.files));
  for (const plugin of ["cdk", "eslint"]) {
    for (const [file, text] of declarations(root, `src/surfaces/${plugin}/plugin.ts`)) files.set(`types/${file}`, text);
  }
  for (const [file, text] of Object.entries(plugins)) files.set(file, text);
  const names = valuesOf("src/index.ts");
  for (const [file, text] of declarations(root, "src/index.ts")) files.set(`types/${file}`, text);
  files.set("types/index.d.cts", declarationsForRequire("./index.js", names));
  files.set("LICENSES.txt", licences([...libraries].sort()));
  return files;
}

function valuesOf(entry) {
  const lines = readFileSync(join(root, entry), "utf8").matchAll(/^export \{ ([^}]+) \} from/gm);
  return [...lines].flatMap(([, list]) => list.split(", "));
}

/** The declarations of the ES module, for files that are CommonJS themselves. */
function declarationsForRequire(file, names) {
  const module = `"${file}" with { "resolution-mode": "import" };`;
  const values = names.map((name) => `export declare const ${name}: typeof library.${name};`);
  // What is declared here hides the type of the same name, which a class has.
  const classes = names.filter((name) => /^[A-Z]/.test(name)).map((name) => `export type ${name} = library.${name};`);
  const types = [`import type * as library from ${module}`, `export type * from ${module}`];
  return [...types, ...values, ...classes, ""].join("\n");
}

function licences(libraries) {
  return libraries.map(licence).join(`\n${"-".repeat(80)}\n\n`);
}

function licence(library) {
  const folder = join(root, "node_modules", library);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${library} has no licence file`);
  return `${library} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

function stale(files) {
  const present = existsSync(dist)
    ? readdirSync(dist, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => posix.relative(dist, join(each.parentPath, each.name)))
    : [];
  return [...new Set([...files.keys(), ...present])].filter(
    (file) => !present.includes(file) || readFileSync(join(dist, file), "utf8") !== files.get(file),
  );
}

const files = await make();
if (process.argv.includes("--check")) {
  const wrong = stale(files);
  if (wrong.length > 0) {
    console.error(`dist/ is stale (${wrong.sort().join(", ")}): run 'npm run bundle' and commit what it writes`);
    process.exitCode = 1;
  }
} else {
  rmSync(dist, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  chmodSync(join(dist, "cli.cjs"), 0o755);
}
