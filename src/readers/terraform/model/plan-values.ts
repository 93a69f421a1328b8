// The interface by which a configuration asks its plan for values.

import type { Document } from "../../../text/document.ts";
import type { Origin, Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import type { Whereabouts } from "../../reader.ts";
import type { Argument } from "./body.ts";

/** Addresses are whole, with the keys of instances, unless something else is said. Undefined: the plan does not tell. */
export interface PlanValues {
  readonly document: Document;
  /** Of a variable of the root module. */
  variable(name: string, origin: Origin): Value | undefined;
  /** Of a resource or data source. */
  attribute(address: string, name: string, origin: Origin): Value | undefined;
  /** Of the instances of a resource or module call, whose address comes without one; none where it has no instances. */
  keys(address: string): readonly (string | number)[];
  /** Addresses of all instances of what a module declares, in all instances of the module; `calls`: the names of those that lead to it. */
  instances(calls: readonly string[], address: string): readonly string[];
  /** Has it the module that calls of these names lead to? */
  has(calls: readonly string[]): boolean;
  /** The argument of a resource as it will be: what the plan tells, at the places where the configuration writes it. */
  argument(
    address: string,
    name: string,
    written: Argument | undefined,
    value: Value | undefined,
    world: World,
  ): Value | undefined;
  /** Whose account the resource is in, and which others the plan shows. */
  whereabouts(address: string): Whereabouts;
  isSecret(address: string, name: string): boolean;
}
