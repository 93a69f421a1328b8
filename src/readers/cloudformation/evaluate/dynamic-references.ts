// `{{resolve:…}}` in a text: an unknown value, which may be a secret.

import { hole } from "../../../values/hole.ts";
import { concat, slice } from "../../../values/text.ts";
import { type Hole, isKnown, type Part, type Text, type Value } from "../../../values/value.ts";

const OPENING = "{{resolve:";
const CLOSING = "}}";
const MARKS = /(\{\{resolve:|\}\})/;
/** CloudFormation User Guide, "Get values stored in other services using dynamic references". */
const STORES: readonly string[] = ["ssm", "ssm-secure", "secretsmanager"];

/** The references of a text become holes; CloudFormation resolves them after all functions, so one may span parts. */
export function replaceDynamicReferences(value: Text): Value {
  if (!value.parts.some((part) => isKnown(part) && part.text.includes(OPENING))) return value;
  const parts: Part[] = [];
  let reference: string | undefined;
  for (const piece of value.parts.flatMap(splitAtMarks)) {
    if (reference === undefined) {
      if (isKnown(piece) && piece.text === OPENING) reference = "";
      else parts.push(piece);
    } else if (isKnown(piece) && piece.text === CLOSING) {
      parts.push({ hole: dynamicReferenceHole(reference) });
      reference = undefined;
    } else reference += isKnown(piece) ? piece.text : `<${piece.hole.id}>`;
  }
  // One that is not closed is none, or not yet.
  return reference === undefined ? concat([{ ...value, parts }], value.origin) : value;
}

function splitAtMarks(part: Part): readonly Part[] {
  if (!isKnown(part) || part.text === "") return [part];
  let end = 0;
  const pieces = part.text.split(MARKS).map((piece) => {
    end += piece.length;
    return slice(part, end - piece.length, end);
  });
  return pieces.filter((piece) => piece.text !== "");
}

function dynamicReferenceHole(reference: string): Hole {
  const store = STORES.find((each) => reference.startsWith(`${each}:`)) ?? "another service";
  return hole(`resolve ${reference}`, "dynamic-reference", `dynamic reference to ${store}`, {
    name: `resolve:${store}`,
  });
}
