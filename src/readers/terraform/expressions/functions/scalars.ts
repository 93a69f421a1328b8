// Functions of numbers, and from one kind of scalar to another.

import { literal, type Text } from "../../../../values/value.ts";
import { isNull, numberText, refused } from "../evaluation.ts";
import type { Functions, Row } from "./row.ts";

export const scalars: Functions = [
  ["tostring", converted("string", /^/)],
  ["tonumber", converted("number", /^-?\d+(?:\.\d+)?$/)],
  ["tobool", converted("boolean", /^(?:true|false)$/)],
  ["max", ofNumbers((all) => Math.max(...all))],
  ["min", ofNumbers((all) => Math.min(...all))],
  ["abs", ofNumbers(([first = 0]) => Math.abs(first))],
  ["ceil", ofNumbers(([first = 0]) => Math.ceil(first))],
  ["floor", ofNumbers(([first = 0]) => Math.floor(first))],
];

function converted(type: Text["type"], accepted: RegExp): Row {
  return {
    gives: "text",
    run([value], origin) {
      if (value === undefined || isNull(value)) return value;
      if (value.kind !== "text") return value.kind === "unknown" ? undefined : refused();
      const word = literal(value);
      return word === undefined || accepted.test(word) ? { ...value, type, origin } : refused();
    },
  };
}

function ofNumbers(compute: (all: readonly number[]) => number): Row {
  return {
    gives: "text",
    run(values, origin) {
      const words = values.map(literal);
      if (!words.every((word) => word !== undefined)) return undefined;
      const result = compute(words.map(Number));
      return Number.isFinite(result) ? numberText(result, origin) : refused();
    },
  };
}
