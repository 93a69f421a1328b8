// Follows a path in a YAML document, and gives the range of characters there.

import type { Path } from "../document.ts";
import {
  blockUnits,
  doubleQuotedUnits,
  plainUnits,
  singleQuotedUnits,
  spelledBy,
  type Units,
} from "../scalar-units.ts";
import type { Range } from "../source.ts";
import { attributeParts, follow, type Node, type Scalar, wholeRange } from "./node.ts";

export interface Place {
  readonly node: Node;
  /** The path has passed the node's tag: `["Fn::Sub"]` of `!Sub x` is the `x`. */
  readonly pastTag: boolean;
  /** The key or the tag that the last step of the path went through. */
  readonly key: Range | undefined;
  /** The part of the scalar's text that the path leads to, where it is not all of it. */
  readonly part: Range | undefined;
  /** False: the path goes on, but the document does not. */
  readonly reached: boolean;
}

/** Goes along the path as far as the document does. */
export function find(root: Node, path: Path): Place {
  let place = arrive(root);
  for (const segment of path) {
    const next = step(place, segment);
    if (next === undefined) return { ...place, reached: false };
    place = next;
  }
  return place;
}

function arrive(node: Node, key?: Range): Place {
  return { node, pastTag: false, key, part: undefined, reached: true };
}

function step(place: Place, segment: string | number): Place | undefined {
  const node = follow(place.node);
  if (node.tag !== undefined && !place.pastTag) {
    return segment === node.tag.name ? { ...arrive(node, node.tag.range), pastTag: true } : undefined;
  }
  switch (node.kind) {
    case "list": {
      const item = typeof segment === "number" ? node.items[segment] : undefined;
      return item && arrive(item);
    }
    case "map": {
      const entry = typeof segment === "string" ? node.entries.get(segment) : undefined;
      return entry && arrive(entry.value, entry.key);
    }
    case "scalar": {
      const part =
        typeof segment === "number" && place.part === undefined ? attributeParts(node)?.[segment] : undefined;
      return part && { ...place, key: undefined, part };
    }
  }
}

/** The place's value, its key, or some characters of its decoded scalar. */
export function rangeAt(place: Place, text: string, what: "value" | "key" | Range): Range {
  const node = follow(place.node);
  if (what === "key" && place.reached && place.key !== undefined) return place.key;
  if (typeof what === "object" && place.reached && node.kind === "scalar") {
    const offset = place.part?.start ?? 0;
    return spelling(text, node, { start: what.start + offset, end: what.end + offset });
  }
  if (place.part !== undefined && node.kind === "scalar") return spelling(text, node, place.part);
  return place.pastTag ? node.range : wholeRange(place.node);
}

function spelling(text: string, node: Scalar, part: Range): Range {
  let units = known.get(node);
  if (units === undefined) {
    units = UNITS[node.style](text, contentRange(node), node.text);
    known.set(node, units);
  }
  return spelledBy(units, part, contentRange(node));
}

const known = new WeakMap<Scalar, Units>();
const UNITS: Readonly<Record<Scalar["style"], (text: string, content: Range, decoded: string) => Units>> = {
  plain: plainUnits,
  single: singleQuotedUnits,
  double: doubleQuotedUnits,
  block: blockUnits,
};

/** Without quotes. */
export function contentRange({ range, style }: Scalar): Range {
  return style === "single" || style === "double" ? { start: range.start + 1, end: range.end - 1 } : range;
}
