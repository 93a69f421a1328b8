// Which networks and machines anybody can call from: a condition that lists no other holds nobody back.

import { isDoubt } from "../../values/doubt.ts";
import { replaceVariables } from "../evaluation/condition.ts";
import type { Context } from "../evaluation/context.ts";
import { patternOf } from "../evaluation/listed-value.ts";
import { type Block, block, contains, coverAll } from "../evaluation/network.ts";
import type { Condition, ConditionValue } from "../language/condition.ts";
import { isVariable } from "../language/variables.ts";
import { textOf } from "../patterns/glyph.ts";
import { matches } from "../patterns/matching.ts";
import { hasHole, type Word } from "../patterns/words.ts";

/** A network of somebody of whom the policy knows nothing, as each key spells it. */
const SOMEBODYS = new Map([
  ["aws:sourcevpc", "vpc-0a1b2c3d4e5f67890"],
  ["aws:sourcevpce", "vpce-0a1b2c3d4e5f67890"],
  ["aws:sourcevpcarn", "arn:aws:ec2:us-east-1:444455556666:vpc/vpc-0a1b2c3d4e5f67890"],
  ["aws:ec2instancesourcevpc", "vpc-0a1b2c3d4e5f67890"],
  ["ec2:sourceinstancearn", "arn:aws:ec2:us-east-1:444455556666:instance/i-0a1b2c3d4e5f67890"],
  ["lambda:sourcefunctionarn", "arn:aws:lambda:us-east-1:444455556666:function:example"],
  ["aws:vpceaccount", "444455556666"],
  ["aws:vpceorgid", "o-exampleorgid"],
  ["aws:vpceorgpaths", "o-exampleorgid/r-ab12/ou-ab12-11111111/"],
]);

/** A value as the network that it is of, as an address or as a text. */
interface Network {
  /** Undefined: it stands for nothing that can be told. */
  readonly text?: Word;
  readonly outer?: Block | undefined;
  readonly pattern?: ReturnType<typeof patternOf>;
}

/** Each is held against many. */
const networks = new WeakMap<ConditionValue, Network>();
const covering = new WeakMap<Condition, ReadonlyMap<Block["bits"], boolean>>();

function networkOf(condition: Condition, value: ConditionValue, context: Context): Network {
  const known = networks.get(value);
  if (known !== undefined) return known;
  const glyphs = replaceVariables(value.template, context);
  if (glyphs === undefined || isDoubt(glyphs)) return {};
  const text = textOf(glyphs);
  const network: Network = { text, outer: block(text), pattern: patternOf(condition, glyphs) };
  if (!value.template.some(isVariable)) networks.set(value, network);
  return network;
}

/** Do the blocks of a list hold every address? */
function coversAll(condition: Condition, bits: Block["bits"]): boolean {
  const { values } = condition;
  const blocks = () => (isDoubt(values) ? [] : values.flatMap(({ word }) => block(word) ?? []));
  const known =
    covering.get(condition) ?? new Map(([32, 128] as const).map((each) => [each, coverAll(blocks(), each)]));
  covering.set(condition, known);
  return known.get(bits) === true;
}

/** Is the network none that the conditions list, or listed with those of everybody? */
export function isOpenNetwork(word: Word, conditions: readonly Condition[], context: Context): boolean {
  const address = block(word);
  return conditions.every((condition) => {
    if (isDoubt(condition.values)) return true;
    const isOnBlocks = condition.use.operator.family === "ip";
    if (isOnBlocks && address !== undefined && coversAll(condition, address.bits)) return true;
    return condition.values.every((value) => {
      const { text, outer, pattern } = networkOf(condition, value, context);
      if (text === undefined) return true;
      if (hasHole(text)) return false;
      if (outer !== undefined && address !== undefined) return !contains(outer, address);
      if (pattern === undefined) return true;
      const somebodys = SOMEBODYS.get(condition.key) ?? "";
      return isDoubt(pattern) || !matches(pattern, word) || matches(pattern, somebodys);
    });
  });
}
