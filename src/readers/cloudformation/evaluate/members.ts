// The members of a map in a template, with loops expanded and local files included.

import { isObject } from "../../../text/document.ts";
import type { Reason } from "../../../values/doubt.ts";
import { unknown } from "../../../values/hole.ts";
import { literal, sourceText, type Unknown, type Value } from "../../../values/value.ts";
import { affordsCopy } from "../../allowance.ts";
import { FOR_EACH, INCLUDE, isExpandingKey, TRANSFORM } from "../model/expanding-keys.ts";
import { type Binding, callOf, child, childAt, children, isFunctionName, type Node, originOf } from "../model/node.ts";
import { type Evaluation, evaluateName, step, unknownAt, unknownPastLimits } from "./evaluation.ts";
import { substituteIdentifiers } from "./substitute.ts";

export type Member =
  | { readonly name: string; readonly node: Node /** Deployment decides the name. */; readonly open: boolean }
  /** Members with unknown names. */
  | { readonly unclear: Unknown };

/** How a loop treats a collection that deployment decides: as iterations of its own, or as unknown. */
export type BindUnknown = (collection: Node, value: Value) => readonly Binding[] | undefined;

/** In the order of the text; of equal names the later one counts. */
export function membersOf(node: Node, evaluation: Evaluation, undecided: BindUnknown): readonly Member[] {
  const keys = isObject(node.json) ? Object.keys(node.json) : [];
  return keys.flatMap((key): readonly Member[] => {
    const inner = child(node, key);
    if (inner === undefined) return [];
    // Only loops and files bring more members than the text has.
    if (inner.bindings === undefined && !isExpandingKey(key)) return [{ name: key, node: inner, open: false }];
    const spent = () => [{ unclear: unknownPastLimits(inner, evaluation) }];
    return step(inner, evaluation, () => expandKey(key, inner, evaluation, undecided), spent);
  });
}

/** The member of the name: a value where nobody can tell which members there are, as of a map that is such a value; undefined where there is none. */
export function memberOf(
  map: Node | Unknown | undefined,
  name: string,
  evaluation: Evaluation,
): Node | Unknown | undefined {
  if (map === undefined || "kind" in map) return map;
  const call = callOf(map);
  if (call !== undefined && isFunctionName(call.name) && !isExpandingKey(call.name)) {
    return unknownAt(`${call.name} in place of a map`, "file", map, evaluation);
  }
  if (hasPlainKeys(map)) return child(map, name);
  let found: Node | undefined;
  for (const member of membersOf(map, evaluation, () => undefined)) {
    if ("unclear" in member) return member.unclear;
    if (member.open) return unknownAt(`the property ${member.name}`, "parameter", member.node, evaluation);
    if (member.name === name) found = member.node;
  }
  return found;
}

/** Do its keys stand for themselves? */
function hasPlainKeys({ json, bindings }: Node): boolean {
  return bindings === undefined && isObject(json) && !Object.keys(json).some(isExpandingKey);
}

function expandKey(key: string, inner: Node, evaluation: Evaluation, undecided: BindUnknown): readonly Member[] {
  if (key === TRANSFORM) {
    const found = resolveTransform(inner, evaluation);
    return "unclear" in found ? [found] : membersOf(found, evaluation, undecided);
  }
  if (key.startsWith(FOR_EACH)) return expandForEach(key, inner, evaluation, undecided);
  const name = substituteIdentifiers(key, inner, evaluation);
  return [{ name: literal(name) ?? sourceText(name), node: inner, open: literal(name) === undefined }];
}

/** `[Identifier, Collection, { "Name${Identifier}": Body }]`. */
function expandForEach(key: string, argument: Node, evaluation: Evaluation, undecided: BindUnknown): readonly Member[] {
  const [identifier, collection, body] = children(argument);
  const name = evaluateName(identifier, evaluation);
  if (name === undefined || collection === undefined || body === undefined) {
    return [unclear(key, "malformed", argument, evaluation)];
  }
  const value = evaluation.evaluate(collection, evaluation);
  const bindings = value.kind === "list" ? value.items.map((item) => ({ item })) : undecided(collection, value);
  if (bindings === undefined) return [{ unclear: unknownCollection(value, key, argument, evaluation) }];
  const members: Member[] = [];
  for (const [index, binding] of bindings.entries()) {
    if (index > 0 && !affordsCopy(evaluation.template.deployment.allowance)) {
      return [...members, { unclear: unknownPastLimits(argument, evaluation) }];
    }
    members.push(...membersOf({ ...body, bindings: new Map(body.bindings).set(name, binding) }, evaluation, undecided));
  }
  return members;
}

function unknownCollection(value: Value, key: string, node: Node, evaluation: Evaluation): Unknown {
  return value.kind === "unknown"
    ? unknown(value.why, originOf(node))
    : unclear(key, "malformed", node, evaluation).unclear;
}

/** The value of the argument of Fn::Transform: the file that AWS::Include names, if it is there. */
export function resolveTransform(argument: Node, evaluation: Evaluation): Node | { readonly unclear: Unknown } {
  const { skipped } = evaluation.steps;
  const name = evaluateName(child(argument, "Name"), evaluation) ?? "";
  if (evaluation.steps.skipped > skipped) return { unclear: unknownPastLimits(argument, evaluation) };
  if (name !== INCLUDE) return unclear(`macro ${name}`.trim(), "macro", argument, evaluation);
  const location = includeLocation(argument, evaluation);
  const document = location === undefined ? undefined : evaluation.template.readLocal(location, argument.document);
  if (document === undefined || document instanceof Error) {
    return unclear(`${INCLUDE} of ${location ?? "a file"}`, "file", argument, evaluation);
  }
  const { bindings } = argument;
  return { document, json: document.value, path: [], ...(bindings && { bindings }) };
}

/** What AWS::Include names, by its argument. */
export function includeLocation(argument: Node, evaluation: Evaluation): string | undefined {
  return evaluateName(childAt(argument, ["Parameters", "Location"]), evaluation);
}

function unclear(name: string, reason: Reason, node: Node, evaluation: Evaluation): { readonly unclear: Unknown } {
  return { unclear: unknownAt(name, reason, node, evaluation) };
}
