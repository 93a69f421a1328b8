// Reads Terraform configuration in the JSON syntax, which CDKTF and CDKTN write too, and reports templates in it with syntax errors.

import { type Document, entry, isList, isObject, type Json } from "../text/document.ts";
import type { Deployment, FilesIn, Reader, ReadFile, Reading } from "./reader.ts";
import { brokenTemplates } from "./terraform/model/json-body.ts";
import { COMMENT, topPaths } from "./terraform/model/json-declarations.ts";
import { isOfModule } from "./terraform/model/workspace.ts";
import { readConfiguration } from "./terraform/modules/reading.ts";

export const terraformJson: Reader = { format: "terraform-json", recognises, read };

/** https://developer.hashicorp.com/terraform/language/syntax/json: all that can stand at the top of a file. */
const BLOCKS = new Set(
  `${COMMENT} check data ephemeral import locals module moved output provider removed resource terraform variable`.split(
    " ",
  ),
);
/** Where templates stand; in other blocks a text is what it is. */
const EVALUATED = ["data", "locals", "module", "output", "provider", "resource"];

function recognises({ value, source }: Document): boolean {
  if (isOfModule(source.path)) return isObject(value) || (isList(value) && value.length > 0 && value.every(isObject));
  if (!isObject(value)) return false;
  return (
    Object.keys(value).every((key) => BLOCKS.has(key)) && ["data", "resource"].some((kind) => hasBlocks(value, kind))
  );
}

/** `{ type: { name: body } }` */
function hasBlocks(value: Json, kind: string): boolean {
  const types = entry(value, kind);
  return isObject(types) && Object.keys(types).some((type) => isObject(entry(types, type)) && type.includes("_"));
}

function read(document: Document, deployment: Deployment, readFile: ReadFile, filesIn: FilesIn = () => []): Reading {
  const problems = EVALUATED.flatMap((kind) => topPaths(document, kind)).flatMap((path) =>
    brokenTemplates(document, path),
  );
  return readConfiguration(document, deployment, readFile, filesIn, problems);
}
