// Makes a program of several files: one that every run needs, and parts that are read when something in them is first used. Each module is in one of them.

import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const MAIN = "main";
/** What of Node takes long to load, and few runs use. */
const lateModules = /^node:(?:crypto|zlib)$/;

/**
 * `parts`: the modules of each, as a pattern for their paths below the root. What a part needs besides is in the part
 * alone if nothing else needs it, and otherwise with what every run needs. No other program of ours can do so: esbuild
 * splits ES modules only, which load nothing without waiting for it.
 * @returns {Promise<{ files: Map<string, string>, inputs: Set<string> }>}
 */
export async function inParts({ root, entry, parts, options }) {
  const names = await exportsOf(root);
  const partOf = (file) => Object.keys(parts).find((part) => parts[part].test(file)) ?? MAIN;
  /** Modules that parts take from the main file. */
  const links = new Set();
  /** What a module is called among the exports of its file. */
  const doorOf = (file) => file.replaceAll(/\W/g, "_");
  /** The late modules of each part that something outside it imports. */
  const doors = new Map(Object.keys(parts).map((part) => [part, new Set()]));

  const bundle = async (part, contents, inMain) => {
    const { outputFiles, metafile } = await build({
      ...options,
      stdin: { contents, resolveDir: root, sourcefile: `${part}.js` },
      absWorkingDir: root,
      outfile: `${part}.cjs`,
      bundle: true,
      write: false,
      metafile: true,
      plugins: [between(part, inMain), ...options.plugins],
    });
    const inputs = Object.keys(metafile.inputs).filter((file) => /^(?:src|node_modules)\//.test(file));
    const { text } = outputFiles[0];
    // A raw template is not escaped, and parts are read as Latin-1, which is quickest.
    const other = /[^\0-\x7f]/.exec(text);
    if (other !== null) throw new Error(`${part}.cjs is not ASCII: ${text.slice(other.index - 40, other.index + 20)}`);
    return { text, inputs: new Set(inputs) };
  };

  const between = (part, inMain) => ({
    name: "parts",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^\.\/[\w-]+\.cjs$/, namespace: "door" }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^\.\/[\w-]+\.cjs$/, namespace: "link" }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: lateModules, namespace: "file" }, ({ path }) => ({ path, namespace: "late-module" }));
      onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (pluginData === "resolving" || kind === "entry-point" || path.startsWith("node:")) return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: "resolving" });
        if (found.external || found.namespace !== "file") return undefined;
        const file = relative(root, found.path);
        const other = partOf(file);
        if (other !== MAIN && other !== part) {
          doors.get(other).add(file);
          return { path: file, namespace: "door" };
        }
        if (part !== MAIN && other === MAIN && inMain(file)) {
          links.add(file);
          return { path: file, namespace: "link", sideEffects: false };
        }
        return undefined;
      });
      // What is behind a door is looked up at each use: the first one opens it.
      onLoad({ filter: /.*/, namespace: "door" }, async ({ path }) => {
        const open = `let behind;\nconst open = () => (behind ??= require("./${partOf(path)}.cjs").${doorOf(path)});\n`;
        return { contents: open + gettersOf(await names(path), "open()"), resolveDir: root };
      });
      onLoad({ filter: /.*/, namespace: "late-module" }, ({ path }) => ({
        contents: `module.exports = Object.create(new Proxy({}, { get: (_, name) => require("${path}")[name] }));\n`,
        resolveDir: root,
      }));
      // A part is read after the main file has run: what it takes from there is there.
      onLoad({ filter: /.*/, namespace: "link" }, async ({ path }) => {
        const from = `const from = require("./${MAIN}.cjs").link("${doorOf(path)}");\n`;
        const constant = (name) =>
          name === "default" ? "export default from.default;" : `export const ${name} = from.${name};`;
        return { contents: from + (await names(path)).map(constant).join("\n"), resolveDir: root };
      });
    },
  });

  // In order of their names: which of them is met first differs from build to build.
  const exported = (files) =>
    [...files]
      .sort()
      .map((file) => `export * as ${doorOf(file)} from "./${file}";`)
      .join("\n");
  // Built when a part asks for them: as namespaces they would be built at each start, with a getter for each name.
  const linked = async () => {
    const files = [...links].sort();
    const each = await Promise.all(
      files.map(async (file) => {
        const door = doorOf(file);
        const exports = (await names(file)).map((name) => [name, `${door}__${name}`]);
        const imports = exports.map(([name, local]) => `${name} as ${local}`).join(", ");
        const members = exports.map(([name, local]) => `${JSON.stringify(name)}: ${local}`).join(", ");
        return [`import { ${imports} } from "./${file}";`, `    case "${door}": return { ${members} };`];
      }),
    );
    const [imports, cases] = [0, 1].map((index) => each.map((lines) => lines[index]).join("\n"));
    return `${imports}\nexport function link(name) {\n  switch (name) {\n${cases}\n  }\n}`;
  };
  const mainText = async () => `export * from "./${entry}";\n${await linked()}`;

  let made = new Map();
  for (let before = -1; before !== links.size + doorsIn(doors); ) {
    before = links.size + doorsIn(doors);
    const main = await bundle(MAIN, await mainText(), () => false);
    made = new Map([[MAIN, main]]);
    const users = new Map();
    for (const part of Object.keys(parts)) {
      const one = await bundle(part, exported(doors.get(part)), (file) => main.inputs.has(file));
      made.set(part, one);
      for (const file of one.inputs) users.set(file, [...(users.get(file) ?? []), part]);
    }
    // What two parts have is moved to where both find it.
    for (const [file, parts] of users) if (parts.length > 1) links.add(file);
  }
  return {
    files: new Map(Array.from(made, ([part, { text }]) => [`${part}.cjs`, text])),
    inputs: new Set([...made.values()].flatMap(({ inputs }) => [...inputs])),
  };
}

/** Of a module whose names are those of `from`. They are inherited, for what a CommonJS module has of its own is copied at each start. */
const gettersOf = (names, from) =>
  `module.exports = Object.create({\n${names.map((name) => `  get ${name}() { return ${from}.${name}; },\n`).join("")}});\n`;

const doorsIn = (doors) => [...doors.values()].reduce((sum, files) => sum + files.size, 0);

/** The names that a module exports. */
async function exportsOf(root) {
  const known = new Map();
  const asked = async (file) => {
    if (!file.startsWith("src/")) {
      const exports = await import(pathToFileURL(join(root, file)));
      // Of a CommonJS library the names are seen only where its code lists them plainly.
      return Object.keys({ ...exports.default, ...exports }).filter((name) => /^\w+$/.test(name) && name !== "default");
    }
    const { metafile } = await build({
      entryPoints: [file],
      absWorkingDir: root,
      outfile: "x.js",
      write: false,
      metafile: true,
      format: "esm",
      logLevel: "warning",
    });
    return metafile.outputs["x.js"].exports;
  };
  return (file) => known.get(file) ?? known.set(file, asked(file)).get(file);
}
