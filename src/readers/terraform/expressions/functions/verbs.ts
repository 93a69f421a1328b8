// The verbs of `format`: what each writes of a value. Source: go-cty, cty/function/stdlib/format.go.

import { jsonText } from "../../../../values/json-text.ts";
import { text } from "../../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../../values/value.ts";
import { isNull, refused } from "../evaluation.ts";
import { numberIn } from "../scalars.ts";
import { charactersOf } from "./characters.ts";

/** `%[2]-05.3d` */
export const VERB = /%([-+ #0]*)([1-9]\d*)?(?:\.(\d*))?(?:\[(\d+)\])?([A-Za-z%])/;

export interface Verb {
  readonly flags: string;
  readonly width: number;
  /** Undefined where none is written. */
  readonly precision: number | undefined;
  readonly letter: string;
}

const WIDEST = 200;

/** Undefined where the verb is not evaluated here, or the value is unknown. */
export function written(verb: Verb, value: Value, origin: Origin): Value | undefined {
  const { letter, flags, width, precision } = verb;
  const isPlain = flags === "" && width === 0 && precision === undefined;
  if (/[#+ ]/.test(flags) || width > WIDEST) return undefined;
  switch (letter) {
    case "v":
      return isPlain ? anything(value, origin) : undefined;
    case "s":
      return padded(cut(textIn(value), precision), verb, origin);
    case "d":
      return padded(integerIn(value), verb, origin);
    case "t":
      return isPlain ? value : undefined;
    default:
      return undefined;
  }
}

/** What is no text or number is written as JSON. */
function anything(value: Value, origin: Origin): Value | undefined {
  return value.kind === "list" || value.kind === "map" ? jsonText(value, origin) : textIn(value);
}

function textIn(value: Value): Value {
  return isNull(value) || value.kind === "list" || value.kind === "map" ? refused() : value;
}

/** A text of digits counts as that number. */
function integerIn(value: Value): Value | undefined {
  const word = literal(textIn(value));
  if (word === undefined) return undefined;
  const number = numberIn(word) ?? refused();
  if (!/^-?\d+$/.test(number)) return refused();
  return number === word ? value : text({ text: number }, value.origin);
}

function cut(value: Value, precision: number | undefined): Value | undefined {
  const word = literal(value);
  if (precision === undefined) return value;
  return word === undefined ? undefined : text({ text: charactersOf(word).slice(0, precision).join("") }, value.origin);
}

/** An unknown text cannot be padded, because its length is unknown. */
function padded(
  value: Value | undefined,
  { flags, width, letter, precision }: Verb,
  origin: Origin,
): Value | undefined {
  if (value === undefined || width === 0) return letter === "d" && precision !== undefined ? undefined : value;
  const word = literal(value);
  if (word === undefined || precision !== undefined) return undefined;
  const missing = Math.max(0, width - charactersOf(word).length);
  if (missing === 0) return value;
  if (flags.includes("-")) return text({ text: word + " ".repeat(missing) }, origin);
  if (!flags.includes("0")) return text({ text: " ".repeat(missing) + word }, origin);
  const [, sign = "", digits = ""] = /^(-?)(.*)$/s.exec(word) ?? [];
  return text({ text: sign + "0".repeat(missing) + digits }, origin);
}
