// Elements and attributes of values, known or not.

import { keyOf } from "../../../values/equality.ts";
import { derivedHole, elementHole, unknown, valueOfHole, withHoles } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import {
  type Hole,
  isKnown,
  type List,
  literal,
  loneHole,
  type Origin,
  type Struct,
  sourceText,
  type Value,
} from "../../../values/value.ts";
import { holeIn, refused, resultOf } from "./evaluation.ts";
import { byCodePoint } from "./sets.ts";

type Entries = Struct["entries"];

const INDEX = /^\d+$/;

/** Refused where there is no such member. */
export function member(value: Value, key: string | Value, origin: Origin): Value {
  const only = onlyEntry(value);
  if (only !== undefined) return only[1];
  const word = typeof key === "string" ? key : literal(key);
  const known = value.kind === "unknown" && word !== undefined ? value.attribute?.(word) : undefined;
  if (known !== undefined) return known;
  const subject = loneHole(value);
  if (subject !== undefined) return unknown(memberOf(subject, key), origin);
  const several = value.kind === "list" && (word === undefined || INDEX.test(word)) && onlySeveral(value);
  if (several) return oneOf(several, typeof key === "string" ? key : keyOf(key));
  if (word === undefined) {
    const from = typeof key === "string" ? [value] : [value, key];
    return from.some((each) => holeIn(each) !== undefined) ? unknown(resultOf("[]", from), origin) : refused();
  }
  if (value.kind === "map") return value.entries.get(word)?.value ?? refused();
  if (value.kind !== "list" || !INDEX.test(word) || value.items.length === 0) return refused();
  if (holdsSeveral(value) || value.order !== undefined) return unknown(resultOf(`[${word}]`, [value]), origin);
  return value.items[Number(word)] ?? refused();
}

/** Of a map with one key, which is not known: there is no other member. */
export function onlyEntry(value: Value): readonly [key: Value, value: Value] | undefined {
  const [only, ...others] = (value.kind === "unknown" && value.entries) || [];
  return others.length === 0 ? only : undefined;
}

function memberOf(subject: Hole, key: string | Value): Hole {
  const [id, name] = typeof key === "string" ? [`.${key}`, `.${key}`] : [`[${keyOf(key)}]`, `[${sourceText(key)}]`];
  if (subject.many) return elementHole(subject, `${subject.id}${id}`);
  return { ...derivedHole(subject, `${subject.id}${id}`), name: `${subject.name}${name}` };
}

/** What a loop goes through: keys and values in order; a hole if the collection is not known. */
export function elementsOf(collection: Value): readonly (readonly [key: Value, value: Value])[] | Hole {
  if (collection.kind === "list") {
    const { items, order } = collection;
    if (order === "set") return items.map((item) => [item, item]);
    // Behind what stands for several nobody knows the number of an element.
    const several = items.findIndex(standsForSeveral);
    return items.map((item, index) => [
      order === "unknown" || (several >= 0 && index >= several)
        ? valueOfHole(resultOf("index", [collection, item]), item.origin)
        : text({ text: `${index}` }, item.origin, "number"),
      item,
    ]);
  }
  if (collection.kind === "map") {
    return sorted(collection.entries).map(([name, { key, value }]) => [keyText(name, key), value]);
  }
  const only = onlyEntry(collection);
  return only === undefined ? (loneHole(collection) ?? refused()) : [only];
}

/** Terraform goes through maps in the order of their keys. */
export function sorted(
  entries: Entries,
): readonly (readonly [string, { readonly key: Origin; readonly value: Value }])[] {
  return [...entries].sort(([one], [other]) => byCodePoint(one, other));
}

export function keyText(name: string, origin: Origin): Value {
  return text({ text: name, origin }, origin);
}

/** One element of a collection that deployment decides, standing for all: its key and its value. Of a list it stays several. */
export function anyElement(collection: Hole, origin: Origin): readonly [key: Value, value: Value] {
  const id = `element of ${collection.id}`;
  const of = (hole: Hole): Value => ({ kind: "text", parts: [{ hole }], type: "string", origin });
  const key = of(derivedHole(collection, `key of ${collection.id}`));
  return [key, collection.many ? of({ ...collection, id }) : unknown(derivedHole(collection, id), origin)];
}

/** Does an element stand for as many as deployment decides? */
export function holdsSeveral({ items }: List): boolean {
  return items.some(standsForSeveral);
}

export function standsForSeveral(item: Value): boolean {
  if (item.kind === "text") return item.parts.some((each) => !isKnown(each) && each.hole.many);
  const parts = item.kind === "map" ? Array.from(item.entries.values(), ({ value }) => value) : [];
  return loneHole(item)?.many === true || parts.some(standsForSeveral);
}

/** One element that stands for all elements of a list. */
function onlySeveral({ items: [only, ...others] }: List): Value | undefined {
  return only !== undefined && others.length === 0 && standsForSeveral(only) ? only : undefined;
}

function oneOf(several: Value, key: string): Value {
  return withHoles(several, (hole) => (hole.many ? elementHole(hole, `${hole.id}[${key}]`) : hole));
}
