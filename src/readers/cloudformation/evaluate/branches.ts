// The branches of Fn::If, and which of them a world takes.

import { every, not, type Truth } from "../../../values/doubt.ts";
import { children, type Node } from "../model/node.ts";
import type { Choice } from "../model/template.ts";
import { certainly, holds } from "./conditions.ts";
import { type Evaluation, nameAt } from "./evaluation.ts";

interface Branches {
  readonly condition: string;
  readonly met: Node;
  readonly otherwise: Node;
}

/** By the argument of Fn::If; undefined where it is none. */
export function branchesOf(argument: Node, evaluation: Evaluation): Branches | undefined {
  const [named, met, otherwise] = children(argument);
  const condition = nameAt(named, evaluation);
  if (condition === undefined || met === undefined || otherwise === undefined) return undefined;
  return { condition, met, otherwise };
}

/** Does the condition hold? Open only where no world may be split to tell. */
export function outcomeOf(condition: string, evaluation: Evaluation): Truth {
  return evaluation.mode === "quiet" ? certainly(condition, evaluation) : holds(condition, evaluation);
}

/** Do all conditions turn out so? */
export function areTaken(choices: readonly Choice[], evaluation: Evaluation): Truth {
  return every(choices, ({ condition, outcome }) => {
    const turned = outcomeOf(condition, evaluation);
    return outcome ? turned : not(turned);
  });
}
