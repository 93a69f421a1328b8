import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";

const FLOORS =
  "text values readers policies iam config rules findings fixes reporters check.ts index.ts examples surfaces".split(
    " ",
  );
/** Floors that have rooms: a room imports from itself and from those before it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  iam: ["patterns", "language", "evaluation", "requests", "decision"],
};
const FORBIDDEN_FOLDERS = new Set(["utils", "helpers", "common", "shared"]);
const LONGEST = 250;
const MOST_FILES = 20;
const MOST_EXPORTS = 20;

const OUTSIDE_WORLD =
  /\b(?:process|Buffer|performance|fetch|setTimeout|setInterval|XMLHttpRequest|WebSocket)\b|\bDate\.now\b|\bnew Date\(\s*\)/;

/** It runs what an input calls `toString`: a template takes what is known to be no object, scalarText() what an input has. */
const STRING_OF_ANYTHING = /\bString(?=[(),])/;

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

function imports(text: string): Import[] {
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s(?:(type\s)?[^"';]*?\sfrom\s)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g,
  );
  return [...found].map((match) => ({ target: match[2] ?? match[3] ?? "", typeOnly: match[1] !== undefined }));
}

/** The code without comments and string literals; template literals stay, for they hold code. */
function code(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
    (match) => (match.startsWith("`") ? match : ""),
  );
}

/** The number of the room that a file is in: -1 for none, and undefined on a floor that has no rooms. */
function roomOf(file: string): number | undefined {
  const [floor = "", room = ""] = file.split("/");
  return ROOMS[floor]?.indexOf(room);
}

function isInLaterRoom(target: string, file: string): boolean {
  const [room, own] = [roomOf(target), roomOf(file)];
  return target.split("/")[0] === file.split("/")[0] && room !== undefined && own !== undefined && room > own;
}

/** What is wrong with a tree of sources: file (below src/, "/" between folders) to text. */
function violations(tree: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = [];
  const floorOf = (file: string) => FLOORS.indexOf(file.split("/")[0] ?? "");
  const local = (file: string, { target }: Import) => posix.join(dirname(file), target);
  // A floor with formats lists them in its index; each of them stands alone.
  const formats = (floor: string) =>
    new Set(
      imports(tree.get(`${floor}/index.ts`) ?? "")
        .filter(({ target, typeOnly }) => target.startsWith("./") && !typeOnly)
        .map((each) => local(`${floor}/index.ts`, each)),
    );
  const siblings = [formats("readers"), formats("reporters")];

  for (const [file, text] of tree) {
    const floor = floorOf(file);
    const outside = FLOORS[floor] === "surfaces";
    if (floor < 0) wrong.push(`${file}: belongs to no floor`);
    if (roomOf(file) === -1) wrong.push(`${file}: belongs to no room`);
    for (const folder of file.split("/").slice(0, -1)) {
      if (FORBIDDEN_FOLDERS.has(folder)) wrong.push(`${file}: a folder called ${folder}`);
    }
    for (const each of imports(text)) {
      if (!each.target.startsWith(".")) {
        // A browser has no module of Node, not even those that touch nothing.
        if (each.target.startsWith("node:") && !outside)
          wrong.push(`${file}: imports ${each.target} outside surfaces/`);
        continue;
      }
      const target = local(file, each);
      if (isInLaterRoom(target, file)) wrong.push(`${file}: imports ${target}, which is in a later room`);
      if (floorOf(target) > floor) wrong.push(`${file}: imports ${target}, which is above it`);
      if (siblings.some((formats) => formats.has(file) && formats.has(target))) {
        wrong.push(`${file}: imports ${target}, which is beside it`);
      }
    }
    if (basename(dirname(file)) === "generated") continue;
    const world = OUTSIDE_WORLD.exec(code(text));
    if (world !== null && !outside) wrong.push(`${file}: uses ${world[0]} outside surfaces/`);
    if (STRING_OF_ANYTHING.test(code(text))) wrong.push(`${file}: makes a text of anything by String()`);
    if (!/^\/\/ [^\n]+(?:\n\/\/ [^\n]+)*[.?]\n/.test(text)) wrong.push(`${file}: does not open with a sentence`);
    if (text.split("\n").length > LONGEST) wrong.push(`${file}: is longer than ${LONGEST} lines`);
  }
  return wrong;
}

