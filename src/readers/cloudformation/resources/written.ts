// What is written at a property of a resource, where the resource is there in every world, and nothing else has a say in it.

import { type Document, isObject, type Json, maySpell } from "../../../text/document.ts";
import { isExpandingKey } from "../model/expanding-keys.ts";
import { child, isFunctionName, type Node, nodeAt } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { GLOBALS } from "./globals.ts";

/** The same for all of its properties; undefined where a world has to be asked. */
export function writtenIn(resource: Node, type: string, template: Template): Node | undefined {
  const { document, rewriter, parent, externalParent, embeddedText } = template;
  if (rewriter !== undefined || parent !== undefined || externalParent !== undefined || embeddedText !== undefined)
    return undefined;
  if (GLOBALS.has(type) || !standsAlone(document)) return undefined;
  if (resource.bindings !== undefined || !hasNamesAlone(resource.json)) return undefined;
  if (child(resource, "Condition") !== undefined) return undefined;
  const properties = child(resource, "Properties");
  return properties !== undefined && hasNamesAlone(properties.json) ? properties : undefined;
}

const alone = new WeakMap<Document, boolean>();

/** Does it bring nothing from other files, and refuse no deployment? */
function standsAlone(document: Document): boolean {
  const known = alone.get(document) ?? (nodeAt(document, ["Rules"]) === undefined && !maySpell(document, INCLUDES));
  alone.set(document, known);
  return known;
}

const INCLUDES = /Fn::Transform|!Transform/;

/** Is it a map whose keys are names of its members, and no call of a function? */
function hasNamesAlone(json: Json): boolean {
  return isObject(json) && Object.keys(json).every((key) => !isExpandingKey(key) && !isFunctionName(key));
}
