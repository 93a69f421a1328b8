import { describe, expect, test } from "vitest";
import { at, type Document, isObject, type Path } from "../../src/text/document.ts";
import { parseJson } from "../../src/text/json/parse.ts";
import { Problem } from "../../src/text/problem.ts";
import { type Range, source } from "../../src/text/source.ts";
import { MAYBE } from "../../src/values/doubt.ts";
import { hasMark, openEmbedded, parseAny, parseObject } from "../../src/values/embedded.ts";
import { sameText } from "../../src/values/equality.ts";
import { jsonText } from "../../src/values/json-text.ts";
import { concat, text } from "../../src/values/text.ts";
import { isKnown, type Origin, type Text, type Value } from "../../src/values/value.ts";
import { HERE, listed, made, mapped, supplied } from "./making.ts";
import { type Shown, shown } from "./shown.ts";

function asText(value: Value): Text {
  if (value.kind !== "text") throw new Error("no text");
  return value;
}

function embedded(value: Value): Value {
  return parseObject(asText(value));
}

/** The scalar at `path` of a document, or characters of it. */
function piece(document: Document, path: Path, what?: Range): Text {
  const whole = at(document.value, path);
  if (typeof whole !== "string") throw new Error("no scalar");
  const characters = what === undefined ? whole : whole.slice(what.start, what.end);
  return text({ text: characters, origin: { document, path, ...(what && { what }) } }, { document, path });
}

/** What stands at a place in the outer text. */
function standing(origin: Origin | undefined): string | undefined {
  const range = origin?.document.locate(origin.path, origin.what);
  return range && origin?.document.source.text.slice(range.start, range.end);
}

describe("a text of JSON", () => {
  const cases: [string, Value, Shown][] = [
    ["of known characters", made('{"a": [1, true, "b"]}'), { a: ["1", "true", "b"] }],
    ["with a hole in a string", made('{"a": "arn:<P>:root"}'), { a: "arn:<P>:root" }],
    ["with one hole as a string", made('{"a": "<P>"}'), { a: "<P>" }],
    ["with a hole behind an escaped quote", made('{"a": "\\"<P>"}'), { a: '"<P>' }],
    ["with a hole for a value", made('{"a": <P>}'), { a: "?parameter P" }],
    ["with a hole for an element", made('{"a": ["b", <P>]}'), { a: ["b", "?parameter P"] }],
    ["with a hole for the rest of an object", made('{"a": "b", <P>}'), "?parameter P"],
    ["with a hole in a key", made('{"a": {"<P>:sub": "b"}}'), { a: "?parameter P" }],
    ["that is one hole", made("<P>"), "?parameter P"],
    ["that is none", made("{'a': 1}"), "?malformed broken JSON"],
    ["that is YAML", made("a: 1"), "?malformed broken JSON"],
    ["behind blanks", made(' \n{"a": "b"}'), { a: "b" }],
    ["that is no object", made('[{"a": 1}]'), "?malformed broken JSON"],
    ["that ends too soon", made('{"a": '), "?malformed broken JSON"],
    ["that ends too soon, behind a hole in a string", made('{"a": "<P>"'), "?malformed broken JSON"],
    ["made of a map", jsonText(mapped({ a: made("<P>") }), HERE), { a: "<P>" }],
    ["made of a text", jsonText(made("{}"), HERE), "?malformed broken JSON"],
    [
      "with supplied characters in a string",
      concat([made('{"a": "x:'), supplied("b1"), made('"}')], HERE),
      { a: "x:[b1|default P]" },
    ],
    [
      "with supplied characters for a value",
      concat([made('{"a": '), supplied('["b"]'), made("}")], HERE),
      { a: ["b"] },
    ],
    [
      "with supplied characters that end a string",
      concat([made('{"a": "'), supplied('b", "c": "d'), made('"}')], HERE),
      { a: "b", c: "d" },
    ],
    ["with characters that we use ourselves", made('{"a": "\ue0000\ue000<P>"}'), { a: "\ufffd0\ufffd<P>" }],
    ["with such characters escaped", made('{"a": "\\ue0007\\ue000"}'), { a: "" }],
  ];
  test.each(cases)("%s", (_, value, expected) => {
    expect(shown(embedded(value))).toEqual(expected);
  });

  test("ends where it is too deep to be walked", () => {
    let value: Value | undefined = embedded(made(`${'{"a":'.repeat(900)}1${"}".repeat(900)}`));
    let depth = 0;
    for (; value?.kind === "map"; depth += 1) value = value.entries.get("a")?.value;
    expect([depth, value]).toMatchObject([101, { kind: "unknown", why: { reason: "budget", name: "deep JSON" } }]);
  });
});

