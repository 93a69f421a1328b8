// CloudFormation templates, YAML or JSON, SAM among them: their resources, evaluated in a world when asked.

import { at, type Document, entry, isObject } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import type { Value } from "../values/value.ts";
import { NoSuchWorld, type World } from "../values/worlds.ts";
import { refusedByRules } from "./cloudformation/assertions.ts";
import { holds } from "./cloudformation/conditions.ts";
import { evaluationIn } from "./cloudformation/evaluate.ts";
import { opaque, scalar } from "./cloudformation/evaluation.ts";
import { readTemplate, type Template } from "./cloudformation/template.ts";
import type { Deployment, Reader, Reading, Resource } from "./reader.ts";

const LOOP = "Fn::ForEach::";
const MACRO = "Fn::Transform";
/** Resources that deploy another template. */
const NESTING = ["AWS::CloudFormation::Stack", "AWS::CloudFormation::StackSet", "AWS::Serverless::Application"];
const SERVERLESS_FUNCTION = "AWS::Serverless::Function";

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

function read(document: Document, deployment: Deployment): Reading {
  const template = readTemplate(document, deployment);
  const section = entry(document.value, "Resources");
  const resources: Resource[] = [];
  const problems: Problem[] = [];
  const notes = template.rewriter === undefined ? [] : [`read as it is written, before ${template.rewriter}`];
  for (const id of isObject(section) ? Object.keys(section) : []) {
    const type = at(section, [id, "Type"]);
    if (id.startsWith(LOOP) || id === MACRO) {
      notes.push(`${id} is not expanded yet: the resources that it makes are not read`);
    } else if (typeof type === "string") {
      resources.push(resource(id, type, template));
      if (NESTING.includes(type)) notes.push(`${id}: the template that it deploys is not read yet`);
    } else if (template.rewriter === undefined) problems.push(withoutType(id, document));
  }
  return { resources, problems, notes };
}

function withoutType(id: string, document: Document): Problem {
  const { start } = document.locate(["Resources", id], "key");
  const help = "give it a Type, or move it out of Resources if it is none";
  return new Problem(`the resource ${id} has no Type`, help, document.source.position(start));
}

function resource(id: string, type: string, template: Template): Resource {
  const { document } = template;
  const origin = { document, path: ["Resources", id] };
  const metadata = [
    ["Resources", id, "Metadata", "Unconfused"],
    ["Metadata", "Unconfused"],
  ];
  return {
    format: "cloudformation",
    type,
    id,
    origin,
    ...(template.rewriter !== undefined && { rewriter: template.rewriter }),
    property: (name, world) => property(id, name, world, template),
    metadata: metadata.filter((path) => at(document.value, path) !== undefined).map((path) => ({ document, path })),
  };
}

function property(id: string, name: string, world: World, template: Template): Value {
  const { document } = template;
  const body = at(document.value, ["Resources", id]);
  const path = ["Resources", id, "Properties", name];
  const origin = { document, path };
  const evaluation = evaluationIn(world, template);
  if (refusedByRules(evaluation)) throw new NoSuchWorld();
  const condition = scalar(entry(body, "Condition"));
  if (condition !== undefined && !holds(condition, evaluation)) throw new NoSuchWorld();
  if (at(body, ["Properties", MACRO]) !== undefined) return opaque("macro", "macro", origin);
  // SAM merges Globals into each function, which is not done here yet.
  const merged = entry(body, "Type") === SERVERLESS_FUNCTION && at(document.value, ["Globals", "Function", name]);
  if (merged) return opaque("Globals", "macro", origin);
  const json = at(body, ["Properties", name]);
  return json === undefined ? { kind: "absent", origin } : evaluation.evaluate({ json, path }, evaluation);
}
