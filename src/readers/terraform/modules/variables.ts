// The values that a variable has in the worlds of a deployment: from the module's caller, given, allowed, by default, from whom the configuration says, or open.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { hole as holeFor, openIn } from "../../../values/hole.ts";
import {
  isKnown,
  type Known,
  loneHole,
  type Origin,
  type Supplier,
  type Text,
  type Value,
} from "../../../values/value.ts";
import { NoSuchWorld, Refused } from "../../../values/worlds.ts";
import { chooseDefaultOrHole } from "../../deployment-values.ts";
import {
  attempted,
  type Found,
  isNull,
  nothing,
  type Step,
  unresolved,
  valueNamed,
} from "../expressions/evaluation.ts";
import { ANY, convert, memberOf, openValue, type Type } from "../expressions/types.ts";
import type { Argument } from "../model/body.ts";
import type { Module } from "../model/module.ts";
import { accountCarriedBy, WORKSPACE } from "./account.ts";
import { givenValue } from "./given.ts";
import { planOf } from "./planned.ts";
import { callerOf, type InModule } from "./scope.ts";
import { NULL, readVariable, type Variable } from "./variable.ts";

const known = new WeakMap<Module, Map<string, Variable | undefined>>();

function declared(name: string, { scope: { module, begin } }: InModule): Variable | undefined {
  const { variables, scope, deployment } = module;
  const all = known.get(module) ?? new Map<string, Variable | undefined>();
  known.set(module, all);
  const key = scope + name;
  if (!all.has(key)) {
    const body = variables.get(name);
    const { allowance } = deployment;
    all.set(key, body && readVariable(name, body, scope, (world) => begin(module, world, body.origin), allowance));
  }
  return all.get(key);
}

/** Outside mode "split" a variable of one word that nobody has asked about stays open, so that comparisons decide which words matter. */
export function variableValue(name: string, origin: Origin, evaluation: InModule): Value {
  const tried = valueNamed(`var.${name}`, evaluation);
  if (tried !== undefined) return tried;
  const variable = declared(name, evaluation);
  if (variable === undefined) {
    const { scope } = evaluation.scope.module;
    return unresolved(
      `${scope}var.${name}`,
      "file",
      `variable ${scope}${name}, which no file of the run declares`,
      origin,
    );
  }
  const { module } = evaluation.scope;
  const caller = callerOf(evaluation);
  if (module.call !== undefined && caller !== undefined) {
    const argument = module.call.body.argument(name)?.value(caller);
    if (argument !== undefined && !(isNull(argument) && !variable.nullable)) {
      return fromCaller(argument, variable, origin, evaluation);
    }
    return variable.default === undefined
      ? openValue(variable.hole, variable.type, origin)
      : byDefault(variable, origin, evaluation);
  }
  return fromDeployment(variable, origin, evaluation);
}

/** A member of an object that the module's caller spells out, by itself. Undefined: the whole has to be worked out. */
export function memberFromCaller(name: string, steps: readonly Step[], evaluation: InModule): Found | undefined {
  const variable = declared(name, evaluation);
  const caller = callerOf(evaluation);
  const whole = evaluation.scope.module.call?.body.argument(name);
  if (variable === undefined || variable.hidden || caller === undefined || whole === undefined) return undefined;
  if (valueNamed(`var.${name}`, evaluation) !== undefined) return undefined;
  const found = typedEntry({ argument: whole, type: variable.type ?? ANY, steps }, variable.nullable);
  if (found.argument === whole) return undefined;
  const value = found.argument.value(caller);
  // In place of null there may be the default of the attribute.
  return isNull(value) ? undefined : [convertTo(found.type, value, variable, evaluation), found.steps];
}

interface Entry {
  readonly argument: Argument;
  readonly type: Type;
  readonly steps: readonly Step[];
}

/** The object of a reference may lack the entry, or be null: then a default may count instead. */
function typedEntry(of: Entry, isThere: boolean): Entry {
  const [step, ...steps] = of.steps;
  if (typeof step !== "string") return of;
  const member = memberOf(of.type, step);
  if (member === undefined) return of;
  const argument = of.argument.entry(step) ?? (isThere && !member.optional ? of.argument.referred(step) : undefined);
  return argument === undefined ? of : typedEntry({ argument, type: member.type, steps }, !member.optional);
}

function fromDeployment(variable: Variable, origin: Origin, evaluation: InModule): Value {
  const { name, hole, type } = variable;
  const { scope, world, mode } = evaluation;
  const { module } = scope;
  const given = module.deployment.given.get(name);
  if (given !== undefined && !variable.hidden) {
    return accepted(
      convertToType(variable, givenValue(given, { name, by: "given" }, type, origin), evaluation),
      variable,
    );
  }
  const carried = module.deployment.owners.has(name) ? undefined : accountCarriedBy(name, origin, evaluation);
  if (carried !== undefined) return carried;
  const planned =
    module.call === undefined && !variable.hidden ? planOf(evaluation)?.variable(name, origin) : undefined;
  if (planned !== undefined) return convertToType(variable, planned, evaluation);
  const said = world.known(hole.id);
  if (said !== undefined) return supply(said, variable, origin, evaluation);
  if (variable.allowed?.length === 0) return refusedBy(variable);
  const left = variable.allowed?.filter((word) => !world.excluded(hole.id).has(word));
  if (left !== undefined && left.length < 2 && !isOpenToNull(variable, evaluation)) {
    const [only] = left;
    if (only !== undefined && (mode === "certain" || world.is(hole.id, only)))
      return supply(only, variable, origin, evaluation);
    throw new NoSuchWorld();
  }
  if (mode === "certain" || (mode === "compare" && isOneWord(variable)))
    return openValue(openIn(world, hole), type, origin);
  const allowed = left?.find((word) => world.is(hole.id, word));
  if (allowed !== undefined) return supply(allowed, variable, origin, evaluation);
  const open = chooseDefaultOrHole({ ...variable, default: variable.defaultWord }, module.deployment, world);
  return open === "default" ? byDefault(variable, origin, evaluation) : openValue(open, type, origin);
}

