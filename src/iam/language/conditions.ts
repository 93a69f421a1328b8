// The Condition of a statement read: operators, keys and values, and what IAM will refuse in them.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import { sameText } from "../../values/equality.ts";
import {
  isKnown,
  literal,
  type OpenEntries,
  type Origin,
  sourceText,
  type Text,
  type Value,
} from "../../values/value.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import type { Condition, ConditionValue, OpenCondition } from "./condition.ts";
import { issuerOf } from "./federation/issuers.ts";
import { requireFilledIn } from "./filled-in.ts";
import type { Flaw } from "./flaw.ts";
import { misreadValue } from "./flaws/misread.ts";
import { conditionKey } from "./keys.ts";
import { type Family, nearestOperator, operatorUse } from "./operators.ts";
import { asText, itemsOf, noteMalformed } from "./reading.ts";
import { template } from "./variables.ts";

/** Keys whose value names a caller or an id: a blank default in their place is there to be filled in. */
const FILLED_IN = new Set(["aws:principalaccount", "aws:principalarn", "sts:externalid"]);

const EXAMPLE = 'a map of operators, each of them a map of keys: { StringEquals: { "sts:ExternalId": "…" } }';

const COMPARES_TEXTS = new Set<Family>(["string", "arn"]);

interface ConditionReading {
  /** The policy's version knows variables; a doubt: deployment decides it. */
  readonly variables: boolean | Doubt;
  /** The URLs of the providers that the statement names, without the protocol. */
  readonly issuers: readonly Word[];
}

export function readConditions(
  value: Value | undefined,
  { variables, issuers }: ConditionReading,
  words: Words,
  flaws: Flaw[],
): (Condition | OpenCondition)[] {
  if (value === undefined || value.kind === "absent") return [];
  if (value.kind !== "map") {
    const doubt = noteMalformed(value, "this is no Condition", `write ${EXAMPLE}`, flaws);
    const operators = entriesOf(value) ?? [[undefined, value]];
    return operators.flatMap(([operator, keys]) => openConditions(operator && sourceText(operator), keys, doubt));
  }
  return [...value.entries].flatMap(([operator, { key: place, value: keys }]): (Condition | OpenCondition)[] => {
    const use = operatorUse(operator);
    if (use === undefined) {
      flaws.push({ name: "unknown-operator", ...wrongOperator(operator), origin: place });
      return openConditions(operator, keys, { reason: "malformed", source: `condition operator ${operator}` });
    }
    if (keys.kind === "absent") return [];
    const named = namedKeys(keys, issuers, words);
    if (named === undefined) {
      const doubt = noteMalformed(keys, `${operator} takes a map of condition keys`, `write ${EXAMPLE}`, flaws);
      return openConditions(operator, keys, doubt);
    }
    return named
      .filter(({ value: inner }) => inner.kind !== "absent")
      .map(({ key, origin, value: inner }) => ({
        use,
        key: key.toLowerCase(),
        name: words.show(key),
        values: conditionValues(inner, key, { use, variables }, words, flaws),
        written: `${operator} ${words.show(key)}`,
        origin,
        operatorOrigin: place,
      }));
  });
}

interface NamedKey {
  readonly key: Word;
  readonly origin: Origin;
  readonly value: Value;
}

/** Undefined where a key may be any, or two of them the same: one of those would not count. */
function namedKeys(keys: Value, issuers: readonly Word[], words: Words): readonly NamedKey[] | undefined {
  if (keys.kind === "map") {
    return Array.from(keys.entries, ([key, { key: origin, value }]) => ({ key, origin, value }));
  }
  const entries = keys.kind === "unknown" ? keys.entries : undefined;
  const areTold = entries?.every(([key], index) =>
    entries.slice(0, index).every(([other]) => sameText(key, other) === false),
  );
  if (entries === undefined || areTold !== true) return undefined;
  const named = entries.flatMap(([key, value]): NamedKey[] => {
    const word = key.kind === "text" ? words.of(key) : "";
    return word !== "" && (!hasHole(word) || isClaim(word, issuers)) ? [{ key: word, origin: key.origin, value }] : [];
  });
  return named.length === entries.length ? named : undefined;
}

/** Of an issuer that is known by the form of its URL, whatever deployment puts into it, or of the statement's own provider. */
function isClaim(key: Word, issuers: readonly Word[]): boolean {
  const issuer = key.slice(0, Math.max(0, key.indexOf(":")));
  return issuers.includes(issuer) || issuerOf(issuer.toLowerCase()) !== undefined;
}

/** One for each key that is written. */
function openConditions(operator: string | undefined, keys: Value, doubt: Doubt): OpenCondition[] {
  const entries = entriesOf(keys);
  const names = entries === undefined ? [sourceText(keys)] : entries.map(([key]) => sourceText(key));
  const isAlone = entries === undefined && operator !== undefined && keys.kind !== "unknown";
  if (isAlone) return [{ ...doubt, written: operator }];
  return names.map((name) => ({ ...doubt, written: operator === undefined ? name : `${operator} ${name}` }));
}

function entriesOf(value: Value): OpenEntries | undefined {
  if (value.kind === "unknown") return value.entries;
  if (value.kind !== "map") return undefined;
  return Array.from(value.entries, ([name, { key, value: inner }]) => {
    return [{ kind: "text", parts: [{ text: name }], type: "string", origin: key }, inner] as const;
  });
}

function wrongOperator(written: string): { readonly sentence: string; readonly repair: string } {
  if (conditionKey(written) !== undefined) {
    const sentence = `the condition key ${written} stands where an operator belongs`;
    return { sentence, repair: `write { StringEquals: { "${written}": … } }` };
  }
  const meant = nearestOperator(written);
  const repair =
    meant === undefined ? "write one that IAM has, such as StringEquals or ArnLike" : `did you mean ${meant}?`;
  return { sentence: `there is no condition operator "${written}"`, repair };
}

/** How the values of an operator are read. */
interface ValueReading {
  readonly use: Condition["use"];
  /** The policy's version knows variables; a doubt: deployment decides it. */
  readonly variables: boolean | Doubt;
}

function conditionValues(
  value: Value,
  key: string,
  { use: { operator }, variables }: ValueReading,
  words: Words,
  flaws: Flaw[],
): readonly ConditionValue[] | Doubt {
  const values: ConditionValue[] = [];
  for (const item of itemsOf(value)) {
    if (item.kind === "absent") continue;
    const text = item.kind === "unknown" ? asText(item) : item;
    if (text.kind !== "text")
      return noteMalformed(item, `this is no value of ${key}`, "write a text, or a list of texts", flaws);
    if (FILLED_IN.has(key.toLowerCase()) && isBlank(text)) requireFilledIn(text);
    const misread = COMPARES_TEXTS.has(operator.family) ? misreadValue(key, text) : undefined;
    if (misread !== undefined) flaws.push(misread);
    const word = words.of(text);
    if (isDoubt(variables) && operator.variables === true && word.includes("${")) return variables;
    values.push({
      word,
      origin: text.origin,
      byDefault: text.parts.some((part) => isKnown(part) && part.from?.by === "default"),
      template: template(word, operator.wildcards === true, variables === true && operator.variables === true),
    });
  }
  return values;
}

/** Nothing, or an ARN without an account. */
function isBlank(text: Text): boolean {
  const known = literal(text);
  return known !== undefined && (known.trim() === "" || /^arn:[^:]*:[^:]*:[^:]*:\s*:/.test(known));
}
