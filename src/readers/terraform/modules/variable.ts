// A variable as it is declared: its type, its default, and which values its validation lets through.

import { parseExpression } from "../../../text/hcl/parse.ts";
import type { Expression } from "../../../text/hcl/syntax.ts";
import { Problem } from "../../../text/problem.ts";
import { hole } from "../../../values/hole.ts";
import { jsonText } from "../../../values/json-text.ts";
import { text } from "../../../values/text.ts";
import { type Hole, literal, type Origin, type Value } from "../../../values/value.ts";
import { type Allowance, inEveryWorld } from "../../../values/worlds.ts";
import { listsOf } from "../../allowed-lists.ts";
import { type Evaluation, isNull, nothing } from "../expressions/evaluation.ts";
import { isScalar, readType, type Type } from "../expressions/types.ts";
import { type Argument, type Body, isDynamic } from "../model/body.ts";
import { isAccount, isOfVariable, listed, listedElements } from "./validation.ts";

export interface Variable {
  readonly name: string;
  /** Undefined where no type is declared: its use decides. */
  readonly type: Type | undefined;
  readonly nullable: boolean;
  /** `sensitive`: no value of it may be shown. */
  readonly hidden: boolean;
  readonly default: Value | undefined;
  /** The default as the world is asked about it. */
  readonly defaultWord: string | undefined;
  /** All values that it can have, where they are listed and may be shown. */
  readonly allowed: readonly string[] | undefined;
  readonly hole: Hole;
}

/** What a variable that is null is, where the world is asked about it. */
export const NULL = "null";
const EMPTY = "[]";
const BOOLEANS = ["true", "false"];

/** As Terraform writes one in a text. */
function isNumber(word: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word);
}

/** `evaluationIn` is one in the variable's module, for its conditions. */
export function readVariable(
  name: string,
  body: Body,
  scope: string,
  evaluationIn: Evaluate,
  allowance?: Allowance,
): Variable {
  const byDefault = body.constant("default");
  const declared = readType(body.written("type"));
  const type = declared ?? (byDefault === undefined || byDefault.kind === "text" ? undefined : readType("any"));
  const hidden = literal(body.constant("sensitive")) === "true";
  const blocks = body.blocks("validation").flatMap((block) => (isDynamic(block) ? [] : [block]));
  const conditions = blocks.flatMap((block) => expressionOf(block.written("condition")));
  const scalar = type === undefined || isScalar(type);
  const many = type !== undefined && (type.kind === "list" || type.kind === "set") && type.of.kind !== "object";
  const tried = blocks.flatMap((block) => block.argument("condition") ?? []);
  const isAlone = conditions.length === blocks.length && conditions.every((one) => isOfVariable(one, name));
  const admits = () => admission(name, many, tried, evaluationIn, isAlone ? undefined : allowance);
  return {
    name,
    type,
    nullable: literal(body.constant("nullable")) !== "false",
    hidden,
    default: byDefault,
    defaultWord: byDefault && wordOf(byDefault),
    allowed: hidden ? undefined : many ? allowedLists(conditions, name) : allowedWords(conditions, name, type),
    hole: hole(scope + name, hidden ? "sensitive" : "parameter", `variable ${scope}${name}`, {
      name,
      many,
      ...(type?.kind === "number" && { admits: isNumber }),
      ...((scalar || many) && tried.length > 0 && { admits: isAlone ? once(body, admits) : admits() }),
      ...(scalar && isAccount(conditions, name) && { sort: "account" }),
    }),
  };
}

function allowedWords(
  conditions: readonly Expression[],
  name: string,
  type: Type | undefined,
): readonly string[] | undefined {
  return listed(conditions, name) ?? (type?.kind === "boolean" ? BOOLEANS : undefined);
}

/** An empty list meets every condition on all elements. */
function allowedLists(conditions: readonly Expression[], name: string): readonly string[] | undefined {
  const elements = listedElements(conditions, name);
  return (
    elements &&
    listsOf(elements)
      ?.map((list) => JSON.stringify(list))
      .concat(EMPTY)
  );
}

type Evaluate = (world: Evaluation["world"]) => Evaluation;

function wordOf(value: Value): string | undefined {
  if (isNull(value)) return NULL;
  return literal(value.kind === "text" ? value : jsonText(value, value.origin));
}

function expressionOf(words: string | undefined): readonly Expression[] {
  if (words === undefined) return [];
  try {
    return [parseExpression({ text: words, position: () => ({ line: 1, column: 1 }) })];
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

const known = new WeakMap<Body, Hole["admits"]>();

/** Each file of a folder is read as its module anew, and policies with the same variable are to be decided alike. */
function once(variable: Body, make: () => Hole["admits"]): Hole["admits"] {
  const admits = known.get(variable) ?? make();
  known.set(variable, admits);
  return admits;
}

/** Whether Terraform accepts the word: it is refused only where a condition is certainly false; as an element, whatever else is in the list. */
function admission(
  name: string,
  many: boolean,
  conditions: readonly Argument[],
  evaluationIn: Evaluate,
  allowance: Allowance | undefined,
): Hole["admits"] {
  const known = new Map<string, boolean>();
  const isFalse = (condition: Argument, tried: Value): boolean => {
    const { outcomes } = inEveryWorld(
      (world) => {
        const evaluation = evaluationIn(world);
        return condition.value({ ...evaluation, mode: "certain", names: new Map([[`var.${name}`, tried]]) });
      },
      { worlds: 1, allowance },
    );
    return literal(outcomes[0]?.result) === "false";
  };
  const refuses = (word: string) =>
    conditions.some((condition) => tryOut(word, many, condition.origin).every((tried) => isFalse(condition, tried)));
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const admitted = !refuses(word);
    known.set(word, admitted);
    return admitted;
  };
}

/** The word as the variable's value; or the lists that it can be in: alone, and with others, wherever it stands among them. */
function tryOut(word: string, many: boolean, origin: Origin): readonly Value[] {
  if (word === NULL) return [nothing(origin)];
  const one = text({ text: word }, origin);
  if (!many) return [one];
  const others: Value = { kind: "text", parts: [{ hole: OTHERS }], type: "string", origin };
  return [
    { kind: "list", items: [one], origin },
    { kind: "list", items: [one, others], order: "unknown", origin },
  ];
}

const OTHERS = hole("other elements of the list", "parameter", "other elements of the list", { many: true });
