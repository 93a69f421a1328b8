// A policy's document taken apart, with all that IAM will refuse in it.

import type { PolicyKind } from "../../policies/policy.ts";
import type { Answer } from "../../values/doubt.ts";
import { hole, unknown } from "../../values/hole.ts";
import { isKnown, literal, type Origin, type Struct, type Text, type Value } from "../../values/value.ts";
import { type Words, words as wordsOf } from "../patterns/words.ts";
import { type Condition, isKnownCondition } from "./condition.ts";
import type { Flaw } from "./flaw.ts";
import { textsOf } from "./partitions.ts";
import { isUniqueId } from "./principal.ts";
import { DOCUMENT_ELEMENTS, doubtOf, noteDuplicateKeys, noteUnknownElements } from "./reading.ts";
import { readStatement, type Statement, unreadableStatement } from "./statement.ts";

/** What stands around a policy. */
export interface Surroundings {
  readonly policy: PolicyKind;
  /** Prefix of the actions on the resource that carries it, such as "sqs"; undefined: any. */
  readonly service?: string | undefined;
  /** IAM shows the policy of a role that is there. */
  readonly shown?: boolean;
  /** Do settings of the resource keep the public out, whatever the policy says? */
  readonly keepsPublicOut?: Answer;
  /** Do they refuse a policy that lets the public in? */
  readonly refusesPublic?: Answer;
}

export interface Document extends Pick<Surroundings, "policy" | "service" | "keepsPublicOut" | "refusesPublic"> {
  readonly statements: readonly Statement[];
  readonly flaws: readonly Flaw[];
  readonly words: Words;
  readonly origin: Origin;
  /** Parameters whose default stands somewhere in the policy. */
  readonly defaults: ReadonlySet<string>;
}

const WITH_VARIABLES = "2012-10-17";
const TOO_LONG = hole("length of the policy", "budget", "a policy longer than IAM takes");
const VERSIONS = new Set([WITH_VARIABLES, "2008-10-17"]);

/**
 * Ten times the characters that AWS takes: what is longer was made to exhaust us. IAM User Guide, "IAM and AWS STS quotas"; of
 * resource policies those of KMS are the longest, https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
const LONGEST: Readonly<Record<PolicyKind, number>> = {
  trust: 10 * 4096,
  identity: 10 * 10_240,
  resource: 10 * 32_768,
};
/** What deployment decides counts for so many, for there are but so many characters for holes. */
const LENGTH_OF_HOLE = 16;

const OF_A_ROLE: Surroundings = { policy: "trust" };

