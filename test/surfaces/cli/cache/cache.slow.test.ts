import fc from "fast-check";
import "../../../seed.ts";
import { describe, expect, test } from "vitest";
import { FILES } from "../sharded.ts";
import { EDITS, edited, SOUND, told, without } from "./runs.ts";

describe("a run with a cache tells what one without it does", () => {
  for (const [name, files] of Object.entries({ sound: SOUND, everything: FILES })) {
    test.each(["json", "sarif", "text", "github", "markdown", "gitlab"])(`${name}, in %s`, (format) => {
      const kept = new Map<string, string>();
      const expected = without({ files, format });
      expect(told({ files, kept, format })).toEqual(expected);
      expect(kept.size).toBe(1);
      expect(told({ files, kept, format })).toEqual(expected);
    });

    test.each(Object.entries(EDITS))(`${name}: %s`, (_, edit) => {
      const kept = new Map<string, string>();
      told({ files, kept });
      const after = edited(files, edit);
      expect(told({ files: after, kept })).toEqual(without({ files: after }));
      // And back again.
      expect(told({ files, kept })).toEqual(without({ files }));
    });
  }

  test("after any changes, one after the other", () => {
    const edits = fc.array(fc.constantFrom(...Object.values(EDITS)), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(edits, (steps) => {
        const kept = new Map<string, string>();
        let files = SOUND;
        told({ files, kept });
        for (const edit of steps) {
          files = edited(files, edit);
          expect(told({ files, kept })).toEqual(without({ files }));
        }
      }),
      { numRuns: 8 },
    );
  });
});
