// The values that the deploying resource gives to the parameters of a nested template, limited to what these accept.

import { isList } from "../../../text/document.ts";
import { unknownHere } from "../../../values/hole.ts";
import { join, split } from "../../../values/text.ts";
import { isKnown, literal, loneHole, type Origin, type Text, type Unknown, type Value } from "../../../values/value.ts";
import { type Evaluation, evaluateName, refuse } from "../evaluate/evaluation.ts";
import { memberOf } from "../evaluate/members.ts";
import { callOf, child, childAt, children, isFunctionName, type Node } from "../model/node.ts";
import type { Parameter } from "../model/parameter.ts";

/** Undefined: the parent stack says nothing of this parameter, or there is none. */
export function argumentFor(parameter: Parameter, origin: Origin, evaluation: Evaluation): Value | undefined {
  const argument = chooseOverride(parameter, origin, evaluation) ?? givenByParent(parameter, evaluation);
  return argument === undefined || argument.kind === "absent" ? undefined : fitToParameter(argument, parameter, origin);
}

function givenByParent({ name }: Parameter, { template, parent, world, mode }: Evaluation): Value | undefined {
  const { externalParent } = template;
  if (externalParent !== undefined)
    return mode === "certain" ? externalParent.argumentInAllWorlds(name) : externalParent.argument(name, world);
  const resource = template.parent?.resource;
  if (resource === undefined || parent === undefined) return undefined;
  const list = memberOf(memberOf(resource, "Properties", parent), "Parameters", parent);
  return list === undefined || "kind" in list ? list : argumentInNode(list, name, parent);
}

/** A map of names to values, or a list of keys and values. */
function argumentInNode(node: Node, name: string, parent: Evaluation): Value | undefined {
  if (isList(node.json)) {
    return children(node).reduce<Value | undefined>(
      (found, each) => found ?? argumentInNode(each, name, parent),
      undefined,
    );
  }
  const key = child(node, "ParameterKey");
  if (key === undefined && isFunctionName(callOf(node)?.name))
    return argumentInValue(parent.evaluate(node, parent), name);
  const value = key === undefined ? name : evaluateName(key, parent) === name ? "ParameterValue" : undefined;
  const argument = value === undefined ? undefined : memberOf(node, value, parent);
  return argument === undefined || "kind" in argument ? argument : parent.evaluate(argument, parent);
}

/** The same of what is worked out already; `key` and `given` are what the members of a pair are called. */
export function argumentInValue(
  value: Value,
  name: string,
  key = "ParameterKey",
  given = "ParameterValue",
): Value | undefined {
  if (value.kind === "list") {
    return value.items.reduce<Value | undefined>(
      (found, each) => found ?? argumentInValue(each, name, key, given),
      undefined,
    );
  }
  if (value.kind !== "map") return value.kind === "unknown" ? value : undefined;
  const named = value.entries.get(key);
  if (named === undefined) return value.entries.get(name)?.value;
  return literal(named.value) === name ? value.entries.get(given)?.value : undefined;
}

/** A stack set may give some of its stacks other values. */
function chooseOverride({ name, hole }: Parameter, origin: Origin, evaluation: Evaluation): Value | undefined {
  const { mode, world, template } = evaluation;
  const overrides = template.externalParent?.overrides(name, world) ?? overridesIn(name, evaluation);
  const source = `overrides of ${name}`;
  if (overrides.length > 0 && mode === "certain") return unknownHere(source, "parameter", source, origin);
  return overrides.find((_, index) => world.holds(`override ${index} of ${hole.id}`));
}

function overridesIn(name: string, { template, parent }: Evaluation): readonly Value[] {
  const groups = template.parent && childAt(template.parent.resource, ["Properties", "StackInstancesGroup"]);
  if (groups === undefined || parent === undefined) return [];
  return children(groups).flatMap((group) => {
    const list = child(group, "ParameterOverrides");
    const value = list && argumentInNode(list, name, parent);
    return value === undefined ? [] : [value];
  });
}

function fitToParameter(value: Value, parameter: Parameter, origin: Origin): Value {
  const { list, indirect } = parameter;
  if (indirect) return { kind: "text", parts: [{ hole: parameter.hole }], type: "string", origin };
  const shaped =
    value.kind === "text" && list
      ? split(",", value, origin)
      : value.kind === "list" && !list
        ? join(",", value, origin)
        : value;
  const items = shaped.kind === "list" ? shaped.items : [shaped];
  if (items.some((item) => isRejected(literal(item), parameter)))
    refuse(`a value that ${parameter.hole.source} does not accept`);
  return narrowToParameter(shaped, parameter, origin);
}

function isRejected(word: string | undefined, { hole }: Parameter): boolean {
  return word !== undefined && !hole.admits(word);
}

/** A value that deployment decides is held to what both parameters accept. */
function narrowToParameter(value: Value, { hole }: Parameter, origin: Origin): Value {
  const lone = loneHole(value);
  if (lone === undefined) return { ...value, origin };
  const both = {
    ...lone,
    admits: (word: string) => lone.admits(word) && hole.admits(word),
    ...(hole.reason === "sensitive" && { reason: hole.reason }),
    ...(lone.sort === undefined && hole.sort !== undefined && { sort: hole.sort }),
  };
  return value.kind === "text" && !value.parts.every(isKnown)
    ? ({ ...value, parts: [{ hole: both }], origin } satisfies Text)
    : ({ kind: "unknown", why: both, origin } satisfies Unknown);
}
