import { describe, expect, test } from "vitest";
import { at, type Json } from "../../src/text/document.ts";
import { parseJson } from "../../src/text/json/parse.ts";
import { source } from "../../src/text/source.ts";
import { MAYBE } from "../../src/values/doubt.ts";
import { sameText } from "../../src/values/equality.ts";
import {
  charactersAt,
  concat,
  join,
  replaceAround,
  scalarAt,
  select,
  slice,
  split,
  text,
} from "../../src/values/text.ts";
import { type Known, literal, loneHole, type Value } from "../../src/values/value.ts";
import { ABSENT, anything, HERE, listed, made, supplied } from "./making.ts";
import { type Shown, shown } from "./shown.ts";

const accounts = anything("Accounts", { many: true });

describe("concat", () => {
  const cases: [string, Value[], Shown][] = [
    ["texts", [made("a"), made("b")], "ab"],
    ["holes between texts", [made("arn:<P>"), made(":root")], "arn:<P>:root"],
    ["nothing", [], ""],
    ["a hole of any shape, which a text makes one", [made("a"), anything("P")], "a<P>"],
    ["a list, which is no text", [made("a"), listed(made("b"))], 'a<no text: ["b"]>'],
    ["a list that deployment decides", [made("a"), accounts], 'a<no text: <"Accounts">>'],
    ["what is left out", [made("a"), ABSENT], "a<no text: ->"],
  ];
  test.each(cases)("%s", (_, values, expected) => {
    expect(shown(concat(values, HERE))).toEqual(expected);
  });

  test("is a text even of nothing", () => {
    expect(concat([], HERE)).toEqual(text({ text: "", origin: HERE }, HERE));
    expect(text({ text: "" }, HERE)).toEqual({ kind: "text", parts: [{ text: "" }], type: "string", origin: HERE });
  });

  test("says why it has a hole where no text stands", () => {
    expect(concat([ABSENT], HERE)).toMatchObject({ parts: [{ hole: { reason: "malformed" } }] });
  });

  test("keeps an empty part that a parameter supplies, and no other", () => {
    expect(shown(concat([made("a"), made(""), supplied(""), made("b")], HERE))).toBe("a[|default P]b");
    expect(concat([made("a"), made(""), made("b")], HERE)).toMatchObject({ parts: [{ text: "a" }, { text: "b" }] });
  });

  test("ends where a text is made to grow without end", () => {
    const long = text({ text: "x".repeat(60_000) }, HERE);
    expect(concat([long, long], HERE)).toMatchObject({
      kind: "unknown",
      why: { reason: "budget", name: "a text without end" },
    });
    expect(concat([long, text({ text: "x".repeat(40_000) }, HERE)], HERE)).toMatchObject({ kind: "text" });
    expect(
      concat(
        Array.from({ length: 5_001 }, () => made("<P>")),
        HERE,
      ),
    ).toMatchObject({ kind: "unknown" });
    expect(
      concat(
        Array.from({ length: 5_000 }, () => made("<P>")),
        HERE,
      ),
    ).toMatchObject({ kind: "text" });
  });

  test("takes no two texts that grew too long for equal", () => {
    const [one, other] = ["x", "y"].map((character) => text({ text: character.repeat(100_001) }, HERE));
    const places = [["one"], ["other"]].map((path) => ({ ...HERE, path }));
    const long = [one, other].map((each, index) => concat(each ? [each] : [], places[index] ?? HERE));
    const [left, right] = long;
    expect(left && right && [sameText(left, left), sameText(left, right)]).toEqual([true, MAYBE]);
  });
});

