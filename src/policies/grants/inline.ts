// The policies that stand within a role, user, group or function: one document of all their statements.

import { parseObject } from "../../values/embedded.ts";
import { literal, type Value } from "../../values/value.ts";
import type { Grants } from "../carrier.ts";
import { memberCalled, memberOf } from "../members.ts";
import { itemsOf } from "./accounts.ts";
import { map, word } from "./statement.ts";

/** `document`: where it stands in each; left out: each is one itself, or the name or ARN of another. */
export function inlinePolicies(list: string, document?: string): Grants {
  return (field, origin) => {
    const documents = itemsOf(field(list)).flatMap((item): readonly Value[] => {
      const found = document === undefined ? item : memberCalled(item, document);
      // What is attached by its name or ARN stands elsewhere.
      if (found.kind === "text" && document === undefined) return [];
      // An empty block of Terraform takes all of them away; plans and states show it so.
      if (literal(found) === "") return [];
      return [found.kind === "text" ? parseObject(found) : found];
    });
    const unknown = documents.find((one) => one.kind === "unknown");
    const written = documents.filter(hasStatements);
    const [first] = written;
    if (unknown !== undefined && first === undefined) return unknown;
    if (first === undefined) return { kind: "absent", origin };
    const versions = written.map((one) => literal(memberOf(one, "Version")));
    const statements = written.flatMap((one) => itemsOf(memberOf(one, "Statement")));
    return map(
      {
        // Without it policy variables are none.
        ...(versions.includes("2012-10-17") && { Version: word("2012-10-17", first.origin) }),
        Statement: { kind: "list", items: unknown === undefined ? statements : [...statements, unknown], origin },
      },
      origin,
    );
  };
}

/** A template of AWS SAM has none. */
function hasStatements(value: Value): boolean {
  return value.kind === "map" && value.entries.has("Statement");
}