/** Among the words that are listed null is none, but it is the default of many that list them. */
function isOpenToNull({ defaultWord, hole }: Variable, { world }: InModule): boolean {
  return defaultWord === NULL && !world.excluded(hole.id).has(NULL);
}

function isOneWord({ type }: Variable): boolean {
  return type === undefined || type.kind === "string" || type.kind === "number" || type.kind === "boolean";
}

function supply(word: string, variable: Variable, origin: Origin, evaluation: InModule): Value {
  if (word === variable.defaultWord) return byDefault(variable, origin, evaluation);
  if (word === NULL) return nothing(origin);
  const { name, allowed = [] } = variable;
  return givenValue(word, { name, by: allowed.includes(word) ? "allowed" : "compared" }, variable.type, origin);
}

function byDefault(variable: Variable, origin: Origin, evaluation: InModule): Value {
  const { name, default: value } = variable;
  if (value === undefined || variable.hidden) return openValue(variable.hole, variable.type, origin);
  return placed(suppliedBy({ name, by: "default" }, convertToType(variable, value, evaluation)), origin);
}

function convertToType(variable: Variable, value: Value, evaluation: InModule): Value {
  return convertTo(variable.type ?? ANY, value, variable, evaluation);
}

function convertTo(type: Type, value: Value, variable: Variable, evaluation: InModule): Value {
  const evaluated = (written: Expression) => evaluation.evaluate(written, evaluation);
  return attempted(() => convert(value, type, evaluated)) ?? refusedBy(variable);
}

/** Each text in it says who supplies it. */
function suppliedBy(from: Supplier, value: Value): Value {
  switch (value.kind) {
    case "text":
      return {
        ...value,
        parts: value.parts.map((part) => (isKnown(part) ? ({ ...part, from } satisfies Known) : part)),
      };
    case "list":
      return { ...value, items: value.items.map((item) => suppliedBy(from, item)) };
    case "map": {
      const entries = [...value.entries].map(
        ([key, each]) => [key, { ...each, value: suppliedBy(from, each.value) }] as const,
      );
      return { ...value, entries: new Map(entries) };
    }
    default:
      return value;
  }
}

function placed(value: Value, origin: Origin): Value {
  return value.kind === "text" ? { ...value, origin } : value;
}

/** Fitted to the type; a value that deployment decides is held to what both sides accept. */
function fromCaller(argument: Value, variable: Variable, origin: Origin, evaluation: InModule): Value {
  const { type, hole } = variable;
  const value = convertToType(variable, argument, evaluation);
  const lone = loneHole(value);
  if (lone === undefined) return accepted(value, variable);
  const both = {
    ...lone,
    admits: (word: string) => lone.admits(word) && hole.admits(word),
    ...(hole.reason === "sensitive" && { reason: hole.reason }),
    ...(lone.sort === undefined && hole.sort !== undefined && { sort: hole.sort }),
  };
  return value.kind === "text"
    ? ({ ...value, parts: [{ hole: both }], origin } satisfies Text)
    : openValue(both, type, origin);
}

function accepted(value: Value, variable: Variable): Value {
  const items = value.kind === "list" ? value.items : [value];
  const isRefused = items.some(
    (item) => item.kind === "text" && item.parts.every(isKnown) && !isNull(item) && !variable.hole.admits(wordIn(item)),
  );
  return isRefused ? refusedBy(variable) : value;
}

/** Terraform stops with an error there, whatever the expression does with the variable. */
function refusedBy({ hole }: Variable): never {
  const source = `a value that ${hole.source} does not accept`;
  throw new Refused(holeFor(source, "file", source));
}

function wordIn({ parts }: Text): string {
  return parts.map((part) => (isKnown(part) ? part.text : "")).join("");
}

/** What the world can be asked about: the workspace, and no hidden variable, for the world's words are shown. */
export function subjectOf(value: Value, module: Module): string | undefined {
  const id = loneHole(value)?.id;
  return id === WORKSPACE.id || (id !== undefined && variableOf(id, module)?.hidden === false) ? id : undefined;
}

/** Whether the subject can be null. */
export function isNullable(subject: string, module: Module): boolean {
  return subject !== WORKSPACE.id && variableOf(subject, module)?.nullable !== false;
}

/** Of this module, or of one around it. */
function variableOf(id: string, module: Module): Variable | undefined {
  const { scope, call } = module;
  const own = id.startsWith(scope) ? known.get(module)?.get(id) : undefined;
  return own ?? (call && variableOf(id, call.from));
}
