import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, type Document, type Json, type Path } from "../../../../src/text/document.ts";
import { parseLate } from "../../../../src/text/json/late/document.ts";
import { itemsOf, mayHold } from "../../../../src/text/json/late/items.ts";
import { COLUMNS, LATE } from "../../../../src/text/json/late/keys.ts";
import { parseJson } from "../../../../src/text/json/parse.ts";
import { source } from "../../../../src/text/source.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const late = (text: string, longest = 0) => parseLate("plan.json", utf8(text), { deepest: 1000, longest });
const whole = (text: string) => parseJson(source("plan.json", text));

/** Longer than what is read as text at once. */
const LONG = "l".repeat(70_000);

const plain = [
  ...COLUMNS.flatMap((column) => column.split(".")),
  ...LATE,
  "root_module",
  "é",
  "",
  "__proto__",
  "change.after",
];
const words = fc.constantFrom(...plain, "a\nb");
const scalars = fc.oneof(fc.constantFrom<Json>("a", "é😀", "Statement", 1, 12, -1.5, null, true), fc.string());
const { value: anything } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(words, tie("value"), { maxKeys: 4 }),
  ),
}));
const resources = fc.array(fc.dictionary(fc.constantFrom(...plain), anything, { maxKeys: 6 }), { maxLength: 4 });
const documents = fc
  .record({
    resource_changes: resources,
    planned_values: anything,
    values: fc.record({ root_module: fc.record({ resources, child_modules: fc.array(fc.record({ resources })) }) }),
    resources,
    more: anything,
    long: fc.constantFrom("", "", LONG),
    indent: fc.constantFrom(0, 1, "\t\r\n "),
  })
  .map(({ long, indent, ...json }) => {
    const { values, resource_changes, resources } = json;
    // A list is long if one of its objects is.
    for (const list of [resource_changes, resources, values.root_module.resources]) list.push({ name: long });
    return JSON.stringify(json, null, indent);
  });

function* pathsIn(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pathsIn(inner, [...path, Array.isArray(value) ? +key : key]);
}

function placesIn({ source, locate, spelling }: Document, paths: readonly Path[]) {
  return paths.map((path) => {
    const ranges = [locate(path), locate(path, "key"), locate(path, { start: 1, end: 3 })];
    return {
      path,
      ranges,
      positions: ranges.map(({ start, end }) => [source.position(start), source.position(end)]),
      spelling: spelling(path),
    };
  });
}

