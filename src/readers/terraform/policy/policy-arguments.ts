// The blocks of an aws_iam_policy_document, put together as the arguments that its policy is rendered from.

import { unknown } from "../../../values/hole.ts";
import type { Origin, Struct, Value } from "../../../values/value.ts";
import { type Evaluation, isNull, resultOf, withNames } from "../expressions/evaluation.ts";
import { anyElement, elementsOf } from "../expressions/members.ts";
import { type Body, type Dynamic, isDynamic } from "../modules/body.ts";
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
  const turn = ([key, value]: readonly [Value, Value]) => {
    const element: Struct = {
      kind: "map",
      entries: new Map([
        ["key", { key: key.origin, value: key }],
        ["value", { key: value.origin, value }],
      ]),
      origin: value.origin,
    };
    return structOf(content, shape, withNames(evaluation, [[iterator, element]]));
  };
  const collection = forEach.value(evaluation);
  const elements = elementsOf(collection);
  if (!("id" in elements)) return elements.map(turn);
  if (evaluation.mode === "quiet") return [unknown(resultOf("dynamic", [collection]), content.origin)];
  // In one world the block is there, in another it is not.
  if (!evaluation.world.holds(`any block for ${elements.id}`)) return [];
  return [turn(anyElement(elements, forEach.origin))];
}
