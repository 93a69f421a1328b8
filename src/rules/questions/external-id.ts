// What an external id tells about itself: where it comes from, and whether it can tell one customer from another.

import { builtinCatalogue } from "../../config/catalogue.ts";
import type { Party } from "../../config/who.ts";
import type { ConditionValue } from "../../iam/language/condition.ts";
import { conditionsOn, type Document } from "../../iam/language/document.ts";
import type { Statement } from "../../iam/language/statement.ts";
import { isVariable } from "../../iam/language/variables.ts";
import { hasHole, type Word } from "../../iam/patterns/words.ts";
import { isDoubt } from "../../values/doubt.ts";
import type { Origin } from "../../values/value.ts";
import { isSample, withoutSigns } from "./sample-ids.ts";

/** One id that lets a third party in. */
export interface ExternalId {
  /** As it stands; empty where deployment decides it. */
  readonly text: string;
  readonly from: "literal" | "default" | "parameter" | "computed" | "pattern" | "caller";
  readonly sample: boolean;
  /** The vendor's name or account. */
  readonly ofVendor: boolean;
  /** Not of the form that the vendor's ids have. */
  readonly foreign: boolean;
  /** A parameter that may be too short for any request to send it. */
  readonly open: boolean;
  /** Itself where it is one of several, else the key; undefined where it is no value of the policy. */
  readonly origin: Origin | undefined;
}

/** As conditions and requests carry the key. */
export const EXTERNAL_ID = "sts:externalid";

/** `statement`: of the grant; what it asks for itself speaks before what another statement does. */
export function externalIds(
  sent: readonly Word[],
  admitted: readonly Party[],
  statement: Statement,
  document: Document,
): ExternalId[] {
  const all = conditionsOn(document, EXTERNAL_ID);
  const own = all.filter((one) => statement.conditions.includes(one));
  const listed = [...own, ...all].flatMap(({ values, origin }) => (isDoubt(values) ? [] : listedIn(values, origin)));
  return sent.map((word) => {
    const found = listed.find(({ value }) => value.word === word);
    const hole = document.words.hole(word);
    const text = hasHole(word) ? "" : word;
    return {
      text,
      from: sourceOf(word, found?.value, listed, document),
      sample: text !== "" && isSample(text),
      ofVendor: text !== "" && admitted.some((party) => isNameOf(party, text)),
      foreign: text !== "" && admitted.some((party) => isForeignTo(party, text)),
      open: hole !== undefined && hole.reason === "parameter" && isOpen(hole.admits),
      origin: found?.origin ?? own[0]?.origin,
    };
  });
}

interface Listed {
  readonly value: ConditionValue;
  readonly origin: Origin;
}

function listedIn(values: readonly ConditionValue[], key: Origin): Listed[] {
  return values.map((value) => ({ value, origin: values.length > 1 ? value.origin : key }));
}

function sourceOf(
  word: Word,
  value: ConditionValue | undefined,
  listed: readonly Listed[],
  document: Document,
): ExternalId["from"] {
  if (value === undefined) {
    return listed.some((one) => one.value.template.some(isVariable)) ? "caller" : "pattern";
  }
  if (!hasHole(word)) return value.byDefault ? "default" : "literal";
  return document.words.hole(word)?.reason === "parameter" ? "parameter" : "computed";
}

function isNameOf({ vendor, account }: Party, id: string): boolean {
  return [vendor, account].some((name) => name !== undefined && withoutSigns(name) === withoutSigns(id));
}

function isForeignTo({ account }: Party, id: string): boolean {
  const form = account === undefined ? undefined : builtinCatalogue().get(account)?.ids;
  return form !== undefined && !new RegExp(`^(?:${form})$`).test(id);
}

/** Is it an id of which no fact says anything, but that it is spelled out? */
export function isUnremarkable(id: Word, admitted: readonly Party[]): boolean {
  return !isSample(id) && !admitted.some((party) => isNameOf(party, id) || isForeignTo(party, id));
}

/** STS takes ids of 2 to 1,224 characters: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function isOpen(admits: (word: string) => boolean): boolean {
  return ["", "a", "A", "0", "1", "-", "x"].some(admits);
}

/** The words of the rule file for an id. */
export function wordsFor({ from, sample, ofVendor, foreign, open }: ExternalId): string[] {
  const flaws = { sample, vendor: ofVendor, foreign, open };
  return [from, ...Object.entries(flaws).flatMap(([word, isSo]) => (isSo ? [word] : []))];
}
