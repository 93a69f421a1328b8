// Override files, laid over what the other files of a module declare (https://developer.hashicorp.com/terraform/language/files/override).

import { literal } from "../../../values/value.ts";
import type { Body } from "./body.ts";
import type { Declarations, Declared } from "./module.ts";

/** What `over` declares anew is changed in its place; what it alone declares Terraform refuses, and is added here. */
export function mergeOverride(base: Declarations, over: Declarations): Declarations {
  const declared = overrideEach(base.declared, over.declared, overrideResource);
  return {
    variables: overrideEach(base.variables, over.variables, overrideBody),
    locals: new Map([...base.locals, ...over.locals]),
    declared,
    resources: [
      ...base.resources.map((each) => overrideResource(each, over.declared.get(each.address))),
      ...over.resources.filter(({ address }) => !base.declared.has(address)),
    ],
    outputs: overrideEach(base.outputs, over.outputs, overrideBody),
    calls: overrideEach(base.calls, over.calls, overrideBody),
    providers: overrideProviders(base.providers, over.providers),
  };
}

function overrideEach<V>(
  base: ReadonlyMap<string, V>,
  over: ReadonlyMap<string, V>,
  both: (base: V, over: V | undefined) => V,
): ReadonlyMap<string, V> {
  return new Map([...over, ...Array.from(base, ([name, each]) => [name, both(each, over.get(name))] as const)]);
}

function overrideResource(base: Declared, over: Declared | undefined): Declared {
  return over === undefined ? base : { ...base, body: overrideBody(base.body, over.body) };
}

/** A block stays where it is first written. */
function overrideBody(base: Body, over: Body | undefined): Body {
  if (over === undefined) return base;
  return {
    origin: base.origin,
    source: (name) => `${base.source(name)}\n${over.source(name)}`,
    names: () => [...new Set([...base.names(), ...over.names()])],
    kinds: () => [...new Set([...base.kinds(), ...over.kinds()])],
    argument: (name) => over.argument(name) ?? base.argument(name),
    written: (name) => over.written(name) ?? base.written(name),
    constant: (name) => over.constant(name) ?? base.constant(name),
    blocks(name) {
      const blocks = over.blocks(name);
      return blocks.length > 0 ? blocks : base.blocks(name);
    },
  };
}

/** Told apart by their aliases. */
function overrideProviders(base: readonly Body[], over: readonly Body[]): readonly Body[] {
  const aliasOf = (body: Body) => literal(body.constant("alias"));
  const laid = base.map((each) =>
    over.filter((other) => aliasOf(other) === aliasOf(each)).reduce((whole, other) => overrideBody(whole, other), each),
  );
  return [...laid, ...over.filter((each) => base.every((other) => aliasOf(other) !== aliasOf(each)))];
}
