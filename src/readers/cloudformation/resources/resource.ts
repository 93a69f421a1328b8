// A resource of a template as readers hand it on, and the type that is written in it.

import { at, entry } from "../../../text/document.ts";
import { writtenAt } from "../../../values/written.ts";
import type { Resource } from "../../reader.ts";
import { evaluateName } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import { child, childAt, type Node, originOf } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { evaluateInAllWorlds, startEvaluation } from "../references/scope.ts";
import { evaluateProperty } from "./properties.ts";
import { writtenIn } from "./written.ts";

/** There is a type, and deployment or a macro decides it. */
export const UNKNOWN_TYPE = Symbol("open");

/** What is written in the resource counts, also beside a macro that may change it: what that makes of its properties is open anyway. */
export function typeOf(node: Node, template: Template): string | typeof UNKNOWN_TYPE | undefined {
  const written = node.bindings === undefined ? entry(node.json, "Type") : undefined;
  if (typeof written === "string" && TYPE.test(written)) return written;
  return evaluateInAllWorlds(template, (evaluation) => {
    const type = child(node, "Type") ?? memberOf(node, "Type", evaluation);
    if (type === undefined || "kind" in type) return type && UNKNOWN_TYPE;
    return typeof type.json === "string" ? (evaluateName(type, evaluation) ?? UNKNOWN_TYPE) : undefined;
  });
}

/** One for all: of most nothing is said. */
const NONE: Resource["metadata"] = [];

/** Nothing can be filled in, whatever rewrites the template. */
const TYPE = /^[A-Za-z\d]+(?:::[A-Za-z\d]+)+$/;

export function resourceOf(id: string, type: string, node: Node, template: Template): Resource {
  const { document, rewriter, idPrefix } = template;
  const own = childAt(node, ["Metadata", "Unconfused"]);
  const shared = { document, path: ["Metadata", "Unconfused"] };
  const isShared = at(document.value, shared.path) !== undefined;
  const path = at(node.json, ["Metadata", "aws:cdk:path"]);
  return {
    format: "cloudformation",
    type,
    id: idPrefix + id,
    ...(typeof path === "string" && { path }),
    origin: originOf(node),
    ...(rewriter !== undefined && { rewriter }),
    property: (name, world) => evaluateProperty(node, type, name, startEvaluation(world, template)),
    written(name) {
      const properties = writtenIn(node, type, template);
      const json = entry(properties?.json, name);
      if (properties === undefined) return undefined;
      return json === undefined ? "absent" : writtenAt(json, document, [...properties.path, name]);
    },
    metadata: own === undefined && !isShared ? NONE : [...(own ? [originOf(own)] : []), ...(isShared ? [shared] : [])],
  };
}
