// What the author of a template left empty, for whoever deploys it to fill in.

import { hole } from "../../values/hole.ts";
import { isKnown, type Known, type Text } from "../../values/value.ts";
import { Refused } from "../../values/worlds.ts";

/** Throws Refused where a parameter supplies nothing but blanks. */
export function requireFilledIn({ parts }: Text): void {
  const blank = parts.filter(isKnown).find(isBlankSupply)?.from;
  if (blank === undefined) return;
  const source = `a value for ${blank.name}`;
  throw new Refused(hole(source, "parameter", source));
}

/** What a parameter supplies where its author left it empty. A value that the user gave is meant. */
function isBlankSupply({ text, from }: Known): boolean {
  return text.trim() === "" && from !== undefined && from.by !== "given" && from.by !== "mapping";
}
