// Which partition a policy is in, as far as it says: nobody of another one gets in, and nothing of another one is asked for.

import { isPartition, PARTITION, PARTITIONS } from "../../values/partitions.ts";
import { isKnown, literal, type Text, type Value } from "../../values/value.ts";
import { NoSuchWorld, type World } from "../../values/worlds.ts";
import { wild } from "../patterns/glyph.ts";
import { reached } from "../patterns/matching.ts";
import { type Pattern, textPattern } from "../patterns/pattern.ts";
import { itemsOf } from "./reading.ts";

/** Where the policy leaves several open, each is a world of its own. */
export function partitionIn(world: World, policy: Value): string {
  const known = world.known(PARTITION);
  if (known !== undefined) return known;
  const excluded = world.excluded(PARTITION);
  const [only, ...more] = partitionsOf(policy);
  if (more.length === 0) return [only, ...PARTITIONS].find((one) => one !== undefined && !excluded.has(one)) ?? "aws";
  const found = [only, ...more].find((one) => one !== undefined && world.is(PARTITION, one));
  if (found === undefined) throw new NoSuchWorld();
  return found;
}

/**
 * IAM takes no principal of another partition, so that one that a principal spells out is the policy's; where none does, one
 * that a resource spells out. Else it is one that a pattern on ARNs spells out, or `aws`; and if a wildcard stands for it, any
 * that the patterns tell apart.
 */
export function partitionsOf(policy: Value): readonly string[] {
  const statements = entry(policy, "Statement").flatMap(itemsOf);
  for (const elements of SPELLING) {
    const written = statements.flatMap((one) => elements.flatMap((name) => entry(one, name)));
    const named = written.flatMap(textsOf).flatMap((text) => literalPartitions(headOf(text)));
    if (named.length > 0) return [...new Set(named)];
  }
  const patterns = statements.flatMap((one) => entry(one, "Condition").flatMap(arnPatterns)).map(headOf);
  const found = new Set([...patterns.flatMap((text) => literalPartitions(text.toLowerCase())), "aws"]);
  if (!patterns.some(isOpen)) return [...found];
  const automata = patterns.map((text) => textPattern(wild(text), true));
  const seen = new Set([...found].map((partition) => signatureOf(partition, automata)));
  for (const partition of PARTITIONS) {
    const signature = signatureOf(partition, automata);
    if (!seen.has(signature)) found.add(partition);
    seen.add(signature);
  }
  return [...found];
}

const SPELLING = [
  ["Principal", "NotPrincipal"],
  ["Resource", "NotResource"],
] as const;

/** What is left to match of each pattern behind the fields before the account. */
function signatureOf(partition: string, patterns: readonly Pattern[]): string {
  return patterns.map((pattern) => reached(pattern, `arn:${partition}:iam::`).join()).join("|");
}

function literalPartitions(text: string): string[] {
  const [arn, partition = ""] = text.split(":");
  return arn === "arn" && isPartition(partition) ? [partition] : [];
}

/** Does a wildcard stand before the second colon? */
function isOpen(text: string): boolean {
  return /[*?]/.test(text.split(":", 2).join(":"));
}

/** The texts that ARNs of callers and of sources are compared with. */
function arnPatterns(condition: Value): Text[] {
  if (condition.kind !== "map") return [];
  return [...condition.entries.values()].flatMap(({ value: keys }) => {
    const open = keys.kind === "unknown" ? (keys.entries ?? []) : [];
    const known = keys.kind === "map" ? Array.from(keys.entries, ([key, { value }]) => [key, value] as const) : [];
    return [...known, ...open.map(([key, value]) => [literal(key) ?? "", value] as const)].flatMap(([key, value]) =>
      ARN_KEYS.has(key.toLowerCase()) ? textsOf(value) : [],
    );
  });
}

const ARN_KEYS = new Set(["aws:principalarn", "aws:sourcearn"]);

function entry(value: Value, name: string): Value[] {
  const found = value.kind === "map" ? value.entries.get(name) : undefined;
  return found === undefined ? [] : [found.value];
}

export function textsOf(value: Value): Text[] {
  if (value.kind === "text") return [value];
  if (value.kind === "list") return value.items.flatMap(textsOf);
  if (value.kind === "unknown") return (value.entries ?? []).flatMap(([, inner]) => textsOf(inner));
  return value.kind === "map" ? [...value.entries.values()].flatMap((one) => textsOf(one.value)) : [];
}

/** What is spelled out before the first hole. */
function headOf({ parts }: Text): string {
  const hole = parts.findIndex((part) => !isKnown(part));
  const known = hole < 0 ? parts : parts.slice(0, hole);
  return known.map((part) => (isKnown(part) ? part.text : "")).join("");
}
