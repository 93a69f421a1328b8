// A policy made of fields that say the same: statements whose parts stand where the fields do.

import { text } from "../../values/text.ts";
import { isKnown, type Origin, type Struct, type Text, type Value } from "../../values/value.ts";

export interface Permission {
  /** As a statement has it: `*`, or a map of types. */
  readonly principal: Value;
  readonly actions: Value;
  /** What is left out, or absent, is not asked. */
  readonly conditions?: readonly Clause[];
  /** Allow, where left out. */
  readonly effect?: "Allow" | "Deny";
  readonly origin: Origin;
}

export type Clause = readonly [operator: string, key: string, value: Value];

/** Absent, where nothing is permitted. */
export function policyOf(permissions: readonly Permission[], origin: Origin): Value {
  if (permissions.length === 0) return { kind: "absent", origin };
  const statements: Value = { kind: "list", items: permissions.map(statementOf), origin };
  return map({ Version: word("2012-10-17", origin), Statement: statements }, origin);
}

function statementOf({ principal, actions, conditions = [], effect = "Allow", origin }: Permission): Struct {
  const asked = conditions.filter(([, , value]) => value.kind !== "absent");
  const operators = new Map<string, Record<string, Value>>();
  for (const [operator, key, value] of asked) operators.set(operator, { ...operators.get(operator), [key]: value });
  const condition = Array.from(operators, ([operator, keys]) => [operator, map(keys, origin)] as const);
  return map(
    {
      Effect: word(effect, origin),
      Principal: principal,
      Action: actions,
      ...(condition.length > 0 && { Condition: map(Object.fromEntries(condition), origin) }),
    },
    origin,
  );
}

export function map(members: Readonly<Record<string, Value>>, origin: Origin): Struct {
  const entries = Object.entries(members).map(([name, value]) => [name, { key: value.origin, value }] as const);
  return { kind: "map", entries: new Map(entries), origin };
}

export function word(characters: string, origin: Origin): Text {
  return text({ text: characters }, origin);
}

/** A field takes a service, an account, an ARN or everybody, and a statement has a type for each. */
export function principalOf(value: Value): Value {
  if (value.kind === "list") return map({ AWS: value }, value.origin);
  if (value.kind !== "text" || isStar(value)) return value;
  return map({ [isService(value) ? "Service" : "AWS"]: value }, value.origin);
}

function isStar({ parts }: Text): boolean {
  return parts.every(isKnown) && parts.map((part) => (isKnown(part) ? part.text : "")).join("") === "*";
}

/** "sns.amazonaws.com", and the same with a suffix that deployment decides. */
function isService({ parts }: Text): boolean {
  const last = parts.at(-1);
  const start = parts[0];
  if (start === undefined || last === undefined || !isKnown(start) || start.text.startsWith("arn:")) return false;
  return isKnown(last)
    ? /\.amazon(?:aws)?\.com(?:\.cn)?$/.test(last.text) ||
        /^[a-z\d-]+(?:\.[a-z\d-]+)*\.amazon(?:aws)?\./.test(start.text)
    : /^[a-z][a-z\d-]*\./.test(start.text);
}
