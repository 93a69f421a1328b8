// Names in the text of Fn::Sub that nothing in the template declares: CloudFormation refuses it.

import { entry, isObject } from "../../../text/document.ts";
import { nearest } from "../../../text/nearest.ts";
import { type Evaluation, refuse } from "../evaluate/evaluation.ts";
import type { Node } from "../model/node.ts";
import { pseudoParameter } from "./pseudo-parameters.ts";
import { sectionOf } from "./sections.ts";

/**
 * Throws Refused where the name is no key of the map beside the text, no parameter and no resource. `name`: without the
 * attribute. What a transform may add to the template is not known.
 */
export function requireDeclared(name: string, map: Node, evaluation: Evaluation): void {
  const { template } = evaluation;
  if (template.rewriter !== undefined || entry(template.document.value, "Transform") !== undefined) return;
  if (template.parameter(name) !== undefined) return;
  if (pseudoParameter(name, { document: map.document, path: map.path }, evaluation) !== undefined) return;
  const { entries, unclear } = sectionOf("Resources", evaluation);
  if (entries.has(name) || unclear.length > 0) return;
  const meant = isObject(map.json) ? nearest(name, Object.keys(map.json)) : undefined;
  const hint = meant === undefined ? "" : `; did you mean \${${meant}}, a key of the map of Fn::Sub?`;
  refuse(`\${${name}}: the template has no parameter ${name}${hint}`);
}
