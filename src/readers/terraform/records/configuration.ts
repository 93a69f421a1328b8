// The configuration part of a plan: which modules it calls, and what an expression refers to, followed through module calls.

import { at, entry, isList, isObject, type Json, type Path, scalarText } from "../../../text/document.ts";
import { type Items, itemsOf } from "../../../text/json/late/items.ts";
import type { Column } from "../../../text/json/late/keys.ts";
import { type ModulePath, outputReference, prefix } from "./addresses.ts";

/** Where a reference ends that is followed through variables and outputs. */
export interface Leaf {
  readonly module: ModulePath;
  /** "aws_organizations_account.vendor.id", "var.secret" at the root, "local.trust". */
  readonly reference: string;
  /** The key of the instance that holds the expression, where the expression uses it. */
  readonly index: string;
  /** A sensitive variable stands on the way. */
  readonly secret: boolean;
}

export interface Expression {
  readonly json: Json | undefined;
  readonly module: ModulePath;
  /** Key of the instance that the expression belongs to, as in addresses. */
  readonly index: string;
}

const DEEPEST = 50;
const MOST_LEAVES = 200;

export interface Configuration {
  readonly json: Json | undefined;
  /** By the names of the modules. */
  modules(): ReadonlyMap<string, ModuleResources>;
}

interface ModuleResources {
  /** What a column has of one of the list. */
  tells(index: number, column: Column): Json | undefined;
  readonly path: Path;
  /** The places of resources in the list, by their address in the module: "data.aws_iam_policy_document.trust". */
  readonly byAddress: ReadonlyMap<string, number>;
}

/** A resource of the configuration, of which single values are read, and where it stands in the plan. */
interface Configured {
  readonly path: Path;
  tells(column: Column): Json | undefined;
}

export function readConfiguration(json: Json | undefined): Configuration {
  let modules: ReadonlyMap<string, ModuleResources> | undefined;
  return {
    json,
    modules() {
      modules ??= modulesIn(json);
      return modules;
    },
  };
}

function modulesIn(json: Json | undefined): ReadonlyMap<string, ModuleResources> {
  const modules = new Map<string, ModuleResources>();
  const visit = (module: Json | undefined, path: ModulePath): void => {
    const list = entry(module, "resources");
    const resources = itemsOf(list);
    const addresses = resources.column("address");
    const byAddress = new Map(addresses.map((address, index) => [scalarText(address) ?? "", index]));
    modules.set(keyOf(path), { tells: keeping(resources), path: [...configurationPath(path), "resources"], byAddress });
    const calls = entry(module, "module_calls");
    if (path.length > DEEPEST || !isObject(calls)) return;
    for (const name of Object.keys(calls)) visit(at(calls, [name, "module"]), [...path, { name, index: "" }]);
  };
  visit(entry(json, "root_module"), []);
  return modules;
}

/** Expressions are read once: very many instances may come from one resource. */
function keeping(resources: Items): ModuleResources["tells"] {
  const known = new Map<number, Json | undefined>();
  return (index, column) => {
    if (column !== "expressions") return resources.at(index, column);
    if (!known.has(index)) known.set(index, resources.at(index, column));
    return known.get(index);
  };
}

function keyOf(path: ModulePath): string {
  return path.length === 0 ? "" : JSON.stringify(path.map(({ name }) => name));
}

/** Of a module, from the root of the plan. */
export function configurationPath(module: ModulePath): Path {
  return ["configuration", "root_module", ...module.flatMap(({ name }) => ["module_calls", name, "module"])];
}

export function moduleAt({ json }: Configuration, path: ModulePath): Json | undefined {
  return at(json, configurationPath(path).slice(1));
}

/** `address` without module and instance. */
export function resourceAt({ modules }: Configuration, module: ModulePath, address: string): Configured | undefined {
  const { tells, path = [], byAddress } = modules().get(keyOf(module)) ?? {};
  const index = byAddress?.get(address);
  if (tells === undefined || index === undefined) return undefined;
  return { path: [...path, index], tells: (column) => tells(index, column) };
}

/** The part of a resource's expressions that speaks of the value at `steps`: an attribute's, or that of one in a block. */
export function expressionAt(expressions: Json | undefined, steps: Path): Json | undefined {
  let found = expressions;
  for (const step of steps) {
    const inner = entry(found, step);
    // Of an attribute's parts nothing is said one by one.
    if (inner === undefined) return isObject(found) && entry(found, "references") !== undefined ? found : undefined;
    found = inner;
  }
  return found;
}

/** What the plan itself has: the instance at hand, and where the configuration lies. */
const AT_HAND = /^(?:each\.key|count\.index|(?:path|terraform|self)\.\w+)$/;
const INSTANCE = /^(?:each\.key|count\.index)$/;

/** What an expression comes down to. */
export function leavesOf(expression: Expression, configuration: Configuration, secret = false, depth = 0): Leaf[] {
  const references = narrowed(referencesIn(expression.json));
  const index = references.some((one) => INSTANCE.test(one)) ? expression.index : "";
  const leaves = references.flatMap((reference): Leaf[] => {
    if (AT_HAND.test(reference)) return [];
    const { module } = expression;
    const leaf = { module, reference, index, secret };
    const next = depth < DEEPEST ? following(reference, module, configuration) : undefined;
    if (next === undefined) return [leaf];
    if (next.expression === undefined) return [{ ...leaf, secret: secret || next.secret }];
    return leavesOf(next.expression, configuration, secret || next.secret, depth + 1);
  });
  return leaves.slice(0, MOST_LEAVES);
}

interface Following {
  /** Undefined: the way ends here. */
  readonly expression: Expression | undefined;
  readonly secret: boolean;
}

function following(reference: string, module: ModulePath, configuration: Configuration): Following | undefined {
  const variable = /^var\.([^.[]+)/.exec(reference)?.[1];
  if (variable !== undefined) {
    const secret = at(moduleAt(configuration, module), ["variables", variable, "sensitive"]) === true;
    const last = module.at(-1);
    if (last === undefined) return { expression: undefined, secret };
    const parent = module.slice(0, -1);
    const json = at(moduleAt(configuration, parent), ["module_calls", last.name, "expressions", variable]);
    return { expression: json === undefined ? undefined : { json, module: parent, index: last.index }, secret };
  }
  const called = outputReference(reference);
  if (called === undefined) return undefined;
  const child = [...module, called.step];
  const output = at(moduleAt(configuration, child), ["outputs", called.output]);
  const json = entry(output, "expression");
  const expression = json === undefined ? undefined : { json, module: child, index: "" };
  return { expression, secret: entry(output, "sensitive") === true };
}

/** Every reference of an expression, or of all the arguments in a block. */
function referencesIn(json: Json | undefined, depth = 0): readonly string[] {
  if (json === undefined || depth > DEEPEST) return [];
  if (isList(json)) return json.flatMap((one) => referencesIn(one, depth + 1));
  if (!isObject(json)) return [];
  const references = entry(json, "references");
  if (isList(references)) return references.filter((one) => typeof one === "string");
  return Object.keys(json).flatMap((key) =>
    key === "constant_value" ? [] : referencesIn(entry(json, key), depth + 1),
  );
}

/** A plan lists "aws_x.y.id" and "aws_x.y" beside each other; the first says all. */
export function narrowed(references: readonly string[]): readonly string[] {
  const all = [...new Set(references)];
  return all.filter((one) => !all.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)));
}

/** For people: the whole address. */
export function addressOf({ module, reference }: Leaf): string {
  return prefix(module) + reference;
}
