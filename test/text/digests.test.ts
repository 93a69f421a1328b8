import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { base64, hex } from "../../src/text/digests/blocks.ts";
import { md5 } from "../../src/text/digests/md5.ts";
import { sha1 } from "../../src/text/digests/sha1.ts";
import { sha256 } from "../../src/text/digests/sha256.ts";
import { sha512 } from "../../src/text/digests/sha512.ts";

describe.each([
  ["md5", md5],
  ["sha1", sha1],
  ["sha256", sha256],
  ["sha512", sha512],
])("%s gives the digest that Node finds of", (name, digest) => {
  test.each([
    ["nothing", ""],
    ["a word", "abc"],
    ["what is not ASCII, and half a character", "ä€🐴\ud83d"],
    ...[55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 5000].map((length) => [
      `${length} bytes`,
      "x".repeat(length),
    ]),
  ])("%s", (_, text = "") => {
    const expected = createHash(name).update(text);
    const found = digest(text);
    expect(base64(found)).toBe(expected.copy().digest("base64"));
    expect(hex(found)).toBe(expected.digest("hex"));
  });
});
