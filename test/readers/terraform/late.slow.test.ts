import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { running } from "../../oracle/runs.ts";
import { expectSameReport, isReadLate, lengthened, RECORDS, recordText } from "./late.ts";

/** A text of megabytes is read twice each time. */
const SHARE = 0.1;
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a long plan or state is reported as if it had been read as a whole:", () => {
  test.each(RECORDS)("%s", (name) => {
    const text = lengthened(recordText(name));
    const spelled: readonly [string, boolean][] = [
      [text, true],
      [`\uFEFF${text}`, true],
      [text.replace("{", '{"about":"é😀",'), true],
      [JSON.stringify(JSON.parse(text), undefined, "\r\n\t").replace("{", `{${" ".repeat(2 ** 21)}`), true],
      [text.replaceAll('"type"', String.raw`"\u0074ype"`), false],
      [`${text}{}`, false],
    ];
    for (const [each, late] of spelled) {
      if (!each.endsWith("{}")) expect(isReadLate(name, utf8(each))).toBe(late);
      expectSameReport(name, utf8(each));
    }
  });

  test.each(RECORDS)("%s with parts missing, twice, or of another kind", (name) => {
    const text = recordText(name);
    const values = [...text.matchAll(/"(?:\\.|[^"\\])*"|true|false|null|[{}[\],]/g)].map(({ index, 0: word }) => ({
      index,
      word,
    }));
    const words = [
      "null",
      "{}",
      "[]",
      '"a"',
      "1",
      "true",
      ",",
      "{",
      "}",
      '"type":1,',
      '"change":{},',
      '"\\u0061":',
      "é",
      "\0",
      '"Statement"',
      "",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...values), fc.constantFrom(...words, ...values.map(({ word }) => word))), {
          minLength: 1,
          maxLength: 3,
        }),
        (edits) => {
          const inOrder = edits.toSorted(([one], [other]) => other.index - one.index);
          const edited = inOrder.reduce(
            (before, [{ index, word }, other]) => before.slice(0, index) + other + before.slice(index + word.length),
            text,
          );
          expectSameReport(name, utf8(lengthened(edited)));
        },
      ),
      running(SHARE),
    );
  });

  test.each(RECORDS)("%s with wrong bytes in it", (name) => {
    const content = utf8(lengthened(recordText(name)));
    const blanks = content.length - recordText(name).length;
    fc.assert(
      fc.property(fc.nat(content.length - blanks - 1), fc.nat(255), (offset, byte) => {
        const wrong = Uint8Array.from(content);
        wrong[blanks + offset] = byte;
        expectSameReport(name, wrong);
      }),
      running(SHARE),
    );
  });
});
