// What a stack of CloudFormation that Terraform makes gives to the parameters of its template.

import { hole, unknown } from "../../values/hole.ts";
import { literal, type Value } from "../../values/value.ts";
import { type Allowance, inEveryWorld, NoSuchWorld, type World } from "../../values/worlds.ts";
import type { ExternalParent } from "../cloudformation/model/template.ts";
import { argumentInValue } from "../cloudformation/references/arguments.ts";
import type { Resource } from "../reader.ts";

export const PARAMETERS = "parameters";
export const MOST_WORLDS = 64;
/** Stacks of a stack set that are resources of their own. */
const INSTANCES = new Set(["aws_cloudformation_stack_set_instance", "aws_cloudformation_stack_instances"]);

/** `all`: what may add stacks to a stack set. */
export function argumentsOf(
  outer: Resource,
  distant: boolean,
  all: readonly Resource[],
  allowance?: Allowance,
): ExternalParent {
  const known = new Map<string, Value | undefined>();
  const argument = (name: string, world: World) => among(outer.property(PARAMETERS, world), name);
  const instances = distant ? all.filter(({ type }) => INSTANCES.has(type)) : [];
  return {
    givesAllParameters: !distant,
    argument,
    argumentInAllWorlds(name) {
      if (!known.has(name))
        known.set(
          name,
          anywhere(name, outer, (world) => argument(name, world), allowance),
        );
      return known.get(name);
    },
    overrides(name, world) {
      const groups = distant ? ownOverrides(outer, world) : [];
      const given = [...groups, ...instances.flatMap((instance) => overridesIn(instance, outer, world))];
      return given.flatMap((each) => among(each, name) ?? []);
    },
  };
}

/** Awscc has lists of pairs where aws has maps. */
function among(value: Value, name: string): Value | undefined {
  return argumentInValue(value, name, "parameter_key", "parameter_value");
}

function anywhere(
  name: string,
  outer: Resource,
  argument: (world: World) => Value | undefined,
  allowance?: Allowance,
): Value | undefined {
  const { outcomes, complete } = inEveryWorld(argument, { worlds: MOST_WORLDS, allowance });
  const [first] = outcomes;
  const written = (value: Value | undefined) => value && literal(value);
  const isSame = outcomes.every(({ result }) => written(result) === written(first?.result));
  if (complete && isSame && (first?.result === undefined || written(first.result) !== undefined)) return first?.result;
  const source = `${PARAMETERS}.${name} of ${outer.id}`;
  return unknown(hole(source, "parameter", source), outer.origin);
}

/** Of an awscc stack set, which has its stacks in it. */
function ownOverrides(outer: Resource, world: World): readonly Value[] {
  if (!outer.type.startsWith("awscc_")) return [];
  const groups = outer.property("stack_instances_group", world);
  if (groups.kind === "unknown") return [groups];
  const list = groups.kind === "list" ? groups.items : [groups];
  return list.flatMap((group) => {
    if (group.kind === "unknown") return [group];
    const overrides = group.kind === "map" ? group.entries.get("parameter_overrides")?.value : undefined;
    return overrides === undefined ? [] : [overrides];
  });
}

/** Stacks of a set may be resources of their own. */
function overridesIn(instance: Resource, outer: Resource, world: World): readonly Value[] {
  try {
    const [set, name] = [instance.property("stack_set_name", world), outer.property("name", world)].map(literal);
    if (set !== undefined && name !== undefined && set !== name) return [];
    const overrides = instance.property("parameter_overrides", world);
    return overrides.kind === "absent" ? [] : [overrides];
  } catch (thrown) {
    if (thrown instanceof NoSuchWorld) return [];
    throw thrown;
  }
}