/** `partition`: the resource's. Throws Refused where a blank default stands for a principal, an account or an external id. */
export function readDocument(value: Value, partition: string, around: Surroundings = OF_A_ROLE): Document {
  const { policy, service, shown, keepsPublicOut, refusesPublic } = around;
  if (lengthOf(value) > LONGEST[policy]) return readDocument(unknown(TOO_LONG, value.origin), partition, around);
  const texts = textsOf(value);
  const words = wordsOf(partition);
  const flaws: Flaw[] = [];
  const written =
    value.kind === "map" ? readStatements(value, policy, words, flaws) : [unreadableStatement(value, flaws)];
  return {
    policy,
    ...(service === undefined ? {} : { service }),
    ...(keepsPublicOut === undefined ? {} : { keepsPublicOut }),
    ...(refusesPublic === undefined ? {} : { refusesPublic }),
    statements: shown ? written.map(markDeletedPrincipals) : written,
    flaws,
    words,
    origin: value.origin,
    defaults: defaultsIn(texts),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: an ARN stays one as long as there is such a principal. */
function markDeletedPrincipals(statement: Statement): Statement {
  const elements = statement.principal.elements.map((element) =>
    element.kind === "unique-id" && isUniqueId(element.id) ? ({ ...element, kind: "deleted" } as const) : element,
  );
  return { ...statement, principal: { ...statement.principal, elements } };
}

/** Of all values; keys and brackets come on top. */
function lengthOf(value: Value): number {
  switch (value.kind) {
    case "text":
      return total(value.parts.map((part) => (isKnown(part) ? part.text.length : LENGTH_OF_HOLE)));
    case "list":
      return total(value.items.map(lengthOf));
    case "map":
      return total(Array.from(value.entries.values(), (entry) => lengthOf(entry.value)));
    case "unknown":
      return LENGTH_OF_HOLE + total((value.entries ?? []).flat().map(lengthOf));
    case "absent":
      return 0;
  }
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function defaultsIn(texts: readonly Text[]): Set<string> {
  const suppliers = texts.flatMap(({ parts }) =>
    parts.flatMap((part) => (isKnown(part) && part.from ? [part.from] : [])),
  );
  return new Set(suppliers.filter(({ by }) => by === "default").map(({ name }) => name));
}

function readStatements(document: Struct, policy: PolicyKind, words: Words, flaws: Flaw[]): Statement[] {
  noteUnknownElements(document, DOCUMENT_ELEMENTS, flaws);
  noteDuplicateKeys(document, flaws);
  const version = document.entries.get("Version")?.value;
  const written = literal(version);
  if (version !== undefined && written !== undefined && !VERSIONS.has(written)) {
    const { origin } = version;
    const sentence = `there is no policy version "${written}"`;
    flaws.push({ name: "unknown-version", sentence, repair: `write "${WITH_VARIABLES}"`, origin });
  }
  const isOpen = version !== undefined && version.kind !== "absent" && written === undefined;
  const variables = isOpen ? doubtOf(version) : written === WITH_VARIABLES;
  const statement = document.entries.get("Statement")?.value;
  const list = statement === undefined ? [] : statement.kind === "list" ? statement.items : [statement];
  if (list.length === 0 || list.every((item) => item.kind === "absent")) {
    flaws.push({
      name: "empty-document",
      sentence: "the policy has no statement",
      repair: "add Statement, a list of maps with Effect, Principal and Action",
      origin: document.origin,
    });
  }
  noteRepeatedSids(list, flaws);
  return list
    .filter((item) => item.kind !== "absent")
    .map((item) =>
      item.kind === "map" ? readStatement(item, { policy, variables }, words, flaws) : unreadableStatement(item, flaws),
    );
}

/** "In IAM, the Sid value must be unique within a JSON policy": the first is right, each other is told. */
function noteRepeatedSids(statements: readonly Value[], flaws: Flaw[]): void {
  const seen = new Set<string>();
  for (const statement of statements) {
    const value = statement.kind === "map" ? statement.entries.get("Sid")?.value : undefined;
    const sid = literal(value);
    if (value === undefined || sid === undefined || sid === "") continue;
    if (seen.has(sid)) {
      const sentence = `two statements have the Sid "${sid}"`;
      flaws.push({ name: "sid-twice", sentence, repair: "give each its own, or none", origin: value.origin });
    }
    seen.add(sid);
  }
}

const NONE: readonly Condition[] = [];

export function conditionsOn(document: Document, key: string): readonly Condition[] {
  return conditionsOf(document).byKey.get(key) ?? NONE;
}

export function conditionsIn(document: Document): readonly Condition[] {
  return conditionsOf(document).all;
}

/** All that is known of them, in the order in which they are written. */
interface Conditions {
  readonly all: readonly Condition[];
  readonly byKey: ReadonlyMap<string, readonly Condition[]>;
}

const known = new WeakMap<Document["statements"], Conditions>();

function conditionsOf({ statements }: Document): Conditions {
  const found = known.get(statements);
  if (found !== undefined) return found;
  const all = statements.flatMap(({ conditions }) => conditions.filter(isKnownCondition));
  const byKey = new Map<string, Condition[]>();
  for (const one of all) {
    const on = byKey.get(one.key) ?? [];
    byKey.set(one.key, on);
    on.push(one);
  }
  const conditions = { all, byKey };
  known.set(statements, conditions);
  return conditions;
}