describe("what is read late is what is read as a whole", () => {
  test("its value, and where each part stands", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const one = late(text);
        if (one === undefined) return;
        const other = whole(text);
        const paths = [...pathsIn(other.value)].flatMap((path) => [path, [...path, "nowhere"], [...path, 3]]);
        expect(placesIn(one, paths)).toEqual(placesIn(other, paths));
        expect(JSON.stringify(one.value)).toBe(JSON.stringify(other.value));
        expect(one.value).toEqual(other.value);
        expect(one.source.text).toBe(text);
        for (let line = 0; line < 20; line += 1) expect(one.source.line(line)).toBe(other.source.line(line));
      }),
      { numRuns: 25 },
    );
  });

  test("its objects one by one", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = late(text);
        if (document === undefined) return;
        const other = whole(text);
        for (const path of [["resource_changes"], ["resources"], ["values", "root_module", "resources"]]) {
          const [items, expected] = [document, other].map(({ value }) => itemsOf(at(value, path)));
          expect(items?.length).toBe(expected?.length);
          for (const column of COLUMNS) {
            expect(items?.column(column)).toEqual(expected?.column(column));
            for (let index = -1; index <= (expected?.length ?? 0); index += 1) {
              expect(items?.at(index, column)).toEqual(expected?.at(index, column));
              expect(items?.isObjectAt(index, column)).toBe(expected?.isObjectAt(index, column));
              for (const key of ["type", "é", "a\nb", "__proto__"])
                expect(items?.entryAt(index, column, key)).toEqual(expected?.entryAt(index, column, key));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("it does not lose a word", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { value } = late(text) ?? whole(text);
        for (const path of pathsIn(whole(text).value)) {
          if (JSON.stringify(at(value, path)).includes("Statement"))
            expect(mayHold(value, path, "Statement")).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test("an entry is found whose key is spelled with escapes, or stands there twice, and none of an object within", () => {
  const text = String.raw`{"resources":[{"values":{"\u0061rn":1}},{"values":{"arn":1,"arn":2}},{"values":{"a":{"arn":1},"b":"arn"}},{"values":["arn"]},{}]}`;
  const items = itemsOf(at(late(text)?.value, ["resources"]));
  expect([0, 1, 2, 3, 4].map((index) => items.entryAt(index, "values", "arn"))).toEqual([
    1,
    2,
    undefined,
    undefined,
    undefined,
  ]);
});

test("of a column each value is its own, also where one begins like another", () => {
  const values = [1, 12, 1, true, "a", "ab", { a: 1 }, { a: 12 }, { a: 1 }, [1], [12], [1], null];
  const text = JSON.stringify({ resources: values.map((each) => ({ values: each })) });
  expect(itemsOf(at(late(text)?.value, ["resources"])).column("values")).toEqual(values);
});

/** What is looked through at once. */
const BLOCK = 65_536;

test.each([1, 4, 8])("a word is found of which %i characters stand before the end of a block", (before) => {
  const first = { name: "x".repeat(BLOCK - before - '{"name":"'.length) };
  const { value } = late(JSON.stringify({ resources: [{ name: `${first.name}Statement` }, first] })) ?? whole("[]");
  expect([0, 1].map((index) => mayHold(value, ["resources", index], "Statement"))).toEqual([true, false]);
});

test("a word is looked for in the object alone", () => {
  const text = String.raw`{"resources":[{"a":"Statement"},{"a":"Statemen t"},{"a":"\u0053tatement"},{"a":"\\u0053"},{"Statement":1}]}`;
  const { value } = late(text) ?? whole("[]");
  expect([0, 1, 2, 3, 4].map((index) => mayHold(value, ["resources", index, "a"], "Statement"))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

/** The text with a long list in it, so that only what stands beside is the reason. */
const RESOURCES = '"resources":[{"type":"a"}]';

describe("must be read as a whole:", () => {
  const rows: [string, string][] = [
    ["nothing", ""],
    ["a text that is no object", `[{${RESOURCES}}]`],
    ["a text without a long list", '{"resources":[1],"planned_values":{"a":1}}'],
    ["a text that ends early", `{${RESOURCES}`],
    ["more text after its end", `{${RESOURCES}} 1`],
    ["a comma too many in a list", '{"resources":[{"type":"a"},]}'],
    ["a comma too many in an object", `{${RESOURCES},}`],
    ["no comma", `{${RESOURCES} "a":1}`],
    ["no colon", `{${RESOURCES},"a" 1}`],
    ["no value", `{${RESOURCES},"a":}`],
    ["a key without quotes", `{${RESOURCES},a:1}`],
    ["the wrong bracket", `{${RESOURCES},"a":[1}}`],
    ["a comment", `{${RESOURCES}} // done`],
    ["a control character in a string", `{${RESOURCES},"a":"\t"}`],
    ["an escape of no kind", `{${RESOURCES},"a":"\\x"}`],
    ["an escape that ends early", `{${RESOURCES},"a":"\\u00g0"}`],
    ["an escape with digits that are none", `{${RESOURCES},"a":"\\u00\u0010a"}`],
    ["a number that begins with 0", `{${RESOURCES},"a":01}`],
    ["a number that ends with a point", `{${RESOURCES},"a":1.}`],
    ["a number without digits", `{${RESOURCES},"a":-}`],
    ["an exponent without digits", `{${RESOURCES},"a":1e+}`],
    ["a word of no kind", `{${RESOURCES},"a":nul}`],
    ["a key that may be spelled with an escape", `{${RESOURCES},"\\u0072esources":[{"type":"b"}]}`],
    ["the same in an object of the list", '{"resources":[{"\\u0074ype":"a"}]}'],
    ["the same in a change", '{"resources":[{"change":{"\\u0061fter":{}}}]}'],
    ["a column that stands there twice", '{"resources":[{"type":"a","type":"b"}]}'],
    ["the same in a change", '{"resources":[{"change":{"after":{},"after":1}}]}'],
    ["the same of changes", '{"resources":[{"change":{"after":{}},"change":{}}]}'],
    ["what was no UTF-8", `{${RESOURCES},"a":"\uFFFD"}`],
    ["what is nested too deeply", `{${RESOURCES},"a":${"[".repeat(1000)}${"]".repeat(1000)}}`],
    ["more objects than any plan has", `{"resources":[${"{},".repeat(500_000)}{}]}`],
    ["the same with something in it", `{${RESOURCES},"a":${"[".repeat(1000)}1${"]".repeat(1000)}}`],
  ];
  test.each(rows)("%s", (_, text) => {
    expect(late(text)).toBeUndefined();
  });

  const bytes: [string, readonly number[]][] = [
    ["a byte that begins no character", [0xff]],
    ["a character that goes on where none begins", [0x80]],
    ["half a character", [0xe2, 0x82]],
    ["a character in more bytes than it takes", [0xc0, 0x80]],
    ["the same in three", [0xe0, 0x80, 0x80]],
    ["half of a pair", [0xed, 0xa0, 0x80]],
    ["a character past the last one", [0xf4, 0x90, 0x80, 0x80]],
  ];
  test.each(bytes)("%s", (_, wrong) => {
    const content = Uint8Array.from([...utf8(`{${RESOURCES},"a":"`), ...wrong, ...utf8('"}')]);
    expect(parseLate("plan.json", content, { deepest: 1000, longest: 0 })).toBeUndefined();
  });

  test("what is no longer than it may be, in UTF-16", () => {
    const text = `{${RESOURCES},"a":"éé😀"}`;
    expect(late(text, text.length)).toBeUndefined();
    expect(late(text, text.length - 1)).toBeDefined();
  });
});

test("of equal keys the last one counts, of those that are read late too", () => {
  const text = '{"resources":[{"type":"a"}],"resources":[{"type":"b"}],"planned_values":{"a":1},"planned_values":2}';
  expect(late(text)?.value).toEqual({ resources: [{ type: "b" }], planned_values: 2 });
  expect(late('{"resources":1,"resources":[{"":0}]}')?.value).toEqual({ resources: [{ "": 0 }] });
});

describe("what is nested as deeply as it may be is read late, and no deeper:", () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  const rows: [string, number, (inner: string) => string][] = [
    ["beside the list", 1, (inner) => `{${RESOURCES},"a":${inner}}`],
    ["in an object of the list", 3, (inner) => `{"resources":[{"a":${inner}}]}`],
    ["in a change", 4, (inner) => `{"resources":[{"change":{"after":${inner}}}]}`],
    ["in a part that is no list", 2, (inner) => `{${RESOURCES},"planned_values":{"a":${inner}}}`],
    ["in a list that holds more than objects", 2, (inner) => `{${RESOURCES},"resource_drift":[1,${inner}]}`],
  ];
  test.each(rows)("%s", (_, around, text) => {
    expect(late(text(nested(1000 - around)))).toBeDefined();
    expect(late(text(nested(1001 - around)))).toBeUndefined();
  });
});

test("most of the random texts are read late", () => {
  const texts = fc.sample(documents, { numRuns: 50, seed: 1 });
  expect(texts.filter((text) => late(text) !== undefined).length).toBeGreaterThan(25);
});

test("a key with a dot in it is no way through two keys", () => {
  const text = JSON.stringify({
    resource_changes: [{ "change.after": { a: 1 }, change: { after: { a: 2, b: LONG } }, values: { after: { a: 3 } } }],
  });
  const { locate } = late(text) ?? whole("[]");
  const at = (...path: Path) => text[locate(["resource_changes", 0, ...path]).start];
  expect([at("change.after", "a"), at("change", "after", "a"), at("values", "after", "a")]).toEqual(["1", "2", "3"]);
});

test("a byte order mark is no part of it", () => {
  const text = `{\n${RESOURCES}}`;
  const { source, locate } = late(`\uFEFF${text}`) ?? whole("[]");
  expect(source.position(locate(["resources"], "key").start)).toEqual({ line: 2, column: 1 });
});
