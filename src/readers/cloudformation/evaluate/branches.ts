// The branches of Fn::If, and which of them a world takes.

import { every, not, type Truth } from "../../../values/doubt.ts";
import { children, type Node } from "../model/node.ts";
import type { Branch } from "../model/template.ts";
import { certainOutcome, conditionHolds } from "./conditions.ts";
import { type Evaluation, evaluateName } from "./evaluation.ts";

interface Branches {
  readonly condition: string;
  readonly whenTrue: Node;
  readonly whenFalse: Node;
}

/** By the argument of Fn::If; undefined where it is none. */
export function branchesOf(argument: Node, evaluation: Evaluation): Branches | undefined {
  const [named, whenTrue, whenFalse] = children(argument);
  const condition = evaluateName(named, evaluation);
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return undefined;
  return { condition, whenTrue, whenFalse };
}

/** Does the condition hold? Open only where no world may be split to tell. */
export function conditionOutcome(condition: string, evaluation: Evaluation): Truth {
  return evaluation.mode === "certain" ? certainOutcome(condition, evaluation) : conditionHolds(condition, evaluation);
}

/** Do all conditions have these outcomes? */
export function branchesTaken(branches: readonly Branch[], evaluation: Evaluation): Truth {
  return every(branches, ({ condition, outcome }) => {
    const holds = conditionOutcome(condition, evaluation);
    return outcome ? holds : not(holds);
  });
}
