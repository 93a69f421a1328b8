// Which values of one parameter the Rules of a template allow, whatever the other parameters are.

import { entry, isList, isObject, type Json, scalarText } from "../../../text/document.ts";
import { grouped } from "../../../text/grouped.ts";

export interface Ruled {
  /** All values that it can have; of a list, its elements. Left out: not said. */
  readonly among?: readonly string[];
  /** Values that it cannot have. */
  readonly without: readonly string[];
}

const OPEN: Ruled = { without: [] };

/** Of each parameter; by the assertions that hold whatever else is deployed; those under a condition are tried in each world. */
export function ruledValues(rules: Json | undefined): (parameter: string) => Ruled {
  const named = unconditional(rules).flatMap((each) => Array.from(referencesIn(each), (name) => ({ name, each })));
  const byName = grouped(named, ({ name }) => name);
  return (parameter) =>
    everyOf(
      (byName.get(parameter) ?? []).map(({ each }) => each),
      parameter,
    );
}

function unconditional(rules: Json | undefined): readonly Json[] {
  return (isObject(rules) ? Object.values(rules) : [])
    .filter((rule) => isObject(rule) && entry(rule, "RuleCondition") === undefined)
    .flatMap((rule) => listed(entry(rule, "Assertions")))
    .flatMap((assertion) => conjuncts(entry(assertion, "Assert")));
}

/** What must hold, each by itself. */
function conjuncts(assertion: Json | undefined): readonly Json[] {
  if (assertion === undefined) return [];
  const isAnd = functionName(assertion) === "Fn::And";
  return isAnd ? listed(entry(assertion, "Fn::And")).flatMap(conjuncts) : [assertion];
}

/** The parameters that it names. */
function referencesIn(json: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [json];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = functionName(next) === "Ref" ? scalarText(entry(next, "Ref")) : undefined;
    if (name !== undefined) names.add(name);
    else for (const part of isList(next) ? next : isObject(next) ? Object.values(next) : []) waiting.push(part);
  }
  return names;
}

/** What each function leaves; any that is not here says nothing of one parameter alone. */
const FUNCTIONS: ReadonlyMap<string, (operands: readonly Json[], parameter: string) => Ruled> = new Map([
  ["Fn::And", everyOf],
  ["Fn::Or", anyOf],
  ["Fn::Not", ([operand], parameter) => withoutWords(operand, parameter)],
  [
    "Fn::Equals",
    ([left, right], parameter) => {
      if (isReference(left, parameter)) return amongWords([right]);
      return isReference(right, parameter) ? amongWords([left]) : OPEN;
    },
  ],
  ["Fn::Contains", ([list, value], parameter) => (isReference(value, parameter) ? amongWords(listed(list)) : OPEN)],
  ["Fn::EachMemberEquals", ([list, value], parameter) => (holds(list, parameter) ? amongWords([value]) : OPEN)],
  ["Fn::EachMemberIn", ([list, others], parameter) => (holds(list, parameter) ? amongWords(listed(others)) : OPEN)],
]);

/** Those that compare one value, so that their opposite excludes what they admit. */
const COMPARING = ["Fn::Equals", "Fn::Contains"];

function leftBy(assertion: Json | undefined, parameter: string): Ruled {
  const name = functionName(assertion);
  const leave = name === undefined ? undefined : FUNCTIONS.get(name);
  const operands = name === undefined ? [] : listed(entry(assertion, name));
  return leave === undefined || operands.length === 0 ? OPEN : leave(operands, parameter);
}

function functionName(json: Json | undefined): string | undefined {
  const [name, ...others] = isObject(json) ? Object.keys(json) : [];
  return others.length > 0 ? undefined : name;
}

function everyOf(assertions: readonly Json[], parameter: string): Ruled {
  const ruled = assertions.map((each) => leftBy(each, parameter));
  const [among, ...others] = ruled.flatMap((one) => (one.among === undefined ? [] : [new Set(one.among)]));
  const without = ruled.flatMap((one) => one.without);
  if (among === undefined) return { without };
  return { among: [...among].filter((word) => others.every((other) => other.has(word))), without };
}

/** Undefined as soon as one of them is undefined. */
function anyOf(operands: readonly Json[], parameter: string): Ruled {
  const all: string[] = [];
  for (const each of operands) {
    const { among } = leftBy(each, parameter);
    if (among === undefined) return OPEN;
    for (const word of among) all.push(word);
  }
  return { among: all, without: [] };
}

function withoutWords(operand: Json | undefined, parameter: string): Ruled {
  const name = functionName(operand);
  const { among = [] } = name !== undefined && COMPARING.includes(name) ? leftBy(operand, parameter) : OPEN;
  return { without: among };
}

/** What another function gives may be any value. */
function amongWords(words: readonly (Json | undefined)[]): Ruled {
  const texts = words.map(scalarText).filter((word) => word !== undefined);
  return texts.length < words.length ? OPEN : { among: texts, without: [] };
}

/** Is the parameter the list, or one of its elements? */
function holds(list: Json | undefined, parameter: string): boolean {
  return isReference(list, parameter) || listed(list).some((each) => isReference(each, parameter));
}

function isReference(json: Json | undefined, parameter: string): boolean {
  return functionName(json) === "Ref" && entry(json, "Ref") === parameter;
}

function listed(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : [];
}
