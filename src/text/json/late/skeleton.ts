// A long JSON text with a number in place of each late part, and the value with parts that are parsed when asked for.

import { isList, isObject, type Json } from "../../document.ts";
import { byteBuffer } from "./buffer.ts";
import { readValue } from "./bytes.ts";
import { LATE } from "./keys.ts";
import { lateList } from "./list.ts";
import type { LatePart } from "./part.ts";

/** `bytes` with the number of each part in place of it: `{"":7}`. Parts are in the order of the text. */
export function skeletonOf(bytes: Uint8Array, parts: readonly LatePart[]): Uint8Array {
  const made = byteBuffer();
  let copied = 0;
  for (const [number, { start, end }] of parts.entries()) {
    made.add(bytes, copied, start);
    made.addText(`{"":${number}}`);
    copied = end;
  }
  made.add(bytes, copied, bytes.length);
  return made.bytes();
}

/** The value of a text: that of its skeleton, in which each part is read when it is asked for. */
export function withParts(value: Json, bytes: Uint8Array, parts: readonly LatePart[]): Json {
  if (isList(value)) for (const item of value) withParts(item, bytes, parts);
  if (!isObject(value)) return value;
  for (const key of Object.keys(value)) {
    const inner = value[key] ?? null;
    const part = LATE.includes(key) ? parts[numberIn(inner)] : undefined;
    if (part === undefined) withParts(inner, bytes, parts);
    else Object.defineProperty(value, key, { ...propertyOf(part, bytes), enumerable: true, configurable: true });
  }
  return value;
}

/** Of the part that an object stands for; what is no such object under a late key is empty or no object. */
function numberIn(value: Json): number {
  const number = isObject(value) ? value[""] : undefined;
  return typeof number === "number" ? number : -1;
}

function propertyOf({ start, end, rows }: LatePart, bytes: Uint8Array): PropertyDescriptor {
  if (rows !== undefined) return { value: lateList(bytes, rows), writable: false };
  let read: Json | undefined;
  return {
    get() {
      read ??= readValue(bytes, start, end);
      return read;
    },
  };
}
