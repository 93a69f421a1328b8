// The operators of HCL: logic, equality, order and arithmetic.

import type { BinaryOperator, Expression } from "../../../text/hcl/syntax.ts";
import { keyOf } from "../../../values/equality.ts";
import { valueOfHole } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import { type Hole, literal, loneHole, type Origin, type Value } from "../../../values/value.ts";
import { areEqual, decided, splitByCondition, writtenAt } from "./conditions.ts";
import { type Evaluation, inMode, numberText, refused, resultOf, truthText } from "./evaluation.ts";
import { isExact, numberIn } from "./scalars.ts";

type Unary = Expression & { readonly kind: "unary" };
type Binary = Expression & { readonly kind: "binary" };

export function negation({ operator, of }: Unary, origin: Origin, evaluation: Evaluation): Value {
  if (operator === "-") return negative(evaluation.evaluate(of, evaluation), origin);
  const outcome = decided(of, evaluation);
  return typeof outcome === "boolean" ? truthText(!outcome, origin) : open("!", [outcome], origin);
}

export function operation(binary: Binary, origin: Origin, evaluation: Evaluation): Value {
  const { operator, left, right } = binary;
  switch (operator) {
    case "&&":
    case "||":
      return logic(operator, left, right, origin, evaluation);
    case "==":
    case "!=": {
      const equal = equality(binary, evaluation);
      return typeof equal === "boolean"
        ? truthText(equal === (operator === "=="), origin)
        : open(operator, equal, origin);
    }
    default: {
      const splitting = inMode(evaluation, "split");
      const operands = [splitting.evaluate(left, splitting), splitting.evaluate(right, splitting)] as const;
      if (!isOrder(operator)) return arithmetic(operator, operands, origin);
      const outcome = inOrder(operator, operands);
      if (outcome !== undefined) return truthText(outcome, origin);
      if (evaluation.mode === "certain") return open(operator, operands, origin);
      const key = `${operator} ${operands.map(keyOf).join(" ")}`;
      return truthText(splitByCondition(key, writtenAt(binary, evaluation), evaluation), origin);
    }
  }
}

/** Either side alone may settle it. */
function logic(
  operator: "&&" | "||",
  left: Expression,
  right: Expression,
  origin: Origin,
  evaluation: Evaluation,
): Value {
  const enough = operator === "||";
  const first = decided(left, evaluation);
  if (first === enough) return truthText(enough, origin);
  const second = decided(right, evaluation);
  if (second === enough) return truthText(enough, origin);
  const unknown = [first, second].filter((each) => typeof each !== "boolean");
  return unknown.length === 0 ? truthText(!enough, origin) : open(operator, unknown, origin);
}

function open(operator: string, from: readonly Value[], origin: Origin): Value {
  return valueOfHole(resultOf(operator, from), origin);
}

/** The operands, where the world must not be split. */
function equality(binary: Binary, evaluation: Evaluation): boolean | readonly Value[] {
  const comparing = inMode(evaluation, "compare");
  const operands = [comparing.evaluate(binary.left, comparing), comparing.evaluate(binary.right, comparing)] as const;
  return areEqual(operands, writtenAt(binary, evaluation), evaluation, binary.operator === "!=") ?? operands;
}

function negative(value: Value, origin: Origin): Value {
  const word = literal(value);
  if (word === undefined) return open("-", [value], origin);
  const number = numberIn(word) ?? refused();
  const negated = number.startsWith("-") ? number.slice(1) : `-${number}`;
  return text({ text: number === "0" ? number : negated }, origin, "number");
}

const ORDERS = {
  "<": (left: number, right: number) => left < right,
  ">": (left: number, right: number) => left > right,
  "<=": (left: number, right: number) => left <= right,
  ">=": (left: number, right: number) => left >= right,
} as const;

function isOrder(operator: BinaryOperator): operator is keyof typeof ORDERS {
  return Object.hasOwn(ORDERS, operator);
}

/** Undefined where it depends on deployment. */
function inOrder(operator: keyof typeof ORDERS, [left, right]: readonly [Value, Value]): boolean | undefined {
  const order = ORDERS[operator];
  const [one, other] = [possible(left), possible(right)];
  if (one === undefined || other === undefined) return undefined;
  const answers = new Set(one.flatMap((low) => other.map((high) => order(low, high))));
  return answers.size === 1 ? answers.has(true) : undefined;
}

/** The number, or the ends of those that it can be. */
function possible(value: Value): readonly number[] | undefined {
  const word = literal(value);
  if (word !== undefined) return [numberOf(word)];
  const hole = loneHole(value);
  if (hole === undefined) return refused();
  return isNatural(hole) ? [hole.admits("0") ? 0 : 1, Number.POSITIVE_INFINITY] : undefined;
}

function isNatural({ alphabet }: Hole): boolean {
  return alphabet !== undefined && !alphabet.test("-") && alphabet.test("0");
}

function numberOf(word: string): number {
  return Number(numberIn(word) ?? refused());
}

const ARITHMETIC: ReadonlyMap<string, (left: number, right: number) => number> = new Map([
  ["+", (left: number, right: number) => left + right],
  ["-", (left: number, right: number) => left - right],
  ["*", (left: number, right: number) => left * right],
  ["/", (left: number, right: number) => left / right],
  ["%", (left: number, right: number) => left % right],
]);

function arithmetic(operator: string, operands: readonly [Value, Value], origin: Origin): Value {
  const words = operands.map(literal);
  const [left, right] = words.map((word) => (word === undefined ? undefined : numberOf(word)));
  if (left === undefined || right === undefined) return open(operator, operands, origin);
  // Terraform has an infinity.
  if (left === 0 && right === 0 && operator === "/") return refused();
  const result = ARITHMETIC.get(operator)?.(left, right) ?? Number.NaN;
  return [left, right, result].every(isExact) ? numberText(result, origin) : open(operator, operands, origin);
}
