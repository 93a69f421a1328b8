// The Rules section: worlds that CloudFormation refuses before it makes anything.

import { entry, isObject } from "../../text/document.ts";
import { NO, YES } from "../../values/truth.ts";
import { truthOf } from "./conditions.ts";
import { child, children, type Evaluation, type Node } from "./evaluation.ts";

/** Is it certain that a rule applies and one of its assertions fails? Asks nothing new of the world. */
export function refusedByRules(evaluation: Evaluation): boolean {
  const json = entry(evaluation.template.document.value, "Rules");
  if (!isObject(json)) return false;
  const section: Node = { json, path: ["Rules"] };
  return Object.keys(json).some((name) => {
    const rule = child(section, name);
    return rule !== undefined && isBroken(rule, evaluation);
  });
}

function isBroken(rule: Node, evaluation: Evaluation): boolean {
  const condition = child(rule, "RuleCondition");
  if (condition !== undefined && truthOf(condition, evaluation) !== YES) return false;
  const assertions = child(rule, "Assertions");
  return (
    assertions !== undefined &&
    children(assertions).some((each) => {
      const assertion = child(each, "Assert");
      return assertion !== undefined && truthOf(assertion, evaluation) === NO;
    })
  );
}
