// The arguments of an aws_iam_policy_document, rendered as the policy that the AWS provider makes of them.
// Source: hashicorp/terraform-provider-aws, internal/service/iam/policy_document_data_source.go and policy_model.go.

import { parseObject } from "../../../values/embedded.ts";
import { keyOf } from "../../../values/equality.ts";
import { hole, unknown } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import {
  type Absent,
  holeOf,
  isKnown,
  literal,
  loneHole,
  type OpenEntries,
  type Origin,
  type Struct,
  type Unknown,
  type Value,
} from "../../../values/value.ts";
import { type Entries, itemsOf, LATEST_VERSION, merged, struct } from "./policy-merge.ts";

/** Statement arguments that are lists of words, and the elements that they become. */
const LISTS: readonly (readonly [argument: string, element: string])[] = [
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
];

/** A map with Version and Statement; unknown where one of the merged documents is, for it may replace any statement and add others. */
export function policyDocument(argumentsGiven: Struct, origin: Origin): Value {
  return merged(
    [
      ...documentsIn(argumentsGiven, "source_json"),
      ...documentsIn(argumentsGiven, "source_policy_documents"),
      ownDocument(argumentsGiven, origin),
      ...documentsIn(argumentsGiven, "override_policy_documents"),
      ...documentsIn(argumentsGiven, "override_json"),
    ],
    origin,
  );
}

/** The policies that an argument lists as JSON texts, parsed; an empty one counts for nothing. */
function documentsIn(given: Struct, name: string): readonly Value[] {
  const value = given.entries.get(name)?.value;
  if (value === undefined || value.kind === "absent") return [];
  if (value.kind === "unknown") return [value];
  return itemsOf(value).map((item): Value => {
    if (item.kind !== "text") return item;
    return literal(item)?.trim() === "" ? { kind: "absent", origin: item.origin } : parseObject(item);
  });
}

function ownDocument(given: Struct, origin: Origin): Struct | Unknown {
  const statements = argument(given, "statement");
  if (statements?.kind === "unknown") return statements;
  const items = statements === undefined ? [] : itemsOf(statements);
  return struct(
    [
      ["Version", argument(given, "version") ?? text({ text: LATEST_VERSION }, origin)],
      ["Id", argument(given, "policy_id")],
      ["Statement", { kind: "list", items: items.map(renderStatement), origin }],
    ],
    origin,
  );
}

function renderStatement(block: Value): Value {
  if (block.kind !== "map") return unclear(block);
  const { origin } = block;
  return struct(
    [
      ["Sid", argument(block, "sid")],
      ["Effect", argument(block, "effect") ?? text({ text: "Allow" }, origin)],
      ...LISTS.map(([name, element]): [string, Value | undefined] => [element, filled(listOf(block, name))]),
      ["Principal", principals(filled(argument(block, "principals")))],
      ["NotPrincipal", principals(filled(argument(block, "not_principals")))],
      ["Condition", conditions(filled(argument(block, "condition")))],
    ],
    origin,
  );
}

/** Only one block with the type "*" for "*" becomes the word "*": the provider's MarshalJSON of principals. */
function principals(blocks: Value | undefined): Value | undefined {
  if (blocks === undefined || blocks.kind === "unknown") return blocks;
  const byType: Entries = new Map();
  const items = itemsOf(blocks);
  for (const block of items) {
    if (block.kind !== "map") return unclear(block);
    const type = block.entries.get("type")?.value ?? block;
    const name = literal(type);
    if (name === undefined) return unclear(type);
    const identifiers = listOf(block, "identifiers") ?? { kind: "list", items: [], origin: block.origin };
    const all = items.length === 1 && name === "*" ? itemsOf(identifiers) : [];
    const [only] = all;
    if (only !== undefined && all.length === 1 && literal(only) === "*") return only;
    add(byType, name, type.origin, identifiers);
  }
  return { kind: "map", entries: byType, origin: blocks.origin };
}

