// The parts of a policy as they are written, before anything in it is evaluated.

import { entry, isList, isObject, type Json, type JsonObject } from "../../text/document.ts";

const OF_DOCUMENTS: ReadonlySet<string> = new Set(["Version", "Id", "Statement"]);

/** Undefined where there are none, or something else stands beside them. */
export function writtenStatements(document: Json): readonly Json[] | undefined {
  if (!hasOnly(document, OF_DOCUMENTS)) return undefined;
  const statement = entry(document, "Statement");
  if (statement === undefined) return undefined;
  return isList(statement) ? statement : [statement];
}

/** A name of a function is among none of them. */
export function hasOnly(json: Json, names: ReadonlySet<string>): json is JsonObject {
  return isObject(json) && Object.keys(json).every((name) => names.has(name));
}
