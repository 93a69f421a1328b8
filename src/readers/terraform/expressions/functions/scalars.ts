// Functions of numbers, and from one kind of scalar to another.

import { literal, type Origin, type Value } from "../../../../values/value.ts";
import { isNull, numberText, refused } from "../evaluation.ts";
import { isExact, numberIn } from "../scalars.ts";
import { convert } from "../types.ts";
import type { Functions, Row } from "./row.ts";

export const scalars: Functions = [
  ["tostring", converted("string")],
  ["tonumber", converted("number")],
  ["tobool", converted("boolean")],
  ["max", ofNumbers((all) => Math.max(...all))],
  ["min", ofNumbers((all) => Math.min(...all))],
  ["abs", ofNumbers(([first = 0]) => Math.abs(first))],
  ["ceil", ofNumbers(([first = 0]) => Math.ceil(first))],
  ["floor", ofNumbers(([first = 0]) => Math.floor(first))],
  ["signum", ofNumbers(([first = 0]) => Math.sign(first))],
  ["sum", { gives: "text", run: ([list], origin) => (list?.kind === "list" ? sum(list.items, origin) : undefined) }],
  ["parseint", { gives: "text", run: ([value, base], origin) => integer(literal(value), literal(base), origin) }],
];

function converted(kind: "string" | "number" | "boolean"): Row {
  return {
    gives: "text",
    run([value], origin) {
      if (value === undefined || value.kind === "unknown") return undefined;
      return isNull(value) ? value : { ...convert(value, { kind }, () => refused()), origin };
    },
  };
}

function ofNumbers(compute: (all: readonly number[]) => number): Row {
  return { gives: "text", run: (values, origin) => computed(values, compute, origin) };
}

function sum(items: readonly Value[], origin: Origin): Value | undefined {
  return computed(items, (all) => all.reduce((total, each) => total + each, 0), origin);
}

/** Of one number at least; undefined where one is not known, or not exact here. */
function computed(
  values: readonly Value[],
  compute: (all: readonly number[]) => number,
  origin: Origin,
): Value | undefined {
  if (values.length === 0) return refused();
  const words = values.map(literal);
  if (!words.every((word) => word !== undefined)) return undefined;
  const numbers = words.map((word) => Number(numberIn(word) ?? refused()));
  const result = compute(numbers);
  return [...numbers, result].every(isExact) ? numberText(result, origin) : undefined;
}

/** `parseint(text, base)`; bases above 36, in which letters of both cases are digits, are not read. */
function integer(word: string | undefined, base: string | undefined, origin: Origin): Value | undefined {
  const radix = Number(base ?? Number.NaN);
  if (word === undefined || !(radix >= 2 && radix <= 36)) return undefined;
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, radix);
  if (!new RegExp(`^[+-]?[${digits}]+$`, "i").test(word)) return refused();
  const number = Number.parseInt(word, radix);
  return isExact(number) ? numberText(number, origin) : undefined;
}
