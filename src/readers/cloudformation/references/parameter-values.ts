// The values that a parameter has in the worlds of a deployment: given, allowed, by default, from whom the configuration says, or open.

import { isList, type Path, scalarText, at as valueAt } from "../../../text/document.ts";
import { openIn, valueOfHole } from "../../../values/hole.ts";
import { charactersAt, slice, text } from "../../../values/text.ts";
import type { Known, List, Origin, Supplier, Text, Value } from "../../../values/value.ts";
import { NoSuchWorld } from "../../../values/worlds.ts";
import { chooseDefaultOrHole } from "../../deployment-values.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Parameter } from "../model/parameter.ts";
import { argumentFor } from "./arguments.ts";

/** Outside mode "split" a parameter that nobody has asked about stays open, so that comparisons decide which words matter. */
export function parameterValue(parameter: Parameter, origin: Origin, evaluation: Evaluation): Value {
  const { name, hole } = parameter;
  const { template, world, mode } = evaluation;
  const argument = argumentFor(parameter, origin, evaluation);
  if (argument !== undefined) return argument;
  const supply = (word: string) => suppliedValue(parameter, word, origin, evaluation);
  if (template.parent?.givesAllParameters || template.externalParent?.givesAllParameters)
    return parameter.default === undefined ? valueOfHole(hole, origin) : supply(parameter.default);
  // The user gives values to the template that he deploys, not to those that it deploys.
  const given = isRoot(template) ? template.deployment.given.get(name) : undefined;
  if (given !== undefined && !parameter.hidden && !parameter.indirect) {
    return valueOfWord(parameter, { text: given, from: { name, by: "given" } }, origin);
  }
  const said = world.known(hole.id);
  if (said !== undefined) return supply(said);
  const left = parameter.allowed?.filter((word) => !world.excluded(hole.id).has(word));
  if (left !== undefined && left.length < 2) {
    const [only] = left;
    if (only !== undefined && (mode === "certain" || world.is(hole.id, only))) return supply(only);
    throw new NoSuchWorld();
  }
  if (mode !== "split") return valueOfHole(openIn(world, hole), origin);
  const allowed = left?.find((word) => world.is(hole.id, word));
  if (allowed !== undefined) return supply(allowed);
  const open = chooseDefaultOrHole(parameter, template.deployment, world);
  return open === "default" ? supply(parameter.default ?? "") : valueOfHole(open, origin);
}

function isRoot({ parent, externalParent }: Evaluation["template"]): boolean {
  return parent === undefined && externalParent === undefined;
}

/** The default of the parameter that the world calls `subject`; undefined where there is none that may be told. */
export function defaultOf(subject: string, evaluation: Evaluation): Value | undefined {
  const { idPrefix, parameter: declared } = evaluation.template;
  const parameter = subject.startsWith(idPrefix) ? declared(subject.slice(idPrefix.length)) : undefined;
  if (parameter?.default === undefined || parameter.hidden) return undefined;
  const value = withSupplier(parameter, parameter.default, evaluation);
  return valueOfWord(parameter, value, value.origin ?? { document: evaluation.template.document, path: [] });
}

/** Elements that are allowed stand one by one among those. */
function suppliedValue(parameter: Parameter, word: string, origin: Origin, evaluation: Evaluation): Text | List {
  if (!parameter.list || word === parameter.default || parameter.allowed?.includes(word) !== true)
    return valueOfWord(parameter, withSupplier(parameter, word, evaluation), origin);
  const items = word.split(",").map((item) => text(withSupplier(parameter, item, evaluation), origin));
  return { kind: "list", items, origin };
}

/** Who supplies the word, and where it stands. */
function withSupplier({ name, default: byDefault, allowed }: Parameter, word: string, evaluation: Evaluation): Known {
  const { document } = evaluation.template;
  const at = (by: Supplier["by"], ...keys: Path): Known => {
    const path = ["Parameters", name, ...keys];
    const json = valueAt(document.value, path) ?? word;
    return { ...charactersAt(json, document, path), from: { name, by } };
  };
  if (word === byDefault) return at("default", "Default");
  const declared = valueAt(document.value, ["Parameters", name, "AllowedValues"]);
  const index = isList(declared) ? declared.findIndex((each) => scalarText(each) === word) : -1;
  if (index >= 0) return at("allowed", "AllowedValues", index);
  return { text: word, from: { name, by: allowed === undefined ? "compared" : "allowed" } };
}

function valueOfWord(parameter: Parameter, value: Known, origin: Origin): Text | List {
  if (!parameter.list) return text(value, origin);
  let start = 0;
  const items = value.text.split(",").map((item) => {
    const first = start + item.length - item.trimStart().length;
    start += item.length + 1;
    return text(slice(value, first, first + item.trim().length), origin);
  });
  return { kind: "list", items, origin };
}
