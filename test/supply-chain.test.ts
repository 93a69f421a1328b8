import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("every action that a workflow uses is pinned to a commit, with its version beside it", () => {
  test.each(readdirSync(join(ROOT, ".github/workflows")))("%s", (file) => {
    const used = [...read(`.github/workflows/${file}`).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(
      ([, each]) => each ?? "",
    );
    expect(used.length).toBeGreaterThan(0);
    const loose = used.filter((each) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each));
    expect(loose.filter((each) => !each.startsWith("./ "))).toEqual([]);
  });
});

describe("what dist/ is made of", () => {
  const bom = JSON.parse(execFileSync(process.execPath, [".ci/sbom.mjs"], { cwd: ROOT, encoding: "utf8" }));
  const components: readonly {
    name: string;
    licenses: readonly { license: { id: string } }[];
    hashes: readonly { content: string }[];
  }[] = bom.components;

  test("is under licences that let it be bundled", () => {
    const allowed = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "0BSD"];
    const others = components.filter(({ licenses }) => !licenses.every(({ license }) => allowed.includes(license.id)));
    expect(others).toEqual([]);
  });

  test("is named with its text, and with the hash of its package", () => {
    const texts = read("dist/LICENSES.txt").split(`\n${"-".repeat(80)}\n\n`);
    expect(texts.filter((text) => !/copyright|blue oak/i.test(text) || text.length < 500)).toEqual([]);
    expect(components.filter(({ hashes: [hash] }) => !/^[0-9a-f]{128}$/.test(hash?.content ?? ""))).toEqual([]);
  });

  test("holds every library that the sources import, and what those need", () => {
    const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.[jt]s$/.test(file),
    );
    const imported = new Set(
      sources.flatMap((file) =>
        [...read(join("src", file)).matchAll(/^import (?!type )[^;]*? from "((?:@[^/"]+\/)?[^./"][^/"]*)/gm)].map(
          ([, name]) => name ?? "",
        ),
      ),
    );
    const named = new Set(components.map(({ name }) => name));
    const missing = [...imported].filter(
      (name) => !name.startsWith("node:") && !builtinModules.includes(name) && !named.has(name),
    );
    expect(imported.size).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });
});
