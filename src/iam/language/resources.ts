// The Resource or NotResource of a statement: what it says the actions are on.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import type { Struct, Text } from "../../values/value.ts";
import type { Words } from "../patterns/words.ts";
import type { Flaw } from "./flaw.ts";
import { asText, itemsOf, noteMalformed, type PolicyReading } from "./reading.ts";
import { type Template, template } from "./variables.ts";

export interface Resources {
  readonly negated: boolean;
  readonly patterns: readonly Template[];
}

/** Undefined: the statement names none, or may not; IAM takes none in a trust policy, and what else it says counts as if none were there. */
export function readResources(
  statement: Struct,
  { policy, variables }: PolicyReading,
  words: Words,
  flaws: Flaw[],
): Resources | Doubt | undefined {
  const positive = statement.entries.get("Resource");
  const negative = statement.entries.get("NotResource");
  if (policy === "trust") {
    for (const name of ["Resource", "NotResource"]) {
      const resource = statement.entries.get(name);
      if (resource === undefined) continue;
      const sentence = `a trust policy has no ${name}, for the role is the resource`;
      flaws.push({ name: "resource-in-trust-policy", sentence, repair: `remove ${name}`, origin: resource.key });
    }
    return undefined;
  }
  if (positive !== undefined && negative !== undefined) {
    const sentence = "a statement has Resource or NotResource, and this one has both";
    flaws.push({ name: "one-of-a-pair", sentence, repair: "remove one of the two", origin: negative.key });
  }
  const value = (positive ?? negative)?.value;
  if (value === undefined || value.kind === "absent") return undefined;
  const items = itemsOf(value).filter((item) => item.kind !== "absent");
  const other = items.find((item) => item.kind !== "text" && item.kind !== "unknown");
  if (other !== undefined) return noteMalformed(other, "this is no resource", "write its ARN", flaws);
  const texts = items.map((item) => words.of(item.kind === "unknown" ? asText(item) : (item as Text)));
  if (isDoubt(variables) && texts.some((text) => text.includes("${"))) return variables;
  return { negated: positive === undefined, patterns: texts.map((text) => template(text, true, variables === true)) };
}