/** How many names a file exports: declarations, and those in braces. */
function exported(text: string): number {
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = ""]) => names.split(","));
  const declarations = text.match(
    /^export (?:declare |abstract |async )*(?:const|let|function\*?|class|interface|type) \w/gm,
  );
  return lists.filter((name) => name.trim() !== "").length + (declarations?.length ?? 0);
}

/** Files that export more names than one subject has. */
function wide(tree: ReadonlyMap<string, string>): string[] {
  return [...tree].filter(([, text]) => exported(text) > MOST_EXPORTS).map(([file]) => file);
}

/** The folders of more files than somebody can look through, but for generated ones. */
function crowded(tree: ReadonlyMap<string, string>): string[] {
  const folders = new Map<string, number>();
  for (const file of tree.keys()) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  return [...folders]
    .filter(([name, files]) => files > MOST_FILES && basename(name) !== "generated")
    .map(([name]) => name);
}

/** Files that import each other, directly or through others; types count as well. */
function circles(tree: ReadonlyMap<string, string>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const earliest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const at = order.size;
    order.set(file, at);
    earliest.set(file, at);
    open.push(file);
    for (const { target } of imports(tree.get(file) ?? "")) {
      const other = posix.join(dirname(file), target);
      if (!target.startsWith(".") || !tree.has(other)) continue;
      const reached = order.has(other) ? (open.includes(other) ? (order.get(other) ?? at) : at) : visit(other);
      earliest.set(file, Math.min(earliest.get(file) ?? at, reached));
    }
    if (earliest.get(file) === at) {
      const members = open.splice(open.indexOf(file));
      if (members.length > 1) found.push(members.sort());
    }
    return earliest.get(file) ?? at;
  };
  for (const file of tree.keys()) if (!order.has(file)) visit(file);
  return found.sort();
}

function sources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.m?[jt]s$/.test(file));
  return new Map(files.sort().map((file) => [file.replaceAll("\\", "/"), readFileSync(join(folder, file), "utf8")]));
}

test("the house stands: floors, siblings, doors, names and sizes", () => {
  const tree = sources(join(import.meta.dirname, "../src"));
  expect(tree.size).toBeGreaterThan(10);
  expect(violations(tree)).toEqual([]);
});

test("no file imports itself through others", () => {
  expect(circles(sources(join(import.meta.dirname, "../src")))).toEqual([]);
});

test("no folder holds more files than can be looked through", () => {
  expect(crowded(sources(join(import.meta.dirname, "../src")))).toEqual([]);
});

test("no file exports more names than one subject has", () => {
  expect(wide(sources(join(import.meta.dirname, "../src")))).toEqual([]);
});

test("exports are counted, declared or listed", () => {
  const listed = 'export { a, b, type C } from "./b.ts";\nexport type {\n  D,\n} from "./b.ts";\nfunction own() {}\n';
  const full = listed + "export function* e() {}\n".repeat(MOST_EXPORTS - 4);
  const tree = { "full.ts": full, "wide.ts": `${full}export type F = 1;\n` };
  expect(wide(new Map(Object.entries(tree)))).toEqual(["wide.ts"]);
});

test("a crowded folder is told, and neither what is below it nor what is generated", () => {
  const files = Array.from({ length: MOST_FILES + 1 }, (_, index) => `${index}.ts`);
  const folders = ["a", "b/generated"].flatMap((folder) => files.map((file) => `${folder}/${file}`));
  expect(crowded(new Map([...folders, "b/a.ts", "a/c/a.ts"].map((file) => [file, ""])))).toEqual(["a"]);
});

test("a circle is found through any files, types counted, and once", () => {
  const tree = {
    "a.ts": 'import { b } from "./b.ts";',
    "b.ts": 'import type { C } from "./c/c.ts";',
    "c/c.ts": 'export { a } from "../a.ts";\nimport { d } from "./d.ts";',
    "c/d.ts": "",
    "e.ts": 'import { f } from "./f.ts";\nimport { a } from "./a.ts";',
    "f.ts": 'import { a } from "./a.ts";',
  };
  expect(circles(new Map(Object.entries(tree)))).toEqual([["a.ts", "b.ts", "c/c.ts"]]);
});