describe("join", () => {
  const cases: [string, string, Value, Shown][] = [
    ["with a delimiter", ":", listed(made("a"), made("<P>"), made("b")), "a:<P>:b"],
    ["of one", ":", listed(made("a")), "a"],
    ["of none", ":", listed(), ""],
    ["of a list that deployment decides", ",", accounts, "<Accounts>"],
    ["of what is no list", ":", made("a"), "a"],
    ["of what is no text", ":", listed(made("a"), ABSENT), "a:<no text: ->"],
  ];
  test.each(cases)("%s", (_, delimiter, list, expected) => {
    expect(shown(join(delimiter, list, HERE))).toEqual(expected);
  });

  test("is another text with another delimiter, or of another list", () => {
    const joins: [string, Value][] = [
      [",", accounts],
      [":", accounts],
      [",", anything("Others", { many: true })],
    ];
    const ids = joins.map(([delimiter, list]) => loneHole(join(delimiter, list, HERE))?.id);
    expect(new Set(ids).size).toBe(3);
    expect(loneHole(join(",", accounts, HERE))?.id).toBe(ids[0]);
  });
});

describe("split", () => {
  const account = { P: { alphabet: /\d/ } };
  const cases: [string, string, Value, Shown][] = [
    ["at a delimiter", ":", made("a:b::c"), ["a", "b", "", "c"]],
    ["without any", ":", made("abc"), ["abc"]],
    ["around a hole that holds none", ":", made("arn:<P>x:root", account), ["arn", "<P>x", "root"]],
    ["around a hole that may hold one", ":", made("arn:<P>:root"), "?parameter P…"],
    ["before a hole that holds none", ":", made("a:b:c<P>", account), ["a", "b", "c<P>"]],
    ["by several characters", "--", made("a--b"), ["a", "b"]],
    ["by several characters, which may lie across the end of a hole", "--", made("a-<P>-b", account), "?parameter P…"],
    ["by several characters that lie across parts", "--", concat([made("a-"), made("-b")], HERE), ["a", "b"]],
  ];
  test.each(cases)("%s", (_, delimiter, value, expected) => {
    expect(shown(split(delimiter, value, HERE))).toEqual(expected);
  });

  test("is another list by another delimiter, or of another text", () => {
    const ids = [split(":", made("<P>"), HERE), split(",", made("<P>"), HERE), split(":", made("<P>a"), HERE)].map(
      (list) => loneHole(list)?.id,
    );
    expect(new Set(ids).size).toBe(3);
  });

  test("keeps the place of the characters", () => {
    const whole = text({ text: "ab:cd", origin: HERE }, HERE);
    const list = split(":", whole, HERE);
    expect(list).toMatchObject({
      items: [
        { parts: [{ text: "ab", origin: { what: { start: 0, end: 2 } } }] },
        { parts: [{ text: "cd", origin: { what: { start: 3, end: 5 } } }] },
      ],
    });
  });
});

test("characters cut out stand where they stood", () => {
  const within = { ...HERE, what: { start: 10, end: 14 } };
  expect(slice({ text: "abcd", origin: within }, 1, 3)).toEqual({
    text: "bc",
    origin: { ...HERE, what: { start: 11, end: 13 } },
  });
  // A key has no characters of its own, and what nothing wrote has no place.
  const key = { ...HERE, what: "key" } as const;
  expect(slice({ text: "abcd", origin: key }, 1, 3)).toEqual({ text: "bc", origin: key });
  expect(slice({ text: "abcd" }, 1, 3)).toEqual({ text: "bc" });
});

test.each<[json: Json, type: string, characters: string]>([
  ["a", "string", "a"],
  [12, "number", "12"],
  [true, "boolean", "true"],
  [null, "null", ""],
  [[], "null", ""],
  [{}, "null", ""],
])("the scalar %j is of type %s", (json, type, characters) => {
  const scalar = scalarAt(json, HERE.document, []);
  expect(scalar.type).toBe(type);
  expect(literal(scalar)).toBe(characters);
});

test.each<[written: string, spelled: Partial<Known>]>([
  ["12", {}],
  ["1.0", { spelled: "1.0" }],
  ['"\\u0031"', {}],
])("%s keeps as it is spelled what reading it as a number changed", (written, spelled) => {
  const document = parseJson(source("made.json", `[${written}]`));
  const origin = { document, path: [0] };
  const json = at(document.value, [0]) ?? null;
  expect(scalarAt(json, document, [0])).toStrictEqual(
    text({ text: String(json), ...spelled, origin }, origin, typeof json === "number" ? "number" : "string"),
  );
});

