// Values that an outer template fills into the text of this one, put back at their places.

import { hasMark } from "../../../values/embedded.ts";
import { concat } from "../../../values/text.ts";
import { type Hole, isKnown, type Text, type Unknown, type Value } from "../../../values/value.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { isPseudoParameter } from "./pseudo-parameters.ts";
import { reference } from "./references.ts";

export function restoreHoles(value: Text, { template, parent }: Evaluation): Text | Unknown {
  const { embeddedText } = template;
  if (embeddedText === undefined) return value;
  if (!value.parts.some((part) => isKnown(part) && hasMark(part.text))) return value;
  const parts = value.parts.flatMap((part) => (isKnown(part) ? embeddedText.parts(part) : [part]));
  const values = parts.map((part): Value => {
    return isKnown(part) || parent === undefined ? { ...value, parts: [part] } : evaluateHole(part.hole, value, parent);
  });
  return concat(values, value.origin);
}

/** Left open when the text was read: in a world it may be known. */
function evaluateHole(hole: Hole, at: Text, parent: Evaluation): Value {
  for (let outer: Evaluation | undefined = parent; outer !== undefined; outer = outer.parent) {
    const { idPrefix, parameter } = outer.template;
    const name = hole.id.startsWith(idPrefix) ? hole.id.slice(idPrefix.length) : hole.id;
    if (isPseudoParameter(name) || parameter(name) !== undefined) return reference(name, at.origin, outer);
  }
  return { ...at, parts: [{ hole }] };
}
