// A file of Terraform configuration read, in either syntax: its resources, and those of the modules that it calls, evaluated in a world when asked.

import { at, type Document } from "../../../text/document.ts";
import { isHcl } from "../../../text/hcl/document.ts";
import { posix } from "../../../text/posix.ts";
import type { Problem } from "../../../text/problem.ts";
import type { Origin } from "../../../values/value.ts";
import { affordsCopy, roleBeyond } from "../../allowance.ts";
import type { Deployment, FilesIn, Note, ReadFile, Reading, Resource, Whereabouts } from "../../reader.ts";
import { isNull } from "../expressions/evaluation.ts";
import type { Body } from "../model/body.ts";
import { COMMENT } from "../model/json-declarations.ts";
import { called, callsTo, type Declarations, type Declared, type Module } from "../model/module.ts";
import { workspaceOf } from "../model/workspace.ts";
import { planValues } from "../plans/values.ts";
import { blocksOf } from "../policy/policy-arguments.ts";
import { wholeDocument } from "../policy/whole-document.ts";
import { accountsByProvider } from "../records/accounts.ts";
import { madeBy } from "../stacks.ts";
import { evaluationAlone, evaluationIn, isCalled } from "./evaluations.ts";
import { inInstance, instanceKey } from "./instances.ts";
import { valueIn } from "./planned.ts";
import { accountsOfProviders, providerOf } from "./providers.ts";
import { notRead, policiesUnread, sourceOf } from "./unread.ts";

/** Modules in modules, each as often as it is called. */
const MOST_MODULES = 500;

/** The resources of a file as part of its module; `problems`: of the file. */
export function readConfiguration(
  document: Document,
  deployment: Deployment,
  readFile: ReadFile,
  filesIn: FilesIn,
  problems: readonly Problem[],
): Reading {
  const workspace = workspaceOf(document, readFile, filesIn);
  const { path } = document.source;
  const folder = posix.dirname(path);
  const plans = (deployment.plans ?? []).map((plan) => planValues(plan, deployment));
  const root: Module = {
    ...declarationsOf(folder, workspace),
    deployment,
    folder,
    root: folder,
    scope: "",
    workspace,
    plans,
  };
  const { resources, calls } = ownOf(root).get(path) ?? { resources: [], calls: [] };
  const found: Found = { modules: [], unread: [], notes: [] };
  find(calls, root, found);
  const byDocument = new Map<Document, Resource[]>();
  // A module that is called in no world is judged on its own, if its files are in the run.
  const modules = found.modules.filter(isCalled);
  for (const place of modules.flatMap(documentsOf)) byDocument.set(place, []);
  const own = resources.map((each) => resource(each, root));
  const ofModules = modules.map(resourcesOf);
  const made = [
    madeBy(own, deployment, own.some(isStackSet) ? resourcesOf(root) : own),
    ...ofModules.map((each) => madeBy(each, deployment)),
  ];
  // A template within a file is a document of its own; its resources are of that file.
  const byPath = new Map(Array.from(byDocument, ([place, resources]) => [place.source.path, resources]));
  for (const each of [ofModules, made.map((all) => all.resources), found.unread].flat(2)) {
    const place = each.origin.document;
    (byDocument.get(place) ?? (place.source.path === path ? own : byPath.get(place.source.path)) ?? own).push(each);
  }
  const inner = Array.from(byDocument, ([place, resources]) => ({ document: place, resources }));
  return {
    resources: own,
    problems: [...problems, ...made.flatMap((all) => all.problems)],
    notes: [...found.notes, ...made.flatMap(({ notes }) => notes)],
    inner,
  };
}

function declarationsOf(folder: string, { declarationsIn }: Module["workspace"]): Declarations {
  const found = declarationsIn(folder);
  if (found === undefined) throw new Error(`no declarations in ${folder}`);
  return found;
}

/** What one file of a module declares. */
interface Own {
  readonly resources: Declared[];
  readonly calls: [name: string, body: Body][];
}

const known = new WeakMap<Declarations["resources"], ReadonlyMap<string, Own>>();

/** By file path; worked out once for all files. */
function ownOf({ resources, calls }: Declarations): ReadonlyMap<string, Own> {
  const before = known.get(resources);
  if (before !== undefined) return before;
  const all = new Map<string, Own>();
  const ownIn = ({ origin }: Body): Own => {
    const { path } = origin.document.source;
    const own = all.get(path) ?? { resources: [], calls: [] };
    all.set(path, own);
    return own;
  };
  // A resource that is declared twice is refused by Terraform; both are judged, because either may be the one that stays.
  for (const each of resources) ownIn(each.body).resources.push(each);
  for (const [name, body] of calls) ownIn(body).calls.push([name, body]);
  known.set(resources, all);
  return all;
}

interface Found {
  readonly modules: Module[];
  /** Roles and policies that stand for modules whose files are missing. */
  readonly unread: Resource[];
  readonly notes: Note[];
}

