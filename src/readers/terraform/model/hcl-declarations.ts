// What a file in HCL declares, block by block.

import type { HclDocument } from "../../../text/hcl/document.ts";
import type { Block } from "../../../text/hcl/syntax.ts";
import { Problem } from "../../../text/problem.ts";
import type { Body } from "./body.ts";
import { hclArgument, hclBody } from "./hcl-body.ts";
import type { Declarations, Declared } from "./module.ts";

/** Blocks that have a name, or a type and a name: how many labels. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ["variable", 1],
  ["output", 1],
  ["module", 1],
  ["provider", 1],
  ["resource", 2],
  ["data", 2],
]);

export function hclDeclarations(document: HclDocument): Declarations {
  const blocks = document.file.body.blocks.filter(({ type, labels }) => labels.length === (LABELS.get(type) ?? 0));
  const named = (kind: string): ReadonlyMap<string, Body> =>
    new Map(
      blocks
        .filter(({ type }) => type === kind)
        .map((block) => [block.labels[0] ?? "", hclBody(document, block)] as const),
    );
  const resources = blocks.filter(({ type }) => type === "resource").map((block) => declared(block, document));
  const data = blocks.filter(({ type }) => type === "data").map((block) => declared(block, document));
  const locals = blocks
    .filter(({ type }) => type === "locals")
    .flatMap(({ body }) => [...body.attributes])
    .map(([name, attribute]) => [name, hclArgument(document, attribute)] as const);
  return {
    variables: named("variable"),
    locals: new Map(locals),
    declared: new Map([...resources, ...data].map((each) => [each.address, each])),
    resources,
    outputs: named("output"),
    calls: named("module"),
    providers: blocks
      .filter(({ type, labels: [name] }) => type === "provider" && name === "aws")
      .map((block) => hclBody(document, block)),
  };
}

function declared(block: Block, document: HclDocument): Declared {
  const [type = "", name = ""] = block.labels;
  const [mode, prefix] = block.type === "data" ? (["data", "data."] as const) : (["managed", ""] as const);
  return { address: `${prefix}${type}.${name}`, mode, type, body: hclBody(document, block) };
}

/** Blocks that have too few labels, or too many. */
export function mislabelled({ file, source }: HclDocument): readonly Problem[] {
  return file.body.blocks.flatMap(({ type, labels, header }) => {
    const count = LABELS.get(type);
    if (count === undefined || labels.length === count) return [];
    const help = `write ${type} ${['"NAME"', '"TYPE" "NAME"'][count - 1]} {`;
    return [new Problem(`a block of type ${type} with ${labels.length} labels`, help, source.position(header.start))];
  });
}
