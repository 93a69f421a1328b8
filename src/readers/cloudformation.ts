// CloudFormation templates, YAML or JSON, SAM among them: their resources and those of the templates that they deploy, evaluated in a world when asked.

import { at, type Document, entry, isObject } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import { inEveryWorld } from "../values/worlds.ts";
import { evaluationIn } from "./cloudformation/evaluate.ts";
import { childAt, type Node, nameAt, originOf, quietly } from "./cloudformation/evaluation.ts";
import { localFiles } from "./cloudformation/files.ts";
import { LOOP } from "./cloudformation/members.ts";
import { nestedIn } from "./cloudformation/nesting.ts";
import { propertyIn } from "./cloudformation/properties.ts";
import { sectionOf } from "./cloudformation/sections.ts";
import { readTemplate, type Template } from "./cloudformation/template.ts";
import type { Deployment, Reader, ReadFile, Reading, Resource } from "./reader.ts";

export const cloudformation: Reader = { format: "cloudformation", recognises, read };

function recognises({ value }: Document): boolean {
  if (entry(value, "AWSTemplateFormatVersion") !== undefined) return true;
  const resources = entry(value, "Resources");
  if (!isObject(resources)) return false;
  return (
    entry(value, "Transform") !== undefined ||
    Object.keys(resources).some((id) => {
      const type = at(resources, [id, "Type"]);
      return id.startsWith(LOOP) || (typeof type === "string" && type.includes("::"));
    })
  );
}

function read(document: Document, deployment: Deployment, readFile: ReadFile): Reading {
  return readingOf(readTemplate({ document, deployment, readLocal: localFiles(readFile) }));
}

function readingOf(template: Template): Reading {
  const { rewriter, caller } = template;
  const resources: Resource[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  if (rewriter !== undefined && caller === undefined) notes.push(`read as it is written, before ${rewriter}`);
  const { entries, unclear } = resourcesOf(template);
  for (const { why } of unclear) notes.push(`the resources of ${why.source} are not read: it is not expanded`);
  for (const [id, node] of entries) {
    const type = typeOf(node, template);
    if (type === undefined) {
      if (rewriter === undefined) problems.push(withoutType(id, node));
      continue;
    }
    resources.push(resource(id, type, node, template));
    const nested = nestedIn(id, type, node, template);
    if (nested === undefined) continue;
    if ("reason" in nested) {
      notes.push(`${template.scope}${id}: ${nested.source} is not read`);
      if (nested.problem !== undefined) problems.push(nested.problem);
      continue;
    }
    const inner = readingOf(nested);
    resources.push(...inner.resources);
    problems.push(...inner.problems);
    notes.push(...inner.notes);
  }
  return { resources, problems, notes };
}

function resourcesOf(template: Template) {
  const { outcomes } = inEveryWorld((world) => sectionOf("Resources", evaluationIn(world, template)), 1);
  return outcomes[0]?.result ?? { entries: new Map<string, Node>(), unclear: [] };
}

function typeOf(node: Node, template: Template): string | undefined {
  const type = childAt(node, ["Type"]);
  if (typeof type?.json === "string" && type.bindings === undefined) return type.json;
  const { outcomes } = inEveryWorld((world) => nameAt(type, quietly(evaluationIn(world, template))), 1);
  return outcomes[0]?.result;
}

function withoutType(id: string, { document, path }: Node): Problem {
  const { start } = document.locate(path, "key");
  const help = "give it a Type, or move it out of Resources if it is none";
  return new Problem(`the resource ${id} has no Type`, help, document.source.position(start));
}

function resource(id: string, type: string, node: Node, template: Template): Resource {
  const { document, rewriter, scope } = template;
  const own = childAt(node, ["Metadata", "Unconfused"]);
  const shared = { document, path: ["Metadata", "Unconfused"] };
  return {
    format: "cloudformation",
    type,
    id: scope + id,
    origin: originOf(node),
    ...(rewriter !== undefined && { rewriter }),
    property: (name, world) => propertyIn(node, type, name, evaluationIn(world, template)),
    metadata: [
      ...(own === undefined ? [] : [originOf(own)]),
      ...(at(document.value, shared.path) === undefined ? [] : [shared]),
    ],
  };
}
