// A list of objects that are parsed one by one when asked for; it behaves like an ordinary list.

import type { Json } from "../../document.ts";
import { readValue } from "./bytes.ts";
import { endOf, type Rows, startOf } from "./rows.ts";

export interface LateRows {
  readonly bytes: Uint8Array;
  readonly rows: Rows;
}

const known = new WeakMap<object, LateRows>();
const INDEX = /^(?:0|[1-9]\d*)$/;

export function lateList(bytes: Uint8Array, rows: Rows): readonly Json[] {
  const read: Json[] = new Array(rows.length);
  const fill = (name: string | symbol): void => {
    if (typeof name !== "string" || !INDEX.test(name) || Object.hasOwn(read, name)) return;
    const row = Number(name);
    if (row < rows.length) read[row] = readValue(bytes, startOf(rows, row), endOf(rows, row));
  };
  const list = new Proxy(read, {
    get(target, name) {
      fill(name);
      return Reflect.get(target, name);
    },
    has(target, name) {
      fill(name);
      return Reflect.has(target, name);
    },
    getOwnPropertyDescriptor(target, name) {
      fill(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    ownKeys(target) {
      for (let row = 0; row < rows.length; row += 1) fill(`${row}`);
      return Reflect.ownKeys(target);
    },
  });
  known.set(list, { bytes, rows });
  return list;
}

/** Undefined for a list that has been read as a whole. */
export function lateRows(list: object): LateRows | undefined {
  return known.get(list);
}
