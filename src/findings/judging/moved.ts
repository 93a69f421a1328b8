// What is told of one policy, at the places of another that is equal: the way to each in the document is the same.

import { entry, isList, isObject, type Json, type Path } from "../../text/document.ts";
import { type Origin, originKey } from "../../values/value.ts";
import type { Written } from "../../values/written.ts";
import type { UnplacedResult } from "./tell.ts";

/** Holds nothing of the document that it was told of. */
export type Movable = (document: Written) => UnplacedResult;

export interface PlaceWithin {
  readonly path: Path;
  readonly what: "key" | undefined;
}

/** Undefined where something stands elsewhere, or nobody knows which of several parts stands there. */
export function movable(result: UnplacedResult, from: Written): Movable | undefined {
  const numbers = numbersIn(from);
  const { secret, hasWorlds, inlineVerdicts } = result;
  const findings = result.findings.map(({ told, message, written, origin, trusted, statement }) => ({
    ...{ told, message, written, at: numbers.of(origin), trusted: trusted && numbers.of(trusted) },
    statement: statement && { at: numbers.of(statement.origin), others: statement.others().map(numbers.of) },
  }));
  const unknowns = result.unknowns.map(({ told, message, origin }) => ({ told, message, at: numbers.of(origin) }));
  const grants = result.grants.map(({ origin, told }) => ({ told, at: numbers.of(origin) }));
  const places = numbers.places();
  if (places === undefined) return undefined;
  // Spelled out: V8 gives a shape of its own to each object that begins with others' entries, and there may be very many.
  return (document) => {
    const origins = places.map(({ path, what }) => document.at(path, what));
    const originOf = (number: number) => origins[number] as Origin;
    return {
      secret,
      hasWorlds,
      findings: findings.map(({ told, message, written, at, trusted, statement }) => ({
        told,
        message,
        written,
        origin: originOf(at),
        trusted: trusted === undefined ? undefined : originOf(trusted),
        statement: statement && {
          origin: originOf(statement.at),
          others: () => statement.others.map(originOf),
        },
      })),
      unknowns: unknowns.map(({ told, message, at }) => ({ told, message, origin: originOf(at) })),
      grants: grants.map(({ told, at }) => ({ told, origin: originOf(at) })),
      files: filesOf(result, document),
      inlineVerdicts,
    };
  };
}

/** Those that grants stand in: all stand within the document. */
function filesOf({ files }: UnplacedResult, document: Written): readonly string[] {
  const { path } = document.at([]).document.source;
  return files.every((file) => file === path) ? files : [path];
}

/** The places that are asked for, each with one number; undefined where one is not known. */
function numbersIn(document: Written) {
  const placeOf = placesIn(document);
  const numbers = new Map<Origin, number>();
  const places: (PlaceWithin | undefined)[] = [];
  return {
    of(origin: Origin): number {
      const number = numbers.get(origin) ?? places.length;
      if (number === places.length) places.push(placeOf(origin));
      numbers.set(origin, number);
      return number;
    },
    places: () => (places.every((place) => place !== undefined) ? places : undefined),
  };
}

/** The ways to the parts of a document, by where they stand; undefined where none stands there, or several. */
export function placesIn(document: Written): (origin: Origin) => PlaceWithin | undefined {
  const places = new Map<string, PlaceWithin | undefined>();
  const note = (place: PlaceWithin): void => {
    const key = originKey(document.at(place.path, place.what));
    places.set(key, places.has(key) ? undefined : place);
  };
  const add = (json: Json, path: Path): void => {
    note({ path, what: undefined });
    if (isList(json)) for (const [index, item] of json.entries()) add(item, [...path, index]);
    if (!isObject(json)) return;
    for (const name of Object.keys(json)) {
      note({ path: [...path, name], what: "key" });
      add(entry(json, name) ?? null, [...path, name]);
    }
  };
  add(document.json, []);
  return (origin) => places.get(originKey(origin));
}
