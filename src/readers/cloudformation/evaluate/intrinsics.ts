// The intrinsic functions that can be evaluated before deployment, one entry each.

import { isList, scalarText } from "../../../text/document.ts";
import { MAYBE } from "../../../values/doubt.ts";
import { keyOf } from "../../../values/equality.ts";
import { derivedHole, hole, valueOfHole } from "../../../values/hole.ts";
import { jsonText } from "../../../values/json-text.ts";
import { join, select, split, text } from "../../../values/text.ts";
import { type List, literal, type Origin, sourceText, type Unknown, type Value } from "../../../values/value.ts";
import { parameterOf } from "../../allowed-lists.ts";
import { child, children, type Node, originOf } from "../model/node.ts";
import { branchesOf, conditionOutcome } from "./branches.ts";
import { decideEqual } from "./conditions.ts";
import { type Evaluation, evaluateName, inCompareMode, refuse, unknownAt } from "./evaluation.ts";
import { findInMap } from "./mappings.ts";
import { identifierValue, substitute } from "./substitute.ts";

/** `origin` is the call; undefined if the argument is none that the function takes. */
type Intrinsic = (argument: Node, origin: Origin, evaluation: Evaluation) => Value | undefined;

export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  [
    "Ref",
    (argument, origin, evaluation) => {
      const name = literal(evaluation.evaluate(argument, evaluation));
      if (name === undefined) return undefined;
      return identifierValue(name, "$", argument, evaluation) ?? evaluation.scope.reference(name, origin, evaluation);
    },
  ],
  ["Fn::GetAtt", evaluateGetAtt],
  ["Fn::Sub", evaluateSub],
  [
    "Fn::Join",
    (argument, origin, evaluation) => {
      const [delimiter, list] = evaluateOperands(argument, evaluation);
      const between = literal(delimiter);
      return between === undefined || list === undefined ? undefined : join(between, list, origin);
    },
  ],
  [
    "Fn::Split",
    (argument, origin, evaluation) => {
      const [delimiter, value] = evaluateOperands(argument, evaluation);
      const between = literal(delimiter);
      return !between || value === undefined ? undefined : split(between, value, origin);
    },
  ],
  ["Fn::Select", evaluateSelect],
  ["Fn::If", evaluateIf],
  ["Fn::FindInMap", findInMap],
  [
    "Fn::ImportValue",
    (argument, origin, evaluation) => {
      const name = evaluation.evaluate(argument, inCompareMode(evaluation));
      const known = evaluation.scope.exportedValue(literal(name) ?? "", origin, evaluation);
      if (known !== undefined) return known;
      const exported = sourceText(name);
      const imported = hole(`Fn::ImportValue ${keyOf(name)}`, "import", `import ${exported}`, {
        name: `Fn::ImportValue ${exported}`,
      });
      return valueOfHole(imported, origin);
    },
  ],
  ["Fn::GetStackOutput", evaluateGetStackOutput],
  [
    "Fn::Length",
    (argument, origin, evaluation) => {
      const list = evaluation.evaluate(argument, evaluation);
      if (list.kind === "list") {
        const name = parameterOf(list);
        if (name === undefined) return text({ text: `${list.items.length}` }, origin, "number");
        return valueOfHole(hole(`length of ${name}`, "parameter", `length of parameter ${name}`, { name }), origin);
      }
      return list.kind === "unknown"
        ? valueOfHole(derivedHole(list.why, `length of ${list.why.id}`), origin)
        : undefined;
    },
  ],
  ["Fn::ToJsonString", (argument, origin, evaluation) => jsonText(evaluation.evaluate(argument, evaluation), origin)],
]);

function evaluateOperands(argument: Node, evaluation: Evaluation): readonly Value[] {
  return children(argument).map((each) => evaluation.evaluate(each, evaluation));
}

