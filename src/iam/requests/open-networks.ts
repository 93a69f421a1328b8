// Which networks and machines anybody can call from: a condition that lists no other holds nobody back.

import { isDoubt } from "../../values/doubt.ts";
import { replaceVariables } from "../evaluation/condition.ts";
import type { Context } from "../evaluation/context.ts";
import { patternOf } from "../evaluation/listed-value.ts";
import { block, contains, coverAll } from "../evaluation/network.ts";
import type { Condition } from "../language/condition.ts";
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

/** Is the network none that the conditions list, or listed with those of everybody? */
export function isOpenNetwork(word: Word, conditions: readonly Condition[], context: Context): boolean {
  return conditions.every((condition) => {
    if (isDoubt(condition.values)) return true;
    const address = block(word);
    const isOnBlocks = condition.use.operator.family === "ip";
    const blocks = condition.values.flatMap((value) => block(value.word) ?? []);
    if (isOnBlocks && address !== undefined && coverAll(blocks, address.bits)) return true;
    return condition.values.every(({ template }) => {
      const glyphs = replaceVariables(template, context);
      if (glyphs === undefined || isDoubt(glyphs)) return true;
      const text = textOf(glyphs);
      if (hasHole(text)) return false;
      const outer = block(text);
      if (outer !== undefined && address !== undefined) return !contains(outer, address);
      const pattern = patternOf(condition, glyphs);
      const somebodys = SOMEBODYS.get(condition.key) ?? "";
      return isDoubt(pattern) || !matches(pattern, word) || matches(pattern, somebodys);
    });
  });
}
