// Decides conditions: from the template and the world where possible, else by splitting the world.

import { scalarText } from "../../../text/document.ts";
import { every, MAYBE, not, some, type Truth } from "../../../values/doubt.ts";
import { keyOf, sameText } from "../../../values/equality.ts";
import { literal, loneHole, type Value } from "../../../values/value.ts";
import { callOf, children, type Node } from "../model/node.ts";
import { type Evaluation, evaluateName, inCompareMode, nodeId, step, withoutSplitting } from "./evaluation.ts";

/** The named condition in this world. Conditions that are not declared, or ask for themselves, have either outcome. */
export function conditionHolds(name: string, evaluation: Evaluation): boolean {
  const { conditionOutcomes, world } = evaluation;
  const known = conditionOutcomes.get(name);
  const called = evaluation.template.idPrefix + name;
  if (known === "asked") return world.holds(`condition ${called}`);
  if (known !== undefined) return known;
  conditionOutcomes.set(name, "asked");
  const node = evaluation.scope.entryOf("Conditions", name, evaluation);
  const outcome = node === undefined ? world.holds(`condition ${called}`) : decide(node, evaluation);
  conditionOutcomes.set(name, outcome);
  world.note(called, outcome);
  return outcome;
}

/** The named condition as far as it is certain without splitting the world. */
export function certainOutcome(name: string, evaluation: Evaluation): Truth {
  const { certainOutcomes } = evaluation;
  const known = certainOutcomes.get(name);
  if (known !== undefined) return known === "asked" ? MAYBE : known;
  certainOutcomes.set(name, "asked");
  const node = evaluation.scope.entryOf("Conditions", name, evaluation);
  const outcome = node === undefined ? MAYBE : truthOf(node, evaluation);
  certainOutcomes.set(name, outcome);
  return outcome;
}

interface Operator {
  /** Without splitting. */
  truthOf(argument: Node, evaluation: Evaluation): Truth;
  /** Where that is MAYBE; left out, it has either outcome. */
  decide?(argument: Node, evaluation: Evaluation): boolean;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  [
    "Fn::And",
    {
      truthOf: (argument, evaluation) => every(children(argument), (each) => truthOf(each, evaluation)),
      decide: (argument, evaluation) => children(argument).every((each) => decide(each, evaluation)),
    },
  ],
  [
    "Fn::Or",
    {
      truthOf: (argument, evaluation) => some(children(argument), (each) => truthOf(each, evaluation)),
      decide: (argument, evaluation) => children(argument).some((each) => decide(each, evaluation)),
    },
  ],
  [
    "Fn::Not",
    {
      truthOf: (argument, evaluation) => not(every(children(argument), (each) => truthOf(each, evaluation))),
      decide: (argument, evaluation) => !children(argument).every((each) => decide(each, evaluation)),
    },
  ],
  [
    "Condition",
    {
      truthOf: (argument, evaluation) => certainOutcome(evaluateName(argument, evaluation) ?? "", evaluation),
      decide: (argument, evaluation) => conditionHolds(evaluateName(argument, evaluation) ?? "", evaluation),
    },
  ],
  [
    "Fn::Equals",
    { truthOf: (argument, evaluation) => certainlyEqual(evaluateOperands(argument, evaluation)), decide: decideEquals },
  ],
  ["Fn::Contains", { truthOf: listFunction((list, [value]) => some(list, (item) => certainlyEqual([item, value]))) }],
  [
    "Fn::EachMemberEquals",
    { truthOf: listFunction((list, [value]) => every(list, (item) => certainlyEqual([item, value]))) },
  ],
  [
    "Fn::EachMemberIn",
    {
      truthOf: listFunction((list, [among]) =>
        among?.kind === "list"
          ? every(list, (item) => some(among.items, (other) => certainlyEqual([item, other])))
          : MAYBE,
      ),
    },
  ],
]);

/** Whether the condition is certain in this world, without splitting it. */
export function truthOf(node: Node, evaluation: Evaluation): Truth {
  const word = scalarText(node.json);
  if (word === "true" || word === "false") return word === "true";
  const operation = operationOf(node);
  if (operation === undefined) return MAYBE;
  const certain = () => operation.operator.truthOf(operation.argument, withoutSplitting(evaluation));
  return step(node, evaluation, certain, () => MAYBE);
}

function decide(node: Node, evaluation: Evaluation): boolean {
  const certain = truthOf(node, evaluation);
  if (certain !== MAYBE) return certain;
  const eitherWay = () => evaluation.world.holds(`condition at ${nodeId(node, evaluation.template)}`);
  const operation = operationOf(node);
  const ask = operation?.operator.decide;
  if (operation === undefined || ask === undefined) return eitherWay();
  return step(node, evaluation, () => ask(operation.argument, inCompareMode(evaluation)), eitherWay);
}

function operationOf(node: Node): { readonly operator: Operator; readonly argument: Node } | undefined {
  const call = callOf(node);
  const operator = call && OPERATORS.get(call.name);
  return operator && { operator, argument: call.argument };
}

function evaluateOperands(argument: Node, evaluation: Evaluation): readonly Value[] {
  return children(argument).map((each) => evaluation.evaluate(each, evaluation));
}

function certainlyEqual([left, right]: readonly (Value | undefined)[]): Truth {
  return left === undefined || right === undefined ? MAYBE : sameText(left, right);
}

function decideEquals(argument: Node, evaluation: Evaluation): boolean {
  return decideEqual(evaluateOperands(argument, evaluation), evaluation);
}

/** Splits by the word that a parameter is compared with; where it is no such comparison, by the comparison itself. */
export function decideEqual(values: readonly Value[], evaluation: Evaluation): boolean {
  const certain = certainlyEqual(values);
  if (certain !== MAYBE) return certain;
  const words = values.map(literal);
  const subjects = values.map((value) => subjectOf(value, evaluation));
  for (const [index, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const [subject, word] = [subjects[index], words[other]];
    if (subject !== undefined && word !== undefined) return evaluation.world.is(subject, word);
  }
  return evaluation.world.holds(`equal: ${values.map(keyOf).sort().join(" ")}`);
}

/** Of Rules: a function of the members of its first operand. */
function listFunction(ask: (list: readonly Value[], others: readonly Value[]) => Truth): Operator["truthOf"] {
  return (argument, evaluation) => {
    const [list, ...others] = evaluateOperands(argument, evaluation);
    return list?.kind === "list" ? ask(list.items, others) : MAYBE;
  };
}

/** What the world can be asked about. */
function subjectOf(value: Value, { scope, template }: Evaluation): string | undefined {
  const id = value.kind === "text" ? loneHole(value)?.id : undefined;
  return id !== undefined && scope.isSubject(id, template) ? id : undefined;
}
