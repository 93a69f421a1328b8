// A module of Terraform: all that its files declare, by name, and the modules that it calls.

import { posix } from "../../../text/posix.ts";
import type { Content, Deployment, ReadFile } from "../../reader.ts";
import type { Argument, Body } from "./body.ts";
import { installed } from "./installed.ts";
import type { PlanValues } from "./plan-values.ts";

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
  /** Made from the configuration. */
  readonly plans: readonly PlanValues[];
}

/** What a file holds, which need not be configuration. */
export interface FileContent {
  readonly path: string;
  readonly content: Content;
}

/** The files besides the one that is read. */
export interface Workspace {
  /** A file by its path as reports name it. */
  readonly read: ReadFile;
  /** The same; one object in a run, however often it is asked for. */
  file(path: string): FileContent | undefined;
  /** All that the files of a folder declare; undefined where there are none. */
  declarationsIn(folder: string): Declarations | undefined;
}

const DEEPEST = 20;
const LOCAL = /^\.\.?\//;

const known = new WeakMap<Module, Map<string, Module | undefined>>();

/** The module that a `module` block calls, if its folder is there; the same object every time. */
export function called(name: string, from: Module): Module | undefined {
  const before = known.get(from) ?? new Map<string, Module | undefined>();
  known.set(from, before);
  if (!before.has(name)) before.set(name, calledAnew(name, from));
  return before.get(name);
}

function calledAnew(name: string, from: Module): Module | undefined {
  const body = from.calls.get(name);
  const source = body?.written("source");
  if (body === undefined || source === undefined) return undefined;
  const calls = [...callsTo(from), name];
  const { root, workspace } = from;
  const folder = isLocal(source) ? posix.join(from.folder, source) : installed(calls, root, workspace.read);
  const declarations = folder && calls.length <= DEEPEST ? workspace.declarationsIn(folder) : undefined;
  if (folder === undefined || declarations === undefined) return undefined;
  return { ...from, ...declarations, folder, scope: `${from.scope}module.${name}.`, call: { body, name, from } };
}

/** A path in the configuration's own files; all else `terraform init` fetches. */
export function isLocal(source: string): boolean {
  return LOCAL.test(source);
}

/** Names of the calls that lead here from the root module. */
export function callsTo({ call }: Module): readonly string[] {
  return call === undefined ? [] : [...callsTo(call.from), call.name];
}

export function merged(all: readonly Declarations[]): Declarations {
  const parts = <K extends keyof Declarations>(name: K) => all.map((each) => each[name]);
  const entries = <V>(maps: readonly ReadonlyMap<string, V>[]) => new Map(maps.flatMap((map) => [...map]));
  return {
    variables: entries(parts("variables")),
    locals: entries(parts("locals")),
    declared: entries(parts("declared")),
    resources: parts("resources").flat(),
    outputs: entries(parts("outputs")),
    calls: entries(parts("calls")),
    providers: parts("providers").flat(),
  };
}
