// Policies merged into one, as the AWS provider merges the documents of an aws_iam_policy_document.
// Source: hashicorp/terraform-provider-aws, internal/service/iam/policy_model.go, Merge.

import { unknown } from "../../../values/hole.ts";
import {
  type Hole,
  holeOf,
  literal,
  type Origin,
  type Struct,
  type Unknown,
  type Value,
} from "../../../values/value.ts";

export type Entries = Map<string, { readonly key: Origin; readonly value: Value }>;

/** What the provider writes where the arguments give none. */
export const LATEST_VERSION = "2012-10-17";

/** A policy's Version, Id and statements, until the last document is added to it. */
interface Merged {
  version: Value | undefined;
  id: Value | undefined;
  readonly statements: Value[];
}

/** A map; unknown where one of the documents is, for it may replace any statement and add others. */
export function merged(documents: readonly Value[], origin: Origin): Value {
  const whole: Merged = { version: undefined, id: undefined, statements: [] };
  for (const document of documents) {
    if (document.kind === "unknown") return document;
    const unclear = document.kind === "map" ? add(whole, document) : undefined;
    if (unclear !== undefined) return unclear;
  }
  return struct(
    [
      ["Version", whole.version],
      ["Id", whole.id],
      ["Statement", { kind: "list", items: whole.statements, origin }],
    ],
    origin,
  );
}

/** Statements with a Sid that is there already take the place of those; the others are added. Unknown where a Sid decides that which is not known. */
function add(merged: Merged, document: Struct): Unknown | undefined {
  merged.version = later(merged.version, document.entries.get("Version")?.value);
  merged.id = document.entries.get("Id")?.value ?? merged.id;
  const statements = statementsOf(document);
  const unclearSid = [...merged.statements, ...statements].map(sidOf).find((sid) => typeof sid === "object");
  if (unclearSid !== undefined && merged.statements.length > 0 && statements.length > 0) {
    return unknown(unclearSid, document.origin);
  }
  for (const statement of statements) {
    const sid = sidOf(statement);
    const same = sid === undefined ? -1 : merged.statements.findIndex((one) => sidOf(one) === sid);
    if (same < 0) merged.statements.push(statement);
    else merged.statements[same] = statement;
  }
  return undefined;
}

function statementsOf(document: Struct): readonly Value[] {
  const statements = document.entries.get("Statement")?.value;
  return statements === undefined ? [] : itemsOf(statements);
}

/** Versions are dates: no document brings the version back to an earlier one. */
function later(one: Value | undefined, other: Value | undefined): Value | undefined {
  const [first, second] = [literal(one), literal(other)];
  if (one === undefined || other === undefined) return one ?? other;
  if (first === undefined || second === undefined)
    return second === LATEST_VERSION ? other : first === LATEST_VERSION ? one : other;
  return second > first ? other : one;
}

/** A hole: what the Sid is, or the whole statement, is not known. */
function sidOf(statement: Value): string | Hole | undefined {
  if (statement.kind === "unknown") return statement.why;
  const sid = statement.kind === "map" ? statement.entries.get("Sid")?.value : undefined;
  return literal(sid) || holeOf(sid);
}

export function itemsOf(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [value];
}

/** A map without what is left out. */
export function struct(entries: readonly (readonly [string, Value | undefined])[], origin: Origin): Struct {
  const kept: Entries = new Map();
  for (const [name, value] of entries) if (value !== undefined) kept.set(name, { key: value.origin, value });
  return { kind: "map", entries: kept, origin };
}
