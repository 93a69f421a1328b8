// Functions from texts to their hashes, and to and from other spellings.

import { createHash } from "node:crypto";
import { text } from "../../../../values/text.ts";
import { literal } from "../../../../values/value.ts";
import { isNull, refused } from "../evaluation.ts";
import type { Functions, Row } from "./row.ts";

export const hashes: Functions = [
  ...["md5", "sha1", "sha256", "sha512"].map((name): Functions[number] => [
    name,
    ofKnown((word) => createHash(name).update(word).digest("hex")),
  ]),
  ["base64sha256", ofKnown((word) => createHash("sha256").update(word).digest("base64"))],
  ["base64sha512", ofKnown((word) => createHash("sha512").update(word).digest("base64"))],
  [
    "base64encode",
    ofKnown((word) => btoa(Array.from(new TextEncoder().encode(word), (byte) => String.fromCharCode(byte)).join(""))),
  ],
  ["base64decode", ofKnown(decoded)],
  ["urlencode", ofKnown(urlEncoded)],
  ["basename", ofKnown((path) => path.replace(/\/+$/, "").replace(/^.*\//, "") || (path === "" ? "." : "/"))],
];

/** Characters; no policy has as many. */
const LONGEST = 100_000;

/** Of a text that deployment decides nothing can be told. */
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
