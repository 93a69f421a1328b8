// The files that a template includes, by AWS::Include or as resources: their comments and mistakes belong to the input too.

import { type Document, entry, isObject, maySpell } from "../../../text/document.ts";
import { evaluateName } from "../evaluate/evaluation.ts";
import { includeLocation } from "../evaluate/members.ts";
import { INCLUDE, TRANSFORM } from "../model/expanding-keys.ts";
import type { ProblemIn } from "../model/local-files.ts";
import { child, children, type Node } from "../model/node.ts";
import { fileOfResource } from "../model/serverless-framework.ts";
import type { Template } from "../model/template.ts";
import { evaluateInAllWorlds } from "../references/scope.ts";

/** Most templates have none, and need not be walked through. */
const CALLS = /(?:Fn::|!)Transform/;

/** Each once, those that included files include among them. */
export function includedFiles(template: Template): ReadonlySet<Document | ProblemIn> {
  const { document, readLocal } = template;
  const files = new Set<Document | ProblemIn>([document]);
  const resources = entry(document.value, "Resources");
  for (const json of isObject(resources) ? Object.values(resources) : []) {
    const location = fileOfResource(json ?? null)?.location;
    const found = location === undefined ? undefined : readLocal(location, document);
    if (found !== undefined) files.add(found);
  }
  // A set goes on over what is added to it.
  for (const file of files) {
    if (file instanceof Error || !callsMacros(file)) continue;
    for (const argument of macrosIn({ document: file, json: file.value, path: [] })) {
      const found = fileOf(argument, template);
      if (found !== undefined) files.add(found);
    }
  }
  files.delete(template.document);
  return files;
}

const known = new WeakMap<Document["source"], boolean>();

/** Asked once of a text, which may hold many templates. */
function callsMacros(document: Document): boolean {
  const { source } = document;
  const before = known.get(source) ?? maySpell(document, CALLS);
  known.set(source, before);
  return before;
}

/** The arguments of all calls of macros below the node. */
function* macrosIn(root: Node): Generator<Node> {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const macro = child(node, TRANSFORM);
    if (macro !== undefined) yield macro;
    open.push(...children(node));
    for (const key of isObject(node.json) ? Object.keys(node.json) : []) {
      const inner = child(node, key);
      if (inner !== undefined && typeof inner.json === "object") open.push(inner);
    }
  }
}

function fileOf(argument: Node, template: Template): Document | ProblemIn | undefined {
  return evaluateInAllWorlds(template, (evaluation) => {
    const location =
      evaluateName(child(argument, "Name"), evaluation) === INCLUDE && includeLocation(argument, evaluation);
    return location ? template.readLocal(location, argument.document) : undefined;
  });
}