describe("the test of the house fails on", () => {
  const sentence = "// One sentence.\n";
  const bad: [string, Record<string, string>, string][] = [
    [
      "an import of a higher floor",
      { "text/a.ts": `${sentence}import type { B } from "../values/b.ts";` },
      "text/a.ts: imports values/b.ts, which is above it",
    ],
    [
      "an import of a higher floor over several lines",
      { "rules/a.ts": `${sentence}import {\n  b,\n} from "../check.ts";` },
      "rules/a.ts: imports check.ts, which is above it",
    ],
    [
      "a re-export of a higher floor",
      { "rules/a.ts": `${sentence}export { b } from "../check.ts";` },
      "rules/a.ts: imports check.ts, which is above it",
    ],
    [
      "a late import of a higher floor",
      { "check.ts": `${sentence}const a = await import("./surfaces/a.ts");` },
      "check.ts: imports surfaces/a.ts, which is above it",
    ],
    [
      "one reporter in another",
      {
        "reporters/index.ts": `${sentence}import { a } from "./a.ts";\nimport { b } from "./b.ts";`,
        "reporters/a.ts": `${sentence}import { b } from "./b.ts";`,
        "reporters/b.ts": sentence,
      },
      "reporters/a.ts: imports reporters/b.ts, which is beside it",
    ],
    [
      "an import of a later room",
      { "iam/language/a.ts": `${sentence}import type { B } from "../requests/b.ts";` },
      "iam/language/a.ts: imports iam/requests/b.ts, which is in a later room",
    ],
    ["a file outside of the rooms of its floor", { "iam/a.ts": sentence }, "iam/a.ts: belongs to no room"],
    [
      "files read below the surfaces",
      { "rules/a.ts": `${sentence}import { readFileSync } from "node:fs";` },
      "rules/a.ts: imports node:fs outside surfaces/",
    ],
    [
      "a module of Node below the surfaces, whatever it does",
      { "rules/a.ts": `${sentence}import { posix } from "node:path";` },
      "rules/a.ts: imports node:path outside surfaces/",
    ],
    [
      "bytes as only Node has them",
      { "rules/a.ts": `${sentence}const bytes = Buffer.from(text);` },
      "rules/a.ts: uses Buffer outside surfaces/",
    ],
    [
      "the clock read below the surfaces",
      { "rules/a.ts": `${sentence}const now = Date.now(); // "not here"` },
      "rules/a.ts: uses Date.now outside surfaces/",
    ],
    [
      "a text of anything",
      { "rules/a.ts": `${sentence}const word = String(entry(json, "Type"));` },
      "rules/a.ts: makes a text of anything by String()",
    ],
    [
      "texts of anything",
      { "rules/a.ts": `${sentence}const words = all.map(String);` },
      "rules/a.ts: makes a text of anything by String()",
    ],
    ["a folder for anything", { "rules/utils/a.ts": sentence }, "rules/utils/a.ts: a folder called utils"],
    ["a file on no floor", { "other/a.ts": sentence }, "other/a.ts: belongs to no floor"],
    ["a file without a sentence", { "rules/a.ts": "const a = 1;\n" }, "rules/a.ts: does not open with a sentence"],
    ["a long file", { "rules/a.ts": sentence + "\n".repeat(LONGEST) }, `rules/a.ts: is longer than ${LONGEST} lines`],
  ];
  test.each(bad)("%s", (_, files, message) => {
    expect(violations(new Map(Object.entries(files)))).toEqual([message]);
  });

  test("and passes over strings, comments and what surfaces do", () => {
    const good = {
      "rules/a.ts": `${sentence}// Date.now is not read here.\nconst word = "process.env";\nconst day = Date.parse(word);\n`,
      "surfaces/host.ts": `${sentence}import { readFileSync } from "node:fs";\nconst now = Date.now();\n`,
    };
    expect(violations(new Map(Object.entries(good)))).toEqual([]);
  });
});
