// Which plans of a run were made from the configuration in which folder.

import { at, type Document, entry, isList, isObject } from "../../../text/document.ts";
import { posix } from "../../../text/posix.ts";
import type { FilesIn, ReadFile } from "../../reader.ts";
import type { Declarations } from "../model/module.ts";
import { declarationsIn } from "../model/workspace.ts";

/**
 * By the folder. A plan is of the folder that it lies in, if that declares something of what it plans. One that lies
 * elsewhere is of the only folder that declares just what it plans: values that are taken for those of another
 * configuration would hide what that lets in.
 */
export function plansByFolder(
  plans: readonly Document[],
  folders: readonly string[],
  read: ReadFile,
  filesIn: FilesIn,
): ReadonlyMap<string, readonly Document[]> {
  const declared = new Map(folders.map((folder) => [folder, namesIn(declarationsIn(folder, read, filesIn))]));
  const all = new Map<string, Document[]>();
  for (const plan of plans) {
    const planned = plannedNames(plan);
    const own = posix.dirname(plan.source.path);
    const beside = declared.get(own);
    const [found, ...others] =
      beside !== undefined && [...planned].some((name) => beside.has(name) && !isVariable(name))
        ? [own]
        : folders.filter((folder) => areSame(planned, declared.get(folder) ?? new Set()));
    if (found === undefined || others.length > 0) continue;
    all.set(found, [...(all.get(found) ?? []), plan]);
  }
  return all;
}

/** Addresses of resources, data sources, module calls and variables. */
function namesIn(declarations: Declarations | undefined): ReadonlySet<string> {
  if (declarations === undefined) return new Set();
  const { declared, calls, variables } = declarations;
  return new Set([...declared.keys(), ...namesOf("module", calls.keys()), ...namesOf("var", variables.keys())]);
}

function plannedNames({ value }: Document): ReadonlySet<string> {
  const root = at(value, ["configuration", "root_module"]);
  const [resources, calls, variables] = ["resources", "module_calls", "variables"].map((name) => entry(root, name));
  return new Set([
    ...(isList(resources) ? resources.flatMap((each) => wordAt(entry(each, "address"))) : []),
    ...namesOf("module", isObject(calls) ? Object.keys(calls) : []),
    ...namesOf("var", isObject(variables) ? Object.keys(variables) : []),
  ]);
}

function wordAt(json: unknown): readonly string[] {
  return typeof json === "string" ? [json] : [];
}

function namesOf(kind: "module" | "var", names: Iterable<string>): readonly string[] {
  return Array.from(names, (name) => `${kind}.${name}`);
}

function isVariable(name: string): boolean {
  return name.startsWith("var.");
}

function areSame(planned: ReadonlySet<string>, declared: ReadonlySet<string>): boolean {
  const isSomething = [...planned].some((name) => !isVariable(name));
  return isSomething && planned.size === declared.size && [...planned].every((name) => declared.has(name));
}
