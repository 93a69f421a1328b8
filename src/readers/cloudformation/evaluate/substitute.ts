// Values named within a text: the variables of Fn::Sub, and the identifiers of loops, which may be in any text and key.

import { upToLast } from "../../../text/scan.ts";
import { derivedHole, elementHole, valueOfHole } from "../../../values/hole.ts";
import { concat, slice, text } from "../../../values/text.ts";
import { isKnown, type Known, type Origin, type Text, type Unknown, type Value } from "../../../values/value.ts";
import { type Binding, type Node, originOf } from "../model/node.ts";
import type { Evaluation } from "./evaluation.ts";

/** `&{Name}` is what a loop's `${Name}` is, without all but letters and digits. */
type Sigil = "$" | "&";
/** Undefined: no value, the characters stand for themselves. */
type ValueNamed = (name: string, sigil: Sigil) => Value | undefined;

const NAMED = /([$&])\{(!?)([^}]*)\}/g;

/** The template of Fn::Sub, in which `${!Name}` stands for the characters `${Name}`. `place` is the scalar that holds it; none if it is ours. */
export function substitute(template: string, valueNamed: ValueNamed, origin: Origin, place?: Origin): Text | Unknown {
  const whole: Known = { text: template, ...(place && { origin: place }) };
  return replaceNames(whole, origin, ({ 1: sigil, 2: literally, 3: name = "", index, 0: all }) => {
    if (!literally) return valueNamed(name.trim(), sigil as Sigil);
    const mark = index + "${".length;
    return concat(
      [slice(whole, index, mark), slice(whole, mark + "!".length, index + all.length)].map((each) =>
        text(each, origin),
      ),
      origin,
    );
  });
}

/** A text or key within loops. */
export function substituteIdentifiers(template: string, node: Node, evaluation: Evaluation): Text | Unknown {
  const origin = originOf(node);
  const whole: Known = { text: template, origin };
  if (node.bindings === undefined) return text(whole, origin);
  return replaceNames(whole, origin, ({ 1: sigil, 3: name = "" }) =>
    identifierValue(name, sigil as Sigil, node, evaluation),
  );
}

/** What a loop's identifier stands for there; undefined for any other name. */
export function identifierValue(
  name: string,
  sigil: Sigil,
  { bindings }: Node,
  evaluation: Evaluation,
): Value | undefined {
  const binding = bindings?.get(name);
  const value = binding && boundValue(binding, evaluation);
  if (value?.kind !== "text" || sigil === "$") return value;
  const parts = value.parts.map((part) =>
    isKnown(part)
      ? { ...part, text: part.text.replace(/[^A-Za-z0-9]/g, "") }
      : { hole: derivedHole(part.hole, `letters and digits of ${part.hole.id}`) },
  );
  return { ...value, parts };
}

function boundValue(binding: Binding, evaluation: Evaluation): Value {
  if ("item" in binding) return binding.item;
  const list = evaluation.evaluate(binding.anyElementOf, evaluation);
  if (list.kind !== "unknown") return list.kind === "list" ? (list.items[0] ?? list) : list;
  return valueOfHole(elementHole(list.why, `each of ${list.why.id}`), list.origin);
}

function replaceNames(whole: Known, origin: Origin, valueFor: (match: RegExpExecArray) => Value | undefined) {
  const values: Value[] = [];
  let end = 0;
  for (const match of upToLast("}", whole.text).matchAll(NAMED)) {
    const value = valueFor(match);
    if (value === undefined) continue;
    values.push(text(slice(whole, end, match.index), origin), value);
    end = match.index + match[0].length;
  }
  return concat([...values, text(slice(whole, end, whole.text.length), origin)], origin);
}