describe("a text of JSON or a list", () => {
  test.each<[string, Value, Shown]>([
    ["an object", made('{"a": <P>}'), { a: "?parameter P" }],
    ["a list", made(' \n["a", <P>]'), ["a", "?parameter P"]],
    ["neither", made('a: {"b": "c"}'), "?malformed broken JSON"],
    ["made of a list", jsonText(listed(made("<P>")), HERE), ["<P>"]],
  ])("%s", (_, value, expected) => {
    expect(shown(parseAny(asText(value)))).toEqual(expected);
  });
});

test("a text that was made of a value is that value, with its places", () => {
  const value = mapped({ a: made("b") });
  expect(embedded(jsonText(value, HERE))).toBe(value);
});

test("texts that are no JSON are not taken for equal", () => {
  const [one, other] = ["one", "other"].map((key) =>
    parseObject(asText({ ...made("{"), origin: { ...HERE, path: [key] } })),
  );
  expect(one && other && sameText(one, other)).toBe(MAYBE);
});

describe("an opened text", () => {
  test.each<[string, Value, Path, Shown]>([
    ["of JSON, with a hole for a value", made('{"a": <P>}'), ["a"], "<P>"],
    ["of JSON, with a hole in a string", made('{"a": "x<P>y"}'), ["a"], "x<P>y"],
    ["of JSON behind blanks, in parts", concat([made(" \n"), made("[<P>]")], HERE), [0], "<P>"],
    ["of YAML", made("a: <P>x"), ["a"], "<P>x"],
    ["of YAML, with brackets in it", made("a: {b: <P>x}"), ["a", "b"], "<P>x"],
    ["of YAML that begins with a hole", made("<P>x: {}"), [], "<P>x"],
  ])("%s gives its holes back", (_, value, path, expected) => {
    const { document, parts } = openEmbedded(asText(value));
    const inner = at(document.value, path);
    const [key] = isObject(inner) ? Object.keys(inner) : [inner];
    if (typeof key !== "string") throw new Error("no text");
    expect(hasMark(key)).toBe(true);
    expect(parts({ text: key })).not.toContainEqual({ text: "" });
    expect(shown({ kind: "text", parts: parts({ text: key }), type: "string", origin: HERE })).toEqual(expected);
  });

  test("throws a problem where it is neither", () => {
    expect(() => openEmbedded(asText(made('{"a": ')))).toThrow(Problem);
    expect(hasMark("a")).toBe(false);
  });
});

describe("places in an embedded text", () => {
  const POLICY = '{"a": "b<P>cd", "e": ["f", "g"]}';
  const KEY = '{"h": "i"}';
  const outer = parseJson(source("outer.json", JSON.stringify({ policy: POLICY, default: '["b"]', [KEY]: "j" })));
  const policy: Origin = { document: outer, path: ["policy"] };

  function entry(value: Value, key: string): Value | undefined {
    return value.kind === "map" ? value.entries.get(key)?.value : undefined;
  }

  test("are those of the outer text", () => {
    const hole = POLICY.indexOf("<P>");
    const before = piece(outer, ["policy"], { start: 0, end: hole });
    const after = piece(outer, ["policy"], { start: hole + "<P>".length, end: POLICY.length });
    const value = embedded(concat([before, made("<P>"), after], policy));
    const text = entry(value, "a");
    const places = text?.kind === "text" ? text.parts.map((part) => isKnown(part) && standing(part.origin)) : [];
    expect(places).toEqual(["b", false, "cd"]);
    const list = entry(value, "e");
    const items = list?.kind === "list" ? list.items.map((item) => standing(item.origin)) : [];
    expect(items).toEqual(['\\"f\\"', '\\"g\\"']);
    expect(value.kind === "map" && standing(value.entries.get("e")?.key)).toBe('\\"e\\"');
  });

  test("are in the scalar that a part is as a whole", () => {
    const list = parseAny(piece(outer, ["default"]));
    expect(list.kind === "list" && standing(list.items[0]?.origin)).toBe('\\"b\\"');
  });

  test("are the whole text's where its characters are a key", () => {
    const key = text({ text: KEY, origin: { document: outer, path: [KEY], what: "key" } }, policy);
    expect(standing(entry(embedded(key), "h")?.origin)).toBe(JSON.stringify(POLICY));
  });

  test("are not where a parameter's value is written", () => {
    const [start, end] = [
      text({ text: '{"a": ', origin: policy }, policy),
      text({ text: "}", origin: policy }, policy),
    ];
    const written = { document: outer, path: ["default"] };
    const list = text({ text: '["b"]', from: { name: "P", by: "default" }, origin: written }, policy);
    const place = entry(embedded(concat([start, list, end], policy)), "a")?.origin;
    const range = place?.document.locate(place.path);
    expect(range?.end).toBeLessThan(outer.locate(["default"], "key").start);
  });

  test("of a string in parts are of one text", () => {
    const value = embedded(concat([made('{"a": "b'), made("cd"), made('"}')], HERE));
    expect(entry(value, "a")).toMatchObject({ parts: [{ text: "bcd" }] });
  });
});