function conditions(blocks: Value | undefined): Value | undefined {
  if (blocks === undefined || blocks.kind === "unknown") return blocks;
  const byOperator = new Map<string, { readonly key: Origin; readonly keys: Keys; readonly block: Value }>();
  for (const block of itemsOf(blocks)) {
    if (block.kind !== "map") return unclear(block);
    const test = block.entries.get("test")?.value ?? block;
    const variable = block.entries.get("variable")?.value ?? block;
    const operator = literal(test);
    // A condition with an operator that is not known may be any condition.
    if (operator === undefined) return { ...unclear(test), entries: entriesIn(blocks) };
    const found = byOperator.get(operator) ?? { key: test.origin, keys: new Map(), block };
    byOperator.set(operator, found);
    const values = listOf(block, "values") ?? { kind: "list", items: [], origin: block.origin };
    const before = found.keys.get(keyOf(variable));
    found.keys.set(keyOf(variable), { variable: before?.variable ?? variable, values: added(before?.values, values) });
  }
  const entries: Entries = new Map();
  for (const [operator, { key, keys, block }] of byOperator) {
    entries.set(operator, { key, value: ofKeys([...keys.values()], block.origin) });
  }
  return { kind: "map", entries, origin: blocks.origin };
}

/** The keys of one operator, each with all the values that the blocks give it. */
type Keys = Map<string, { readonly variable: Value; readonly values: Value }>;

function ofKeys(keys: readonly { readonly variable: Value; readonly values: Value }[], origin: Origin): Value {
  const entries: Entries = new Map();
  for (const { variable, values } of keys) {
    const name = literal(variable);
    if (name === undefined) return { ...unclear(variable), entries: keys.map((each) => [each.variable, each.values]) };
    entries.set(name, { key: variable.origin, value: values });
  }
  return { kind: "map", entries, origin };
}

/** By their operators, each with its key. */
function entriesIn(blocks: Value): OpenEntries {
  return itemsOf(blocks).map((block) => {
    const [test = block, variable = block] = ["test", "variable"].map((name) => {
      return block.kind === "map" ? block.entries.get(name)?.value : undefined;
    });
    return [test, { ...unclear(variable), entries: [[variable, block]] }];
  });
}

/** Blocks that name the same thing add their values to each other. */
function add(entries: Entries, name: string, key: Origin, values: Value): void {
  const before = entries.get(name);
  entries.set(name, { key: before?.key ?? key, value: added(before?.value, values) });
}

function added(before: Value | undefined, values: Value): Value {
  if (before === undefined) return values;
  return { kind: "list", items: [...itemsOf(before), ...itemsOf(values)], origin: before.origin };
}

/** An argument that is not given, null, or an empty text has its default. */
function argument(given: Struct, name: string): Exclude<Value, Absent> | undefined {
  const value = given.entries.get(name)?.value;
  return value === undefined || value.kind === "absent" || literal(value) === "" ? undefined : value;
}

/** An empty list of blocks or words is none. */
function filled<T extends Value>(value: T | undefined): T | undefined {
  return value?.kind === "list" && value.items.length === 0 ? undefined : value;
}

/** What stands in the place of a block, or of its name, and is none. */
function unclear(value: Value): Unknown {
  return unknown(holeOf(value) ?? hole("no block", "malformed", "an argument that is no text"), value.origin);
}

/** An argument that takes a list of words. One that is not known as a whole is any number of them. */
function listOf(given: Struct, name: string): Exclude<Value, Absent> | undefined {
  const value = argument(given, name);
  const lone = loneHole(value);
  if (value === undefined || lone === undefined) return value && withVariables(value);
  return unknown({ ...lone, many: true }, value.origin);
}

/** Terraform has `${` for itself, so that policy variables are written `&{…}`. */
function withVariables<T extends Value>(values: T): T {
  if (values.kind === "list") return { ...values, items: values.items.map(withVariables) };
  if (values.kind !== "text") return values;
  const parts = values.parts.map((part) =>
    isKnown(part) ? { ...part, text: part.text.replaceAll("&{", "${") } : part,
  );
  return { ...values, parts };
}