/** All modules that are called below this one, once for each call. */
function find(calls: Iterable<readonly [name: string, body: Body]>, from: Module, found: Found): void {
  for (const [name, body] of calls) {
    const module = called(name, from);
    const address = `${from.scope}module.${name}`;
    if (module !== undefined && !affords(module, found)) {
      const format = isHcl(body.origin.document) ? "hcl" : "terraform-json";
      found.unread.push(
        roleBeyond(format, address, `${address}, and what follows it: more modules than are read`, body.origin),
      );
      return;
    }
    // Of a module that is not at hand a plan tells what it makes.
    if (module === undefined && from.plans.length > 0 && from.plans.every((plan) => plan.has([...callsTo(from), name])))
      continue;
    if (module === undefined) {
      found.notes.push({ message: notRead(address, sourceOf(body)), origin: body.origin });
      found.unread.push(...policiesUnread(address, body, from, evaluationAlone));
      continue;
    }
    found.modules.push(module);
    find(module.calls, module, found);
  }
}

/** Nested calls of modules can be very many for little text, so they are counted. */
const met = new WeakSet<Declarations["resources"]>();

function affords({ resources, deployment }: Module, { modules }: Found): boolean {
  if (modules.length >= MOST_MODULES) return false;
  if (met.has(resources)) return affordsCopy(deployment.allowance);
  met.add(resources);
  return true;
}

function documentsOf({ resources, calls }: Module): readonly Document[] {
  return [...resources.map(({ body }) => body), ...calls.values()].map(({ origin }) => origin.document);
}

/** Whose stacks may be resources of their own, in any file. */
function isStackSet({ type }: Resource): boolean {
  return type.endsWith("_cloudformation_stack_set");
}

function resourcesOf(module: Module): readonly Resource[] {
  return module.resources.map((each) => resource(each, module));
}

function resource({ address, type, body }: Declared, module: Module): Resource {
  const { document, path } = body.origin;
  const constructPath = at(document.value, [...path, COMMENT, "metadata", "path"]);
  const provider = providerOf(body, module);
  return {
    format: isHcl(document) ? "hcl" : "terraform-json",
    type,
    id: module.scope + address,
    ...(typeof constructPath === "string" && { path: constructPath }),
    origin: body.origin,
    ...{ root: module.root, provider },
    ...{ metadata: [], isOpen: (name: string) => body.argument(name)?.isOpen?.() === true },
    given: () => givenIn(body),
    property(name, world) {
      const argument = body.argument(name);
      const isBlock = argument === undefined && body.kinds().includes(name);
      // Without it a role is refused in the worlds in which there is one; without others each resource is so in all. The empty name asks for these worlds.
      const isAbsent = argument === undefined && !isBlock && name !== "" && !name.startsWith("assume_role_policy");
      if (isAbsent && module.plans.length === 0) return { kind: "absent", origin: body.origin };
      const evaluation = inInstance(body, address, evaluationIn(module, world, body.origin, provider));
      const instance = `${evaluation.scope.prefix}${address}${instanceKey(evaluation)}`;
      const value = isBlock ? blocksOf(body, name, evaluation) : valueIn(argument, instance, name, evaluation);
      if (value === undefined || isNull(value)) return { kind: "absent", origin: value?.origin ?? body.origin };
      return wholeDocument(value) ?? value;
    },
    ...asPlanned(address, module, booksOf(module)(provider, undefined)),
  };
}

/** What Terraform itself reads of each resource. */
const META = new Set(["count", "for_each", "depends_on", "provider", "lifecycle", "connection", "provisioner"]);

/** An argument without a word of policies hardly holds one; evaluating all arguments would take as long as judging. */
function givenIn(body: Body): readonly (readonly [name: string, origin: Origin])[] {
  const names = [...new Set([...body.names(), ...body.kinds()])].filter(
    (name) => !META.has(name) && /polic|statement/i.test(body.source(name)),
  );
  return names.map((name) => [name, body.argument(name)?.origin ?? body.origin]);
}

/** What plans tell of the block as a whole; `stated`: what the configuration says. */
function asPlanned(address: string, module: Module, stated: Whereabouts): Partial<Resource> {
  const planned = module.plans.flatMap((plan) => plan.instances(callsTo(module), address).map((id) => ({ plan, id })));
  if (planned.length === 0) return { whereabouts: () => stated };
  const all = planned.map(({ plan, id }) => plan.whereabouts(id));
  const numbers = new Set(all.flatMap(({ account }) => account ?? []));
  const [account, ...others] = numbers;
  const beside = new Set([...numbers, ...all.flatMap(({ accounts }) => accounts?.beside ?? [])]);
  if (others.length === 0) beside.delete(account ?? "");
  const supplied = new Map(all.flatMap(({ accounts }) => [...(accounts?.supplied ?? [])]));
  return {
    planned: planned.map(({ plan, id }) => ({ plan: plan.document, id })),
    whereabouts: () => ({
      ...stated,
      ...(account !== undefined && others.length === 0 && { account }),
      accounts: { beside: [...beside], supplied },
    }),
    isSecret: (name) => planned.some(({ plan, id }) => plan.isSecret(id, name)),
  };
}

const books = new WeakMap<Module, ReturnType<typeof accountsByProvider>>();

/** Once a module. */
function booksOf(module: Module): ReturnType<typeof accountsByProvider> {
  const before = books.get(module);
  if (before !== undefined) return before;
  const accounts = accountsOfProviders({ module, begin: evaluationAlone });
  const providerAccounts = Array.from(accounts, ([provider, account]) => ({ provider, account }));
  const book = accountsByProvider(providerAccounts, new Map());
  books.set(module, book);
  return book;
}
