// A resource of a template as readers hand it on, and the type that is written in it.

import { at } from "../../../text/document.ts";
import type { Resource } from "../../reader.ts";
import { nameAt } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import { child, childAt, type Node, originOf } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { evaluationIn, inNoWorld } from "../references/scope.ts";
import { propertyIn } from "./properties.ts";

/** There is a type, and deployment or a macro decides it. */
export const OPEN = Symbol("open");

/** What is written in the resource counts, also beside a macro that may change it: what that makes of its properties is open anyway. */
export function typeOf(node: Node, template: Template): string | typeof OPEN | undefined {
  return inNoWorld(template, (evaluation) => {
    const type = child(node, "Type") ?? memberOf(node, "Type", evaluation);
    if (type === undefined || "kind" in type) return type && OPEN;
    return typeof type.json === "string" ? (nameAt(type, evaluation) ?? OPEN) : undefined;
  });
}

export function resource(id: string, type: string, node: Node, template: Template): Resource {
  const { document, rewriter, scope } = template;
  const own = childAt(node, ["Metadata", "Unconfused"]);
  const shared = { document, path: ["Metadata", "Unconfused"] };
  const path = at(node.json, ["Metadata", "aws:cdk:path"]);
  return {
    format: "cloudformation",
    type,
    id: scope + id,
    ...(typeof path === "string" && { path }),
    origin: originOf(node),
    ...(rewriter !== undefined && { rewriter }),
    property: (name, world) => propertyIn(node, type, name, evaluationIn(world, template)),
    metadata: [
      ...(own === undefined ? [] : [originOf(own)]),
      ...(at(document.value, shared.path) === undefined ? [] : [shared]),
    ],
  };
}
