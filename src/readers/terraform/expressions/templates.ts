// Templates as values: characters, interpolations, and directives worked out.

import type { TemplatePart } from "../../../text/hcl/syntax.ts";
import { valueOfHole } from "../../../values/hole.ts";
import { concat, text } from "../../../values/text.ts";
import { type Origin, originKey, type Value } from "../../../values/value.ts";
import { decided } from "./conditions.ts";
import { type Evaluation, inMode, isNull, refused, resultOf } from "./evaluation.ts";
import { iterationsOf } from "./loops.ts";

/** One interpolation and nothing else is the value itself, of any shape; it stands where the template does, unless it is written elsewhere. */
export function template(parts: readonly TemplatePart[], origin: Origin, evaluation: Evaluation): Value {
  const [only, ...others] = parts;
  if (others.length === 0 && only?.kind === "interpolation") {
    const value = evaluation.evaluate(only.of, evaluation);
    const isHere = originKey(value.origin) === originKey(evaluation.writing.place(only.of));
    return isHere ? { ...value, origin } : value;
  }
  return concat(rendered(parts, inMode(evaluation, "split")), origin);
}

function rendered(parts: readonly TemplatePart[], evaluation: Evaluation): readonly Value[] {
  return parts.flatMap((part): readonly Value[] => {
    const origin = evaluation.writing.place(part);
    switch (part.kind) {
      case "characters":
        return [text({ text: part.text, origin }, origin)];
      case "interpolation":
        return [asked(interpolated(evaluation.evaluate(part.of, evaluation)), origin)];
      case "if": {
        const outcome = decided(part.condition, evaluation);
        if (typeof outcome !== "boolean") return [valueOfHole(resultOf("if", [outcome]), origin)];
        return rendered(outcome ? part.met : part.otherwise, evaluation);
      }
      case "for": {
        const { collection, iterations } = iterationsOf(part, origin, evaluation);
        // How often the text is repeated is not known, so the result is not known either.
        if (iterations === undefined) return [valueOfHole(resultOf("for", [collection]), origin)];
        return iterations.flatMap((iteration) => rendered(part.body, iteration));
      }
    }
    return [];
  });
}

/** Each part keeps the place of its interpolation. */
function asked(value: Value, origin: Origin): Value {
  if (value.kind === "unknown" && !value.why.many) {
    return { kind: "text", parts: [{ hole: value.why, asked: origin }], type: "string", origin: value.origin };
  }
  if (value.kind !== "text") return value;
  return { ...value, parts: value.parts.map((part) => ({ ...part, asked: origin })) };
}

/** Terraform puts no nulls, lists or maps into a text. */
function interpolated(value: Value): Value {
  return isNull(value) || value.kind === "list" || value.kind === "map" ? refused() : value;
}
