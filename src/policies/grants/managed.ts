// Policies of AWS's own that allow every role to be assumed, where a role has one attached: by its ARN, or, in AWS SAM, by its name.

import { isKnown, literal, type Origin, type Struct, type Value } from "../../values/value.ts";
import type { Grants } from "../carrier.ts";
import { memberOf } from "../members.ts";
import { itemsOf } from "./accounts.ts";
import { inlinePolicies } from "./inline.ts";
import { map, word } from "./statement.ts";

/**
 * AWS Managed Policy Reference, https://docs.aws.amazon.com/aws-managed-policy/latest/reference/NAME.html: what each says of
 * sts:AssumeRole. Of the policies for people and programs these two allow it on any role; those of services name theirs.
 */
const OPEN: ReadonlyMap<string, (origin: Origin) => Readonly<Record<string, Value>>> = new Map<
  string,
  (origin: Origin) => Readonly<Record<string, Value>>
>([
  ["AdministratorAccess", (origin) => ({ Action: word("*", origin) })],
  [
    "PowerUserAccess",
    (origin) => ({
      NotAction: {
        kind: "list",
        items: ["iam:*", "organizations:*", "account:*"].map((each) => word(each, origin)),
        origin,
      },
    }),
  ],
]);

/** `list`: one or several that are attached; `inline`: what the role has beside them, of which a Deny counts. */
export function managedPolicies(list: string, inline?: readonly [list: string, document?: string]): Grants {
  return (field, origin) => {
    const allowing = itemsOf(field(list)).flatMap(statementOf);
    if (allowing.length === 0) return { kind: "absent", origin };
    const beside = inline && memberOf(inlinePolicies(...inline)(field, origin), "Statement");
    const denying = beside === undefined ? [] : itemsOf(beside).filter(mayDeny);
    return map(
      {
        Version: word("2012-10-17", origin),
        Statement: { kind: "list", items: [...allowing, ...denying], origin },
      },
      origin,
    );
  };
}

function statementOf(item: Value): readonly Struct[] {
  const of = OPEN.get(nameOf(item) ?? "");
  if (of === undefined) return [];
  const { origin } = item;
  return [map({ Effect: word("Allow", origin), ...of(origin), Resource: word("*", origin) }, origin)];
}

/** Of an ARN in whatever partition, or alone. */
function nameOf(item: Value): string | undefined {
  if (item.kind !== "text") return undefined;
  const written = item.parts.map((part) => (isKnown(part) ? part.text : "?")).join("");
  return /^(?:arn:[^:]*:iam::aws:policy\/)?(\w+)$/.exec(written)?.[1];
}

function mayDeny(statement: Value): boolean {
  return literal(memberOf(statement, "Effect")) !== "Allow";
}