test("a number that stands nowhere has no spelling", () => {
  expect(charactersAt(12, HERE.document, ["nowhere"])).toStrictEqual({
    text: "12",
    origin: { ...HERE, path: ["nowhere"] },
  });
});

describe("select", () => {
  test("takes an element, or tells that there is none", () => {
    const list = split(":", made("a:b"), HERE);
    expect([0, 1, 2].map((index) => select(index, list, HERE)).map((value) => value && shown(value))).toEqual([
      "a",
      "b",
      undefined,
    ]);
  });

  test("takes equal elements of what is not known for equal, and others not", () => {
    const pieces = split("-", made("<P>"), HERE);
    const [first, again, second] = [0, 0, 1].map((index) => loneHole(select(index, pieces, HERE))?.id);
    expect(first).toBe(again);
    expect(first).not.toBe(second);
  });

  test("admits as an element what the list admits as one", () => {
    const why = loneHole(made("<P>", { P: { many: true, admits: (word) => word !== "*" } }));
    const one = why && loneHole(select(0, { kind: "unknown", why, origin: HERE }, HERE));
    expect([one?.many, one?.admits("*"), one?.admits("a")]).toEqual([false, false, true]);
  });
});

describe("what stands around a hole", () => {
  const URL = made("https://<R>.example.com/id/<I>", { R: { alphabet: /[a-z]/ }, I: { alphabet: /[0-9]/ } });
  const replaced = (value: Value, old: string): Shown | undefined => {
    const result = value.kind === "text" ? replaceAround(value, old, text({ text: "" }, HERE), HERE) : undefined;
    return result && shown(result);
  };
  test.each<[about: string, old: string, expected: Shown | undefined]>([
    ["is replaced where it is known", "https://", "<R>.example.com/id/<I>"],
    ["wherever it stands", "/", "https:<R>.example.comid<I>"],
    ["or is not there", "http://", "https://<R>.example.com/id/<I>"],
    ["unless the hole may be it", "a", undefined],
    ["or begin with its end", "//a", undefined],
    ["or end with its beginning", "a.ex", undefined],
  ])("%s", (_, old, expected) => {
    expect(replaced(URL, old)).toEqual(expected);
  });

  test("is replaced, and split, as it is in every text that may come of it", () => {
    const words = (most: number): string[] =>
      most === 0 ? [""] : ["", ...words(most - 1).flatMap((word) => ["a", "b", ":"].map((char) => char + word))];
    const short = [...new Set(words(2))];
    const filled = (value: Value, hole: string): string =>
      value.kind === "text" ? value.parts.map((part) => ("text" in part ? part.text : hole)).join("") : "none";
    const dash = text({ text: "-" }, HERE);
    const open = made("(<Q>)");
    let told = 0;
    for (const before of short) {
      for (const after of short) {
        const value = made(`${before}<P>${after}`, { P: { alphabet: /a/ } });
        for (const old of new Set(words(3))) {
          if (old === "" || value.kind !== "text") continue;
          const result = replaceAround(value, old, dash, HERE);
          const byOpen = open.kind === "text" ? replaceAround(value, old, open, HERE) : undefined;
          expect(byOpen === undefined).toBe(result === undefined);
          const pieces = split(old, value, HERE);
          for (const hole of ["", "a", "aa"]) {
            const whole = before + hole + after;
            if (result !== undefined) expect(filled(result, hole)).toBe(whole.replaceAll(old, "-"));
            // The same whether a hole stands in the text or in what is put in.
            if (byOpen !== undefined) expect(filled(byOpen, hole)).toBe(whole.replaceAll(old, `(${hole})`));
            if (pieces.kind === "list")
              expect(pieces.items.map((piece) => filled(piece, hole))).toEqual(whole.split(old));
          }
          if (result !== undefined) told += 1;
        }
      }
    }
    expect(told).toBeGreaterThan(1000);
  });
});
