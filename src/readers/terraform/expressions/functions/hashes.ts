// Functions from texts to their hashes, and to and from other spellings.

import { base64, hex } from "../../../../text/digests/blocks.ts";
import { md5 } from "../../../../text/digests/md5.ts";
import { sha1 } from "../../../../text/digests/sha1.ts";
import { sha256 } from "../../../../text/digests/sha256.ts";
import { sha512 } from "../../../../text/digests/sha512.ts";
import { text } from "../../../../values/text.ts";
import { literal } from "../../../../values/value.ts";
import { isNull, refused } from "../evaluation.ts";
import type { Functions, Row } from "./row.ts";

export const hashes: Functions = [
  ["md5", ofKnown((word) => hex(md5(word)))],
  ["sha1", ofKnown((word) => hex(sha1(word)))],
  ["sha256", ofKnown((word) => hex(sha256(word)))],
  ["sha512", ofKnown((word) => hex(sha512(word)))],
  ["base64sha256", ofKnown((word) => base64(sha256(word)))],
  ["base64sha512", ofKnown((word) => base64(sha512(word)))],
  ["base64encode", ofKnown((word) => base64(new TextEncoder().encode(word)))],
  ["base64decode", ofKnown(decoded)],
  ["urlencode", ofKnown(urlEncoded)],
  ["basename", ofKnown((path) => path.replace(/(?<!\/)\/+$/, "").replace(/^.*\//, "") || (path === "" ? "." : "/"))],
];

/** Characters; no policy has as many. */
const LONGEST = 100_000;

/** The hash of a text that deployment decides is unknown. */
function ofKnown(change: (word: string) => string): Row {
  return {
    gives: "text",
    run([value], origin) {
      const word = literal(value);
      if (value === undefined || word === undefined || word.length > LONGEST) return undefined;
      return isNull(value) ? refused() : text({ text: change(word) }, origin);
    },
  };
}

function decoded(word: string): string {
  // Padding is needed; Go passes over line breaks.
  const plain = word.replace(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(plain)) return refused();
  const bytes = Uint8Array.from(atob(plain), (each) => each.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refused();
  }
}

/** As Go's url.QueryEscape does. */
function urlEncoded(word: string): string {
  return encodeURIComponent(word.replace(/\p{Surrogate}/gu, "\ufffd"))
    .replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
