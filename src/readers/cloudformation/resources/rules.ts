// The Rules section: worlds that CloudFormation refuses before it makes anything.

import { isObject } from "../../../text/document.ts";
import { truthOf } from "../evaluate/conditions.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { child, children, type Node, nodeAt } from "../model/node.ts";

/** Is it certain that a rule applies and one of its assertions fails? Asks nothing new of the world. */
export function violatesRules(evaluation: Evaluation): boolean {
  const section = nodeAt(evaluation.template.document, ["Rules"]);
  if (section === undefined || !isObject(section.json)) return false;
  return Object.keys(section.json).some((name) => {
    const rule = child(section, name);
    return rule !== undefined && isViolated(rule, evaluation);
  });
}

function isViolated(rule: Node, evaluation: Evaluation): boolean {
  const condition = child(rule, "RuleCondition");
  if (condition !== undefined && truthOf(condition, evaluation) !== true) return false;
  const assertions = child(rule, "Assertions");
  return (
    assertions !== undefined &&
    children(assertions).some((each) => {
      const assertion = child(each, "Assert");
      return assertion !== undefined && truthOf(assertion, evaluation) === false;
    })
  );
}
