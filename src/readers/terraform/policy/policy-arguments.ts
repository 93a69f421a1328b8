// The blocks of an aws_iam_policy_document, put together as the arguments that its policy is rendered from.

import { unknown } from "../../../values/hole.ts";
import { type Hole, loneHole, type Origin, type Struct, type Value } from "../../../values/value.ts";
import { holdsAny } from "../expressions/conditions.ts";
import { type Evaluation, inMode, isNull, resultOf, withNames } from "../expressions/evaluation.ts";
import { anyElement, elementsOf } from "../expressions/members.ts";
import { type Body, type Dynamic, isDynamic } from "../model/body.ts";
import { policyDocument } from "./policy-document.ts";

/** Arguments, and blocks with theirs. */
interface Shape {
  readonly arguments: readonly string[];
  readonly blocks: Readonly<Record<string, Shape>>;
}

const PRINCIPALS: Shape = { arguments: ["type", "identifiers"], blocks: {} };

/** hashicorp/terraform-provider-aws, website/docs/d/iam_policy_document.html.markdown, "Argument Reference". */
const DOCUMENT: Shape = {
  arguments: [
    "version",
    "policy_id",
    "source_json",
    "override_json",
    "source_policy_documents",
    "override_policy_documents",
  ],
  blocks: {
    statement: {
      arguments: ["sid", "effect", "actions", "not_actions", "resources", "not_resources"],
      blocks: {
        principals: PRINCIPALS,
        not_principals: PRINCIPALS,
        condition: { arguments: ["test", "variable", "values"], blocks: {} },
      },
    },
  },
};

export function documentOf(body: Body, evaluation: Evaluation): Value {
  return policyDocument(structOf(body, DOCUMENT, evaluation), body.origin);
}

/** Blocks as a list of what is in them; undefined where there is none. */
export function blocksOf(body: Body, kind: string, evaluation: Evaluation): Value | undefined {
  const items = body.blocks(kind).flatMap((block) => contents(block, shapeOf(block), evaluation));
  const [first] = items;
  return first && { kind: "list", items, origin: first.origin };
}

/** All that is written in it. */
function shapeOf(block: Body | Dynamic): Shape {
  const body = isDynamic(block) ? block.content : block;
  const inner = body.kinds().map((kind) => [kind, body.blocks(kind).map(shapeOf).reduce(merged, NONE)] as const);
  return { arguments: body.names(), blocks: Object.fromEntries(inner) };
}

const NONE: Shape = { arguments: [], blocks: {} };

function merged(one: Shape, other: Shape): Shape {
  return {
    arguments: [...new Set([...one.arguments, ...other.arguments])],
    blocks: Object.fromEntries(
      [...Object.keys(one.blocks), ...Object.keys(other.blocks)].map((kind) => [
        kind,
        merged(one.blocks[kind] ?? NONE, other.blocks[kind] ?? NONE),
      ]),
    ),
  };
}

function structOf(body: Body, shape: Shape, evaluation: Evaluation): Struct {
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const name of shape.arguments) {
    const argument = body.argument(name);
    const value = argument?.value(evaluation);
    if (argument === undefined || value === undefined || isNull(value)) continue;
    entries.set(name, { key: { ...argument.origin, what: "key" }, value });
  }
  for (const [name, inner] of Object.entries(shape.blocks)) {
    const blocks = body.blocks(name).flatMap((block) => contents(block, inner, evaluation));
    const [first] = blocks;
    if (first === undefined) continue;
    entries.set(name, { key: first.origin, value: { kind: "list", items: blocks, origin: first.origin } });
  }
  return { kind: "map", entries, origin: body.origin };
}

function contents(block: Body | Dynamic, shape: Shape, evaluation: Evaluation): readonly Value[] {
  if (!isDynamic(block)) return [structOf(block, shape, evaluation)];
  const { forEach, iterator, content } = block;
  const withElement = (outer: Evaluation, [key, value]: readonly [Value, Value]): Evaluation => {
    const element: Struct = {
      kind: "map",
      entries: new Map([
        ["key", { key: key.origin, value: key }],
        ["value", { key: value.origin, value }],
      ]),
      origin: value.origin,
    };
    return withNames(outer, [[iterator, element]]);
  };
  const collection = forEach.value(evaluation);
  const elements = elementsOf(collection);
  if (!("id" in elements)) return elements.map((element) => structOf(content, shape, withElement(evaluation, element)));
  if (evaluation.mode === "certain") return [unknown(resultOf("dynamic", [collection]), content.origin)];
  // In one world the block is there, in another it is not.
  if (!holdsAny(elements, evaluation)) return [];
  const element = anyElement(elements, forEach.origin);
  const asWritten = structOf(content, shape, withElement(inMode(evaluation, "certain"), element));
  if (isOfAnyShape(asWritten, elements)) return [unknown(elements, content.origin)];
  return [structOf(content, shape, withElement(evaluation, element))];
}

/** The id of what is made of too much to be spelled. */
const HASHED = /^[\da-f]{64}$/;
/** Parts of a statement that together make it one that IAM refuses, or do not, according to which are there. */
const ALTERNATIVES = ["not_actions", "resources", "not_resources", "principals", "not_principals"];

/** Does deployment decide which parts it has? That it could leave out or add what makes a flaw is no flaw of the configuration. */
function isOfAnyShape({ entries }: Struct, { id: collection }: Hole): boolean {
  const isOpen = (value: Value | undefined): boolean => {
    const hole = loneHole(value);
    return hole !== undefined && (hole.id.includes(`element of ${collection}`) || HASHED.test(hole.id));
  };
  return ALTERNATIVES.some((name) => {
    const value = entries.get(name)?.value;
    return value?.kind === "list" ? value.items.some((item) => item.kind === "unknown" && isOpen(item)) : isOpen(value);
  });
}
