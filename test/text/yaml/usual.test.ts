import { describe, expect, test } from "vitest";
import { drawFrom } from "../../hostile/fuzz/mutations.ts";
import { bothReadings, drawYaml, yamlTexts } from "./library.ts";

const USUAL = {
  "a map in a map": "a:\n  b: 1\n  c: x y\nd: 2\n",
  "comments everywhere": "# one\n\na: # two\n  # three\n  b: 1 # four\n    # five\n# six\n",
  "a mark before the document": "# licence\n--- # begin\na: b\n",
  "no line break at the end": "a:\n- b",
  "line breaks of Windows": "a: |\r\n  b\r\n\r\n  c\r\nd: 'e\r\n\r\n  f'\r\n",
  "a list in the column of its key": "a:\n- b\n- c: d\n  e: f\n-\ng:\n-\n  - h\n",
  "lists in lists": "a:\n  - - b\n    - c\n  -   - d\n",
  "nothing where a value could be": "a:\nb:  \nc: # nothing\nd:\n  - \n  -\n  - e:\n",
  "a value below its key": "a:\n  b\n  c\nd:\n    'e'\nf:\n  !Sub g\n",
  "short forms":
    "a: !Sub 'b'\nc: !GetAtt D.E\nf: !If\n- g\n- !Ref H\ni: !Join\n  - ''\n  - [a, !Sub b]\nj: !Transform\n  Name: k\n",
  "plain texts": "a: b:c\nd: e#f\ng: http://h?i=j&k\nl: -1\nm: arn:aws:iam::1:root\nn o : p, q] r}\ns: a 'b' \"c\"\n",
  "plain texts of several lines": "a: b\n  c\n\n\n  d # e\nf:\n  - g\n   h\n  - i: j\n     k\n",
  "texts in quotes": "a: 'it''s'\n'b: c': \"d: # e\"\n\"f\": '\"'\ng: ''\nh: \"\"\ni: \"\\\"\\\\\\/\\n\\t\"\n",
  "texts in quotes of several lines": "a: 'b\n  c\n\n   d '\ne: \"f \n  g\n  \"\nh: '\n  i'\n",
  blocks: "a: |\n  b\n   c\n\n  d: #e\nf: >-\n\n  g\n  h\n\n    i\n    j\n\n  k\n\n\nl:\n- |\n m\n- >\n    n\n# o\n",
  brackets:
    'a: [b, \'c\', "d", [e], {f: g, "h": [i: j, k]}, ]\nl: {}\nm: []\nn: { o: !Ref P, q : r }\ns: [-1, t:u, -v]\n',
  "brackets over several lines":
    "a: [\n  b,\n\n  {\n    c: d\n  },\n ]\ne:\n  - !Sub\n    - f\n    - { g: 'h\n      i',\n        j: k }\n",
  "keys given twice": "a: 1\nb: {c: 1, c: 2}\na: 3\n",
  "names that objects of JavaScript have": "__proto__: 1\nconstructor: {toString: 2}\n",
};

/** Some is right, and rare; some is wrong, and the library says why. */
const OTHER = {
  anchors: "a: &b c\n",
  aliases: "a: *b\n",
  "merge keys": "a:\n  <<: {b: c}\n",
  "merge keys in brackets": "a: {<<: {b: c}}\n",
  "tags of YAML": "a: !!str 1\n",
  "a short form and nothing": "a: !Ref\nb: c\n",
  "two short forms": "a: !Sub !Ref b\n",
  "tabs before a value": "a:\tb\n",
  "tabs as indentation": "a:\n\tb: c\n",
  "several documents": "a: b\n---\nc: d\n",
  "the end of a document": "a: b\n...\n",
  directives: "%YAML 1.1\n---\na: b\n",
  "keys of a question mark": "? a\n: b\n",
  "a list that is all": "- a\n",
  "a text that is all": "a\n",
  nothing: "",
  "brackets that are all": "{a: b}\n",
  "brackets as a key": "[a]: b\n",
  "brackets never closed": "a: [b\n",
  "brackets left of their key": "a:\n  b: [\n  c]\n",
  "a comment in brackets": "a: [b, # c\n  d]\n",
  "a line break in plain text in brackets": "a: [b\n  c]\n",
  "a comma missing": "a: ['b' 'c']\n",
  "a key alone": "a: 1\nb\n",
  "a map on the line of its key": "a: b: c\n",
  "a list on the line of its key": "a: - b\n",
  "indentation that decreases to no level": "a:\n    b: c\n  d: e\n",
  "indentation that increases": "a: b\n   c: d\n",
  "a text after a quote": "a: 'b' c\n",
  "a quote never closed": "a: 'b\n",
  "a quoted text left of its key": "a:\n  b: 'c\n  d'\n",
  "escapes that JSON has not": 'a: "\\x41"\n',
  "an escaped line break": 'a: "b\\\n  c"\n',
  "a block that says its indentation": "a: |2\n   b\n",
  "a block that keeps its end": "a: |+\n  b\n\n",
  "an empty block": "a: |\nb: c\n",
  "a block with text left of its own": "a: |\n    b\n  c\n",
  "spaces right of a block, at its end": "a: |\n  b\n    \n",
  "a comment within a plain text": "a: b\n  # c\n  d\n",
  "a lone return": "a: b\rc: d\n",
  "a key too long": `${"a".repeat(1100)}: b\n`,
  "sixty levels": `a: ${"[".repeat(61)}${"]".repeat(61)}\n`,
  "characters that begin nothing": "a: @b\n",
};

describe("the reader of usual YAML", () => {
  test.each(Object.entries(USUAL))("says of %s what the library says", (_, text) => {
    const { usual, library } = bothReadings(text);
    expect(usual).toBeDefined();
    expect(usual).toEqual(library());
  });

  test.each(Object.entries(OTHER))("leaves %s to the library", (_, text) => {
    expect(bothReadings(text).usual).toBeUndefined();
  });

  test("takes most of what people write", () => {
    const texts = yamlTexts();
    const left = texts.filter((text) => bothReadings(text).usual === undefined);
    expect(left.length).toBeLessThan(texts.length / 20);
  });

  test("never says anything but what the library says", () => {
    const texts = yamlTexts();
    let taken = 0;
    for (let run = 0; run < 1500; run += 1) {
      const text = drawYaml(drawFrom(run), texts);
      const { usual, library } = bothReadings(text);
      if (usual === undefined) continue;
      taken += 1;
      expect({ text, ...usual }).toEqual({ text, ...(library() as object) });
    }
    expect(taken).toBeGreaterThan(300);
  });
});
