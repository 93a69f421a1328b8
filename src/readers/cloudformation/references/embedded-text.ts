// What another template fills into the text that this one is written as, put back where it falls.

import { hasMark } from "../../../values/embedded.ts";
import { concat } from "../../../values/text.ts";
import { type Hole, isKnown, type Text, type Unknown, type Value } from "../../../values/value.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { isPseudo } from "./pseudo-parameters.ts";
import { reference } from "./references.ts";

export function restored(value: Text, { template, caller }: Evaluation): Text | Unknown {
  const { opened } = template;
  if (opened === undefined) return value;
  if (!value.parts.some((part) => isKnown(part) && hasMark(part.text))) return value;
  const parts = value.parts.flatMap((part) => (isKnown(part) ? opened.parts(part) : [part]));
  const values = parts.map((part): Value => {
    return isKnown(part) || caller === undefined ? { ...value, parts: [part] } : inWorld(part.hole, value, caller);
  });
  return concat(values, value.origin);
}

/** Left open when the text was read: in a world it may be known. */
function inWorld(hole: Hole, at: Text, caller: Evaluation): Value {
  for (let outer: Evaluation | undefined = caller; outer !== undefined; outer = outer.caller) {
    const { scope, parameter } = outer.template;
    const name = hole.id.startsWith(scope) ? hole.id.slice(scope.length) : hole.id;
    if (isPseudo(name) || parameter(name) !== undefined) return reference(name, at.origin, outer);
  }
  return { ...at, parts: [{ hole }] };
}
