// A module of Terraform: all that its files declare, by name, and the modules that it calls.

import { posix } from "node:path";
import type { Content, Deployment } from "../../reader.ts";
import type { Argument, Body } from "./body.ts";

/** A resource or data source. */
export interface Declared {
  /** "aws_iam_role.x", "data.aws_iam_policy_document.x". */
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly body: Body;
}

/** What files declare. */
export interface Declarations {
  readonly variables: ReadonlyMap<string, Body>;
  readonly locals: ReadonlyMap<string, Argument>;
  /** Resources and data sources by address. */
  readonly declared: ReadonlyMap<string, Declared>;
  /** All resources, each as often as it is written. */
  readonly resources: readonly Declared[];
  readonly outputs: ReadonlyMap<string, Body>;
  /** `module` blocks. */
  readonly calls: ReadonlyMap<string, Body>;
  /** `provider "aws"` blocks. */
  readonly providers: readonly Body[];
}

export interface Module extends Declarations {
  readonly deployment: Deployment;
  /** As reports name it; "." for the one that the run is in. */
  readonly folder: string;
  /** That of the root module. */
  readonly root: string;
  /** Before the names of what it declares: "", or "module.m." */
  readonly scope: string;
  /** The `module` block that calls it, and the module that this stands in. */
  readonly call?: { readonly body: Body; readonly name: string; readonly from: Module };
  readonly workspace: Workspace;
}

/** What is to be had beside the file that is read. */
export interface Workspace {
  /** A file by its path as reports name it. */
  read(path: string): Content | undefined;
  /** All that the files of a folder declare; undefined where none of them is at hand. */
  declarationsIn(folder: string): Declarations | undefined;
}

const DEEPEST = 20;
const LOCAL = /^\.\.?\//;

/** The module that a `module` block calls, if that is a folder at hand. */
export function called(name: string, from: Module): Module | undefined {
  const body = from.calls.get(name);
  const source = body?.written("source");
  if (body === undefined || source === undefined || !LOCAL.test(source)) return undefined;
  const folder = posix.join(from.folder, source);
  const declarations = depthOf(from) < DEEPEST ? from.workspace.declarationsIn(folder) : undefined;
  if (declarations === undefined) return undefined;
  return { ...from, ...declarations, folder, scope: `${from.scope}module.${name}.`, call: { body, name, from } };
}

function depthOf({ call }: Module): number {
  return call === undefined ? 0 : 1 + depthOf(call.from);
}

export function merged(all: readonly Declarations[]): Declarations {
  const together = <K extends keyof Declarations>(name: K) => all.map((each) => each[name]);
  const entries = <V>(maps: readonly ReadonlyMap<string, V>[]) => new Map(maps.flatMap((map) => [...map]));
  return {
    variables: entries(together("variables")),
    locals: entries(together("locals")),
    declared: entries(together("declared")),
    resources: together("resources").flat(),
    outputs: entries(together("outputs")),
    calls: entries(together("calls")),
    providers: together("providers").flat(),
  };
}
