// The Principal of a statement read: its elements by type, and what IAM will refuse in it.

import type { PolicyKind } from "../../policies/policy.ts";
import { nearest } from "../../text/nearest.ts";
import { literal, type Origin, type Struct, sourceText, type Value } from "../../values/value.ts";
import type { Words } from "../patterns/words.ts";
import type { Flaw } from "./flaw.ts";
import { type Element, PRINCIPAL_TYPES, type PrincipalType, type Read, readElement } from "./principal.ts";
import { asText, doubtOf, itemsOf, noteMissing, STATEMENT_ELEMENTS } from "./reading.ts";
import { principalOfResource } from "./resource-principals.ts";

export interface Principal {
  readonly negated: boolean;
  readonly elements: readonly Element[];
  readonly origin: Origin;
}

export function readPrincipal(statement: Struct, words: Words, flaws: Flaw[], policy: PolicyKind = "trust"): Principal {
  const positive = statement.entries.get("Principal");
  const negative = statement.entries.get("NotPrincipal");
  const found = positive ?? negative;
  if (policy === "identity") return whoeverHasIt(statement);
  if (found === undefined) {
    const doubt = noteMissing(statement, "Principal", flaws);
    const { origin } = statement;
    return { negated: false, elements: [{ kind: "unknown", doubt, origin, written: "" }], origin };
  }
  if (negative !== undefined && policy === "trust") {
    flaws.push({
      name: "not-principal",
      sentence: "a trust policy has no NotPrincipal",
      repair: "name those whom you let in under Principal",
      origin: negative.key,
    });
  }
  const elements = principalElements(found.value, policy, words, flaws);
  return { negated: positive === undefined, elements, origin: found.value.origin };
}

/** Of an identity policy, which may name no principal; what it speaks of stands for it where it is told of. */
function whoeverHasIt(statement: Struct): Principal {
  const about = statement.entries.get("Resource") ?? statement.entries.get("NotResource");
  const origin = about?.value.origin ?? statement.origin;
  const written = about === undefined ? "" : sourceText(about.value);
  return { negated: false, elements: [{ kind: "anyone", origin, written }], origin };
}

function principalElements(value: Value, policy: PolicyKind, words: Words, flaws: Flaw[]): Element[] {
  const { origin } = value;
  if (value.kind === "map") {
    return [...value.entries].flatMap(([type, { key, value: inner }]) => {
      if (PRINCIPAL_TYPES.includes(type)) return typedElements(type as PrincipalType, inner, policy, words, flaws);
      const sentence = `a principal has no type "${type}"`;
      flaws.push({ name: "unknown-element", sentence, repair: typeMeant(type), origin: key });
      return [{ kind: "malformed", origin: key, written: sourceText(inner) } satisfies Element];
    });
  }
  if (value.kind === "absent") return [];
  if (literal(value) === "*") {
    if (policy === "trust") {
      flaws.push({
        name: "principal-star",
        sentence: 'a trust policy cannot say Principal: "*"',
        repair: 'name whom you let in; the same is said by { AWS: "*" }',
        origin,
      });
    }
    return [{ kind: "anyone", origin, written: "*" }];
  }
  const doubt = doubtOf(value);
  const written = sourceText(value);
  if (doubt.reason !== "malformed") return [{ kind: "unknown", doubt, origin, written }];
  const type = written.endsWith(".amazonaws.com") ? "Service" : "AWS";
  const repair = `write Principal: { ${type}: ${value.kind === "text" ? `"${written}"` : written} }`;
  flaws.push({ name: "malformed-principal", sentence: `the principal ${written} has no type`, repair, origin });
  return [{ kind: "malformed", origin, written }];
}

function typeMeant(written: string): string {
  if (STATEMENT_ELEMENTS.has(written)) return "move it out of Principal, beside it";
  const meant = nearest(written, PRINCIPAL_TYPES);
  return meant === undefined ? `the types are ${PRINCIPAL_TYPES.join(", ")}` : `write ${meant}`;
}

function typedElements(type: PrincipalType, value: Value, policy: PolicyKind, words: Words, flaws: Flaw[]): Element[] {
  return itemsOf(value).flatMap((item): Element[] => {
    if (item.kind === "absent") return [];
    const text = item.kind === "unknown" ? asText(item) : item;
    if (text.kind !== "text") {
      const sentence = `this is no principal of type ${type}`;
      flaws.push({
        name: "malformed-principal",
        sentence,
        repair: "write a text, or a list of texts",
        origin: item.origin,
      });
      return [{ kind: "malformed", origin: item.origin, written: sourceText(item) }];
    }
    const read = readElement(type, text, words);
    const isRefused = policy === "trust" && read.element.kind === "canonical-user";
    const { element, flaw: found } = isRefused ? canonicalInTrust(read.element) : read;
    const ofBucket = policy === "resource" ? principalOfResource(element, words.of(text), words) : undefined;
    if (ofBucket !== undefined) return [ofBucket];
    if (found !== undefined) flaws.push(found);
    return [element];
  });
}

/** Of S3 alone: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, "AWS account principals". */
function canonicalInTrust({ origin, written }: Element): Read {
  const sentence = `"${written}" is the canonical id of an account, which only policies of S3 take`;
  const repair = 'write the twelve digits of the account under "AWS"';
  return {
    element: { kind: "malformed", origin, written },
    flaw: { name: "malformed-principal", sentence, repair, origin },
  };
}
