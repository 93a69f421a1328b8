import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../", import.meta.url);
const contributing = readFileSync(new URL("CONTRIBUTING.md", root), "utf8");

/** The files and folders that are named, as paths from the root; patterns and placeholders are none. */
function named(text: string): string[] {
  const paths = text.match(/(?<![\w./-])(?:src|test|rules|schemas|bench|examples|\.ci)\/[\w./*<>{}-]*/g) ?? [];
  return [...new Set(paths.map((path) => path.replace(/\.$/, "")))].filter((path) => !/[*<>{}]/.test(path));
}

/** The rows of the table of our own words. */
function glossary(text: string): { readonly word: string; readonly file: string }[] {
  const [, section = ""] = text.split("### Words of our own\n");
  const [table = ""] = section.split(/\n##/);
  return [...table.matchAll(/^\| `(\w+)` \| .+ \| `([^`]+)` \|$/gm)].map(([, word = "", file = ""]) => ({
    word,
    file,
  }));
}

test("every file that CONTRIBUTING names is there", () => {
  const paths = named(contributing);
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

test("every word of the glossary stands in the file that it is said to live in", () => {
  const rows = glossary(contributing);
  expect(rows.length).toBeGreaterThan(20);
  const lost = rows.filter(({ word, file }) => {
    return !new RegExp(`\\b${word}\\b`).test(readFileSync(new URL(file, root), "utf8"));
  });
  expect(lost).toEqual([]);
});

test("the glossary has each word once, in alphabetical order, in rows that are all read", () => {
  const words = glossary(contributing).map(({ word }) => word.toLowerCase());
  expect(words).toEqual([...new Set(words)].sort());
  const [, section = ""] = contributing.split("### Words of our own\n");
  const [table = ""] = section.split(/\n##/);
  const lines = table.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| word "));
  expect(words).toHaveLength(lines.length);
});

test("a file that is gone and a pattern are told apart", () => {
  expect(
    named("`src/gone.ts`, [a](schemas/b.json). `rules/<kind>/<id>.yaml` `test/iam/**/*.test.ts` ../src/c.ts"),
  ).toEqual(["src/gone.ts", "schemas/b.json"]);
});
