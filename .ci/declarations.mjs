// Makes the library's type declarations: only those that the entry files refer to.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";

/** @returns {Map<string, string>} declarations by file name; `root` is the project's folder, `entry` a file of src/ */
export function declarations(root, entry) {
  const folder = mkdtempSync(join(tmpdir(), "declarations-"));
  try {
    compile(root, entry, folder);
    const files = new Map();
    const follow = (file) => {
      if (files.has(file)) return;
      const text = readFileSync(join(folder, file), "utf8").replace(/"(\.[^"]*)\.ts"/g, '"$1.js"');
      files.set(file, text);
      for (const [, target] of text.matchAll(/"(\.[^"]*)\.js"/g)) follow(`${posix.join(dirname(file), target)}.d.ts`);
    };
    follow(entry.replace(/^src\//, "").replace(/\.ts$/, ".d.ts"));
    return files;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(root, entry, outDir) {
  const project = join(outDir, "tsconfig.json");
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    rootDir: join(root, "src"),
    typeRoots: [join(root, "node_modules/@types")],
    outDir,
  };
  const extended = { extends: join(root, "tsconfig.json"), compilerOptions, files: [join(root, entry)], include: [] };
  writeFileSync(project, JSON.stringify(extended));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "--project", project], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the declarations of ${entry} cannot be made:\n${stdout}`);
}
