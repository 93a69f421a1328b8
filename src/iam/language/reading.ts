// What the parts of a policy have in common when they are read: items, doubts, and flaws noted on the way.

import type { PolicyKind } from "../../policies/policy.ts";
import { nearest } from "../../text/nearest.ts";
import type { Doubt } from "../../values/doubt.ts";
import type { Struct, Text, Value } from "../../values/value.ts";
import type { Flaw } from "./flaw.ts";

/** What is known of a policy before its statements are read. */
export interface PolicyReading {
  readonly policy: PolicyKind;
  /** Its version knows variables; a doubt: deployment decides which version it is. */
  readonly variables: boolean | Doubt;
}

export function itemsOf(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [value];
}

/** An unknown in the place of a text is a text with a hole. */
export function asText(value: Extract<Value, { kind: "unknown" }>): Text {
  return { kind: "text", parts: [{ hole: value.why }], type: "string", origin: value.origin };
}

export function doubtOf(value: Value): Doubt {
  const hole =
    value.kind === "unknown"
      ? value.why
      : value.kind === "text"
        ? value.parts.flatMap((part) => ("hole" in part ? [part.hole] : []))[0]
        : undefined;
  return hole === undefined
    ? { reason: "malformed", source: "the policy's text" }
    : { reason: hole.reason, source: hole.source };
}

export function noteMalformed(value: Value, sentence: string, repair: string, flaws: Flaw[]): Doubt {
  const doubt = doubtOf(value);
  if (doubt.reason !== "malformed") return doubt;
  const { mistake } = (value.kind === "unknown" && value.why) || {};
  flaws.push({ name: "malformed-value", sentence, repair, ...mistake, origin: value.origin });
  return doubt;
}

const EXAMPLES = { Effect: '"Allow"', Principal: '{ AWS: "111122223333" }', Action: '"sts:AssumeRole"' };

export function noteMissing(statement: Struct, element: keyof typeof EXAMPLES, flaws: Flaw[]): Doubt {
  flaws.push({
    name: "missing-element",
    sentence: `the statement has no ${element}`,
    repair: `add it, such as ${element}: ${EXAMPLES[element]}`,
    origin: statement.origin,
  });
  return { reason: "malformed", source: `a statement without ${element}` };
}

export const DOCUMENT_ELEMENTS: ReadonlySet<string> = new Set(["Version", "Id", "Statement"]);
export const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

/** Elements that a map of the policy does not have. */
export function noteUnknownElements(map: Struct, known: ReadonlySet<string>, flaws: Flaw[]): void {
  for (const [written, { key: origin }] of map.entries) {
    if (known.has(written)) continue;
    const sentence = STATEMENT_ELEMENTS.has(written)
      ? `${written} stands outside of the statement`
      : `there is no policy element "${written}"`;
    flaws.push({ name: "unknown-element", sentence, repair: placeFor(written, known), origin });
  }
}

/** "Individual elements must not contain multiple instances of the same key": IAM User Guide, "Grammar of the IAM JSON policy language". */
export function noteDuplicateKeys({ duplicates = [] }: Struct, flaws: Flaw[]): void {
  for (const origin of duplicates) {
    const sentence = `${JSON.stringify(origin.path.at(-1))} stands twice in one map, of which the last one was judged`;
    flaws.push({ name: "duplicate-key", sentence, repair: "remove one of the two", origin });
  }
}

function placeFor(written: string, known: ReadonlySet<string>): string {
  if (STATEMENT_ELEMENTS.has(written)) return "move it into the statement";
  if (DOCUMENT_ELEMENTS.has(written)) return "move it out of the statement";
  const meant = nearest(written, known);
  return meant === undefined ? "remove it" : `did you mean ${meant}?`;
}
