// What the library makes of a YAML text, and texts that may be YAML, for the reader of usual YAML to be compared with it.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../../src/text/problem.ts";
import { type Source, source } from "../../../src/text/source.ts";
import { readStream } from "../../../src/text/yaml/stream.ts";
import { buildTree } from "../../../src/text/yaml/tree.ts";
import { readUsualYaml, type UsualYaml } from "../../../src/text/yaml/usual/read.ts";
import type { Draw } from "../../hostile/fuzz/mutations.ts";

/** In words where it takes the text for no YAML, or for more than one document. */
function byLibrary(from: Source): UsualYaml | string {
  try {
    const { documents, tags } = readStream(from);
    const [document] = documents;
    if (document === undefined || documents.length > 1) return `${documents.length} documents`;
    return { ...buildTree(from, document.contents, tags.values()), comments: document.comments };
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.message;
    throw thrown;
  }
}

export function bothReadings(text: string): { readonly usual: UsualYaml | undefined; readonly library: () => unknown } {
  const from = source("template.yaml", text);
  return { usual: readUsualYaml(from), library: () => byLibrary(from) };
}

const root = join(import.meta.dirname, "../../..");

/** Ours, and the public ones where they are at hand. */
export function yamlTexts(): readonly string[] {
  return ["examples", "rules", "../shared/corpus/cloudformation"]
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .filter((text) => !/^\s*\{/.test(text));
}

const PIECES = [
  ...": : :: :x - # \t ' \" '' \\ \\n [ ] { } , !Ref ! &a *a | > % ? @ ` ~ é 😀 0 {} [] \r \u00a0 \u2028 \u0085 \ufeff".split(
    " ",
  ),
  ...[" ", "  ", " #", ": ", " :", "- ", "? ", ", ", "!Ref ", "--- ", "<<: ", "!!str ", "!<x> ", "- - a", "a: b", "a:"],
  ...["\n", "\n\n", "\r\n", "!If\n", "|-\n", ">\n", "|+\n", "---\n", "...\n", "\n# c\n", "\n   # c\n", "x\n   y"],
  ...["[a: b]", "{a: b}", '{"a":"b"}', "[,]", "[a,]", "'a': b", '"a": b', '"a\n b"', "'a\n\n  b '", "key:\n- a\n- b"],
];

/** Some lines of one of the texts, moved to the left, with a few mistakes. */
export function drawYaml(draw: Draw, texts: readonly string[]): string {
  const all = draw.one(texts).split("\n");
  const first = draw.number(all.length);
  const some = all.slice(first, first + 1 + draw.number(24));
  const indent = Math.min(...some.filter((line) => line.trim() !== "").map((line) => line.search(/[^ ]/)));
  const lines = Number.isFinite(indent) ? some.map((line) => line.slice(indent)) : some;
  const nested = draw.number(3) === 0;
  let text = nested ? `A: 1\nB:\n${lines.map((line) => `  ${line}`).join("\n")}` : lines.join("\n");
  text += draw.one(["", "\n", "\n", "\n\n"]);
  for (let left = draw.number(5); left > 0; left -= 1) text = mistaken(draw, text);
  return text;
}

function mistaken(draw: Draw, text: string): string {
  const at = draw.number(text.length + 1);
  const lines = text.split("\n");
  const line = draw.number(lines.length);
  const withLine = (change: (text: string) => string) => lines.with(line, change(lines[line] ?? "")).join("\n");
  switch (draw.number(9)) {
    case 0:
      return text.slice(0, at) + draw.one(PIECES) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + draw.number(3));
    case 2:
      return withLine((old) => " ".repeat(1 + draw.number(3)) + old);
    case 3:
      return withLine((old) => old.replace(/^ {1,2}/, ""));
    case 4:
      return lines.toSpliced(draw.number(lines.length), 0, lines[line] ?? "").join("\n");
    case 5:
      return withLine((old) => old + draw.one(PIECES));
    case 6:
      return withLine((old) => old.replace(/^ *(?:- )?/, (start) => start + draw.one(PIECES)));
    case 7:
      return withLine((old) => old.replace(/: .*$/, () => `: ${draw.one(PIECES)}`));
    default:
      return draw.number(10) === 0 ? text.replaceAll("\n", "\r\n") : text;
  }
}
