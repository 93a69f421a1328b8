// CloudFormation templates, YAML or JSON, SAM among them: their resources and those of the templates that they deploy, evaluated in a world when asked.

import { at, type Document, entry, isObject } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import { familyOf } from "./cloudformation/family.ts";
import { localFiles } from "./cloudformation/files.ts";
import { templatesIn } from "./cloudformation/host-file.ts";
import { includedFiles } from "./cloudformation/includes.ts";
import { isMany, MACRO } from "./cloudformation/members.ts";
import { isDeployed } from "./cloudformation/properties.ts";
import { readTemplate } from "./cloudformation/template.ts";
import type { Deployment, Reader, ReadFile, Reading, Resource } from "./reader.ts";

export const cloudformation: Reader = { format: "cloudformation", recognises, read };

function recognises(document: Document): boolean {
  return templatesIn(document).some(isTemplate);
}

function isTemplate({ value }: Document): boolean {
  if (entry(value, "AWSTemplateFormatVersion") !== undefined) return true;
  const resources = entry(value, "Resources");
  if (!isObject(resources)) return false;
  return (
    entry(value, "Transform") !== undefined ||
    Object.keys(resources).some((id) => {
      const type = at(resources, [id, "Type"]);
      return (
        isMany(id) || at(resources, [id, MACRO]) !== undefined || (typeof type === "string" && type.includes("::"))
      );
    })
  );
}

function read(document: Document, deployment: Deployment, readFile: ReadFile): Reading {
  const templates = templatesIn(document);
  const shared = { deployment, readLocal: localFiles(readFile), family: { size: 0 } };
  // What nothing deploys in any world is judged for itself, if it is a file of the run.
  const family = templates
    .flatMap((each) => familyOf(readTemplate({ ...shared, document: each })))
    .filter(({ template }) => isDeployed(template));
  const placeOf = (each: Document) => (templates.includes(each) ? document : each);
  const byDocument = new Map<Document, Resource[]>([[document, []]]);
  for (const { template } of family) byDocument.set(placeOf(template.document), []);
  for (const resource of family.flatMap(({ resources }) => resources)) {
    const place = placeOf(resource.origin.document);
    const others = byDocument.get(place);
    if (others === undefined) byDocument.set(place, [resource]);
    else others.push(resource);
  }
  const included = family.flatMap(({ template }) => [...includedFiles(template)]);
  for (const file of included) if (!(file instanceof Problem) && !byDocument.has(file)) byDocument.set(file, []);
  const [own, ...inner] = Array.from(byDocument, ([place, resources]) => ({ document: place, resources }));
  return {
    resources: own?.resources ?? [],
    inner,
    problems: [
      ...family.flatMap(({ problems }) => problems),
      ...new Set(included.filter((each) => each instanceof Problem)),
    ],
    notes: family.flatMap(({ notes }) => notes),
  };
}
