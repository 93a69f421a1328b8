// What the parts of a policy have in common when they are read: items, doubts, and flaws noted on the way.

import type { Doubt } from "../values/doubt.ts";
import type { Origin, Struct, Text, Value } from "../values/value.ts";
import type { Flaw, FlawName } from "./flaw.ts";

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

export function unclear(value: Value, sentence: string, flaws: Flaw[]): Doubt {
  const doubt = doubtOf(value);
  if (doubt.reason === "malformed") flaw(flaws, "malformed-value", sentence, value.origin);
  return doubt;
}

export function missing(statement: Struct, name: string, flaws: Flaw[]): Doubt {
  flaw(flaws, "missing-element", `the statement has no ${name}`, statement.origin);
  return { reason: "malformed", source: `a statement without ${name}` };
}

export function unknownElements(map: Struct, known: ReadonlySet<string>, flaws: Flaw[]): void {
  for (const [name, { key }] of map.entries) {
    if (!known.has(name)) flaw(flaws, "unknown-element", `there is no policy element "${name}"`, key);
  }
}

export function flaw(flaws: Flaw[], name: FlawName, sentence: string, origin: Origin): void {
  flaws.push({ name, sentence, origin });
}
