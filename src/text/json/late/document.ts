// A long JSON text as a document that is parsed only where somebody asks: most of a big Terraform plan or state is never asked for.

import type { Document } from "../../document.ts";
import { locatedDocument } from "../located.ts";
import { OBJECT, skipBlanks, textBetween } from "./bytes.ts";
import { latePlaces } from "./places.ts";
import { scan } from "./scan.ts";
import { skeletonOf, withParts } from "./skeleton.ts";
import { lateSource } from "./source.ts";
import { SAME, unitsOf } from "./units.ts";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export interface Limits {
  /** How deeply it may be nested. */
  readonly deepest: number;
  /** In UTF-16 units: a text that is no longer is read as a whole. */
  readonly longest: number;
}

/** Undefined where it must be read as a whole: to say what is wrong with it, or because no part of it is read late. */
export function parseLate(path: string, content: Uint8Array, { deepest, longest }: Limits): Document | undefined {
  const isMarked = BYTE_ORDER_MARK.every((byte, index) => content[index] === byte);
  const bytes = isMarked ? content.subarray(BYTE_ORDER_MARK.length) : content;
  if (bytes[skipBlanks(bytes, 0)] !== OBJECT) return undefined;
  const scanned = scan(bytes, deepest);
  if (scanned?.parts.some(({ rows }) => rows !== undefined) !== true) return undefined;
  const { parts, isAscii } = scanned;
  const units = isAscii ? SAME : unitsOf(bytes);
  if (units.at(bytes.length) <= longest) return undefined;
  const skeleton = skeletonOf(bytes, parts);
  const value = withParts(JSON.parse(textBetween(skeleton, 0, skeleton.length)), bytes, parts);
  return locatedDocument(lateSource(path, bytes, units), value, latePlaces(bytes, parts, units));
}
