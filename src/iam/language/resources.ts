// The Resource or NotResource of a statement: what it says the actions are on.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import type { Struct, Text } from "../../values/value.ts";
import { plain } from "../patterns/glyph.ts";
import { OWN_ACCOUNT } from "../patterns/hole.ts";
import type { Words } from "../patterns/words.ts";
import type { Flaw } from "./flaw.ts";
import { asText, itemsOf, noteMalformed, type PolicyReading } from "./reading.ts";
import { isVariable, type Template, template } from "./variables.ts";

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
  if (value === undefined || value.kind === "absent")
    return policy === "identity" ? { reason: "malformed", source: "a statement without Resource" } : undefined;
  const items = itemsOf(value).filter((item) => item.kind !== "absent");
  const other = items.find((item) => item.kind !== "text" && item.kind !== "unknown");
  if (other !== undefined) return noteMalformed(other, "this is no resource", "write its ARN", flaws);
  const texts = items.map((item) => words.of(item.kind === "unknown" ? asText(item) : (item as Text)));
  if (isDoubt(variables) && texts.some((text) => text.includes("${"))) return variables;
  const templates = texts.map((text) => template(text, true, variables === true));
  const patterns = policy === "identity" ? templates.map((one) => withOwnAccount(one, words)) : templates;
  return { negated: positive === undefined, patterns };
}

/** Whoever has an identity policy is of the account that it is in. */
function withOwnAccount(written: Template, words: Words): Template {
  return written.flatMap((piece) =>
    isVariable(piece) && piece.key === "aws:principalaccount" ? plain(words.token(OWN_ACCOUNT)) : [piece],
  );
}
