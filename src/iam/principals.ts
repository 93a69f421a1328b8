// The Principal of a statement read: its elements by type, and what IAM will refuse in it.

import { asWritten, literal, type Origin, type Struct, type Value } from "../values/value.ts";
import type { Flaw } from "./flaw.ts";
import { type Element, PRINCIPAL_TYPES, type PrincipalType, readElement } from "./principal.ts";
import { asText, doubtOf, flaw, itemsOf, missing } from "./reading.ts";
import type { Words } from "./words.ts";

export interface Principal {
  readonly negated: boolean;
  readonly elements: readonly Element[];
  readonly origin: Origin;
}

export function readPrincipal(statement: Struct, words: Words, flaws: Flaw[]): Principal {
  const positive = statement.entries.get("Principal");
  const negative = statement.entries.get("NotPrincipal");
  const found = positive ?? negative;
  if (found === undefined) {
    const doubt = missing(statement, "Principal", flaws);
    const { origin } = statement;
    return { negated: false, elements: [{ kind: "unknown", doubt, origin, written: "" }], origin };
  }
  if (negative !== undefined) {
    flaw(flaws, "not-principal", "a trust policy cannot use NotPrincipal", negative.key);
  }
  const elements = principalElements(found.value, words, flaws);
  return { negated: positive === undefined, elements, origin: found.value.origin };
}

function principalElements(value: Value, words: Words, flaws: Flaw[]): Element[] {
  const { origin } = value;
  if (value.kind === "map") {
    return [...value.entries].flatMap(([type, { key, value: inner }]) => {
      if (PRINCIPAL_TYPES.includes(type)) return typedElements(type as PrincipalType, inner, words, flaws);
      flaw(flaws, "unknown-element", `a principal has no type "${type}"`, key);
      return [{ kind: "malformed", origin: inner.origin, written: asWritten(inner) } satisfies Element];
    });
  }
  if (value.kind === "absent") return [];
  if (literal(value) === "*") {
    flaw(flaws, "principal-star", 'a trust policy cannot say Principal: "*"; IAM takes { AWS: "*" }', origin);
    return [{ kind: "anyone", origin, written: "*" }];
  }
  const doubt = doubtOf(value);
  const written = asWritten(value);
  if (doubt.reason !== "malformed") return [{ kind: "unknown", doubt, origin, written }];
  flaw(flaws, "malformed-principal", `"${written}" is no principal; name its type, as in { AWS: … }`, origin);
  return [{ kind: "malformed", origin, written }];
}

function typedElements(type: PrincipalType, value: Value, words: Words, flaws: Flaw[]): Element[] {
  return itemsOf(value).flatMap((item): Element[] => {
    if (item.kind === "absent") return [];
    const text = item.kind === "unknown" ? asText(item) : item;
    if (text.kind !== "text") {
      flaw(flaws, "malformed-principal", `a principal of type ${type} is a text`, item.origin);
      return [{ kind: "malformed", origin: item.origin, written: asWritten(item) }];
    }
    const { element, flaw: found } = readElement(type, text, words);
    if (found !== undefined) flaws.push(found);
    return [element];
  });
}
