// The interface of forms: how a bare policy is written in an input format, and where each part of it is then.

import type { ExampleParameter } from "../rules/rule.ts";
import type { Json, Path } from "../text/document.ts";
import type { Range } from "../text/source.ts";
import type { CarrierPlaces } from "./carried.ts";

export interface Written {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** The file that the policy is in. */
  readonly path: string;
  /** The place of a part of the policy in that file, and of its key. */
  locations(part: Path): readonly Location[];
}

export const NO_SUCH_RESOURCE = { reason: "there is no such resource" };

/** Like `Document.locate`. */
export interface Location {
  readonly path: Path;
  readonly what: "value" | "key" | Range;
}

export interface Form {
  readonly name: string;
  /** Undefined where the format cannot express the policy; `reason` says why. */
  write(
    policy: Json,
    parameters: Readonly<Record<string, ExampleParameter>>,
    /** A role, where left out. */
    carried?: CarrierPlaces,
  ): Written | { readonly reason: string };
}

/** What `Fn::Sub` makes of characters outside of names: with an exclamation mark what looks like one stays, without it. */
export function withoutMarks(characters: string): string {
  return characters.replaceAll("${!", "${");
}
