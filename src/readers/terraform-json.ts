// Terraform configuration in its JSON syntax, as CDKTF and CDKTN write it too: the resources of a file, and those of the modules that it calls, evaluated in a world when asked.

import { posix } from "node:path";
import { at, type Document, entry, isObject, type Json } from "../text/document.ts";
import type { Problem } from "../text/problem.ts";
import type { Deployment, FilesIn, Note, Reader, ReadFile, Reading, Resource } from "./reader.ts";
import { isNull } from "./terraform/expressions/evaluation.ts";
import { evaluationAlone, evaluationIn, isCalled } from "./terraform/modules/evaluations.ts";
import { inInstance } from "./terraform/modules/instances.ts";
import { brokenTemplates } from "./terraform/modules/json-body.ts";
import { COMMENT } from "./terraform/modules/json-declarations.ts";
import { called, type Declarations, type Declared, type Module } from "./terraform/modules/module.ts";
import { accountsOfProviders, providerOf } from "./terraform/modules/providers.ts";
import { NAME, workspaceOf } from "./terraform/modules/workspace.ts";
import { accountBook } from "./terraform/records/accounts.ts";
import { madeBy } from "./terraform/stacks.ts";

export const terraformJson: Reader = { format: "terraform-json", recognises, read };

/** https://developer.hashicorp.com/terraform/language/syntax/json: all that can stand at the top of a file. */
const BLOCKS = new Set(
  `${COMMENT} check data ephemeral import locals module moved output provider removed resource terraform variable`.split(
    " ",
  ),
);
/** Where templates stand; in other blocks a text is what it is. */
const EVALUATED = ["data", "locals", "module", "output", "provider", "resource"];
/** Modules in modules, each as often as it is called. */
const MOST_MODULES = 500;

function recognises({ value, source }: Document): boolean {
  if (!isObject(value)) return false;
  if (NAME.test(source.path)) return true;
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
  const workspace = workspaceOf(document, readFile, filesIn);
  const folder = posix.dirname(document.source.path);
  const root: Module = { ...declarationsOf(folder, workspace), deployment, folder, root: folder, scope: "", workspace };
  const notes: Note[] = [];
  // A module that is called in no world is judged for itself, if its files are of the run.
  const modules = calledFrom(root, notes, (body) => body.origin.document === document).filter(isCalled);
  const byDocument = new Map<Document, Resource[]>([[document, []]]);
  const ofRoot = resourcesOf(root);
  const here = ofRoot.filter(({ origin }) => origin.document === document);
  const ofModules = modules.map(resourcesOf);
  const stacks = [madeBy(here, deployment, ofRoot), ...ofModules.map((each) => madeBy(each, deployment))];
  const made = [here, ...ofModules, ...stacks.map(({ resources }) => resources)].flat();
  for (const module of modules) for (const place of documentsOf(module)) byDocument.set(place, []);
  for (const resource of made) {
    const { document: place } = resource.origin;
    byDocument.set(place, [...(byDocument.get(place) ?? []), resource]);
  }
  const [own, ...inner] = Array.from(byDocument, ([place, resources]) => ({ document: place, resources }));
  return {
    resources: own?.resources ?? [],
    problems: [...problemsIn(document), ...stacks.flatMap(({ problems }) => problems)],
    notes: [...notes, ...stacks.flatMap((each) => each.notes)],
    inner,
  };
}

function declarationsOf(folder: string, { declarationsIn }: Module["workspace"]): Declarations {
  const found = declarationsIn(folder);
  if (found === undefined) throw new Error(`no declarations in ${folder}`);
  return found;
}

/** All modules that are called from here on, each as often as it is. */
function calledFrom(
  from: Module,
  notes: Note[],
  isOurs: (body: Declared["body"]) => boolean = () => true,
): readonly Module[] {
  const found: Module[] = [];
  for (const [name, body] of from.calls) {
    if (!isOurs(body)) continue;
    const module = called(name, from);
    const address = `${from.scope}module.${name}`;
    if (module === undefined) {
      const source = body.written("source") ?? "no source";
      notes.push({ message: `${address}: ${source} is not read`, origin: body.origin });
      continue;
    }
    found.push(module, ...calledFrom(module, notes));
    if (found.length > MOST_MODULES) {
      notes.push({ message: `${address}: more modules than are read`, origin: body.origin });
      break;
    }
  }
  return found;
}

function documentsOf({ resources }: Module): readonly Document[] {
  return resources.map(({ body }) => body.origin.document);
}

function resourcesOf(module: Module): readonly Resource[] {
  const sightings = Array.from(accountsOfProviders({ module, begin: evaluationAlone }), ([provider, account]) => ({
    provider,
    account,
  }));
  const accountsOf = accountBook(sightings, new Map());
  return [...module.declared.values()]
    .filter(({ mode }) => mode === "managed")
    .map((declared) => ({
      ...resource(declared, module),
      ...accountsOf(providerOf(declared.body, module), undefined),
    }));
}

function resource({ address, type, body }: Declared, module: Module): Resource {
  const { document, path } = body.origin;
  const constructPath = at(document.value, [...path, COMMENT, "metadata", "path"]);
  const provider = providerOf(body, module);
  return {
    format: "terraform-json",
    type,
    id: module.scope + address,
    ...(typeof constructPath === "string" && { path: constructPath }),
    origin: body.origin,
    metadata: [],
    property(name, world) {
      const evaluation = inInstance(body, address, evaluationIn(module, world, body.origin, provider));
      const value = body.argument(name)?.value(evaluation);
      return value === undefined || isNull(value) ? { kind: "absent", origin: value?.origin ?? body.origin } : value;
    },
  };
}

function problemsIn(document: Document): readonly Problem[] {
  return EVALUATED.flatMap((kind) => brokenTemplates(document, [kind]));
}