/** `[Resource, Attribute]`, or "Resource.Attribute". */
function evaluateGetAtt(argument: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const words = isList(argument.json)
    ? evaluateOperands(argument, evaluation).map(literal)
    : splitAtFirstDot(evaluateName(argument, evaluation) ?? "");
  const [resource, ...name] = words.filter((word) => word !== undefined);
  if (resource === undefined || name.length === 0 || name.length < words.length - 1) return undefined;
  return evaluation.scope.attribute(resource, name.join("."), origin, evaluation);
}

/** Split at the first dot: attributes such as "Outputs.RoleArn" have dots of their own. */
function splitAtFirstDot(name: string): readonly string[] {
  const dot = name.indexOf(".");
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** `template`, or `[template, { Name: value }]`. */
function evaluateSub(argument: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const template = isList(argument.json) ? child(argument, 0) : argument;
  const variables = isList(argument.json) ? child(argument, 1) : undefined;
  const written = scalarText(template?.json);
  if (template === undefined || written === undefined) return undefined;
  const valueNamed = (name: string, sigil: "$" | "&"): Value | undefined => {
    const variable = variables && sigil === "$" ? child(variables, name) : undefined;
    if (variable !== undefined) return evaluation.evaluate(variable, evaluation);
    const iteration = identifierValue(name, sigil, argument, evaluation);
    if (iteration !== undefined || sigil === "&") return iteration;
    const [resource = "", attributeName] = splitAtFirstDot(name);
    if (variables !== undefined) evaluation.scope.requireDeclared(resource, variables, evaluation);
    return attributeName === undefined
      ? evaluation.scope.reference(name, origin, evaluation)
      : evaluation.scope.attribute(resource, attributeName, origin, evaluation);
  };
  return substitute(written, valueNamed, origin, originOf(template));
}

/** The origin is the element in a list that is written out, else the call. */
function evaluateSelect(argument: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const [index, from] = children(argument);
  const list = from && evaluation.evaluate(from, evaluation);
  if (index === undefined || (list?.kind !== "list" && list?.kind !== "unknown")) return undefined;
  const position = chooseIndex(list, evaluation.evaluate(index, inCompareMode(evaluation)), evaluation);
  if (!Number.isInteger(position)) return undefined;
  const value = select(position, list, origin);
  if (value === undefined) refuse("Fn::Select of an item that its list does not have");
  return isList(from?.json) ? value : { ...value, origin };
}

/** A world for each item of a longer list would be more worlds than are looked at. */
const MOST_ITEMS = 100;

/** The world is split until the index is that of an item, or of none; NaN where it is no number, or the list is open too or very long. */
function chooseIndex(list: List | Unknown, index: Value, evaluation: Evaluation): number {
  const known = literal(index);
  if (known !== undefined) return Number(known);
  if (list.kind !== "list" || list.items.length > MOST_ITEMS || evaluation.mode === "certain") return Number.NaN;
  return list.items.findIndex((_, position) =>
    decideEqual([index, text({ text: `${position}` }, index.origin)], evaluation),
  );
}

/** `{ StackName, OutputName, Region, RoleArn }`, the latter two where the stack is elsewhere. */
function evaluateGetStackOutput(argument: Node, origin: Origin, evaluation: Evaluation): Value | undefined {
  const place = evaluation.evaluate(argument, inCompareMode(evaluation));
  if (place.kind !== "map") return undefined;
  const [stack, output] = ["StackName", "OutputName"].map((key) => place.entries.get(key)?.value);
  if (stack === undefined || output === undefined) return undefined;
  const name = `${sourceText(stack)}.${sourceText(output)}`;
  return valueOfHole(hole(`Fn::GetStackOutput ${keyOf(place)}`, "import", `output ${name}`, { name }), origin);
}

/** The origin is the branch, not the call of Fn::If. */
function evaluateIf(argument: Node, _: Origin, evaluation: Evaluation): Value | undefined {
  const branches = branchesOf(argument, evaluation);
  if (branches === undefined) return undefined;
  const { condition, whenTrue, whenFalse } = branches;
  const outcome = conditionOutcome(condition, evaluation);
  if (outcome === MAYBE) return unknownAt(`condition ${condition}`, "parameter", argument, evaluation);
  return evaluation.evaluate(outcome ? whenTrue : whenFalse, evaluation);
}
