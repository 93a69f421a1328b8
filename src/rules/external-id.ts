// What an external id tells about itself: where it comes from, and whether it can tell one customer from another.

import type { Party } from "../config/who.ts";
import type { ConditionValue } from "../iam/condition.ts";
import type { Document } from "../iam/document.ts";
import { conditionsOn } from "../iam/named.ts";
import { isVariable } from "../iam/variables.ts";
import { hasHole, type Word } from "../iam/words.ts";
import { isDoubt } from "../values/doubt.ts";

/** One id that lets a third party in. */
export interface ExternalId {
  /** As it stands; empty where deployment decides it. */
  readonly text: string;
  readonly from: "literal" | "default" | "parameter" | "computed" | "pattern" | "caller";
  readonly sample: boolean;
  /** The vendor's name or account. */
  readonly ofVendor: boolean;
  /** A parameter that may be too short for any request to send it. */
  readonly open: boolean;
}

/** As conditions and requests carry the key. */
export const EXTERNAL_ID = "sts:externalid";

/** Values that documentation and templates show; an id that everybody copies separates nobody. Compared without case and signs. */
const SAMPLES = new Set(
  "12345 123456 1234567 12345678 123456789 1234567890 0123456789 00000000 abc123 abcdef abcdefg abcd1234 changeme default dummy example exampleid externalid externalidhere external fixme foobar insert myexternalid mysecret none null password placeholder replaceme sample secret secret123 someid somevalue string test test123 testing tobereplaced todo unique uniqueid value xxx xxxx xxxxx xxxxxxxx yourexternalid yourexternalidhere yourid aaaaaaaabbbbccccddddeeeeeeeeeeee 00000000000000000000000000000000".split(
    " ",
  ),
);

/** What a template engine or a person was to replace. */
const PLACEHOLDER = /[<>{}%]|\$\(|^(your|my|replace|insert|enter|change)[-_. ]/i;

export function externalIds(sent: readonly Word[], admitted: readonly Party[], document: Document): ExternalId[] {
  return sent.map((word) => {
    const value = valuesOf(document).find((one) => one.word === word);
    const hole = document.words.hole(word);
    const text = hasHole(word) ? "" : word;
    return {
      text,
      from: sourceOf(word, value, document),
      sample: text !== "" && (SAMPLES.has(plain(text)) || PLACEHOLDER.test(text)),
      ofVendor: text !== "" && admitted.some((party) => isNameOf(party, text)),
      open: hole !== undefined && hole.reason === "parameter" && isOpen(hole.admits),
    };
  });
}

function valuesOf(document: Document): ConditionValue[] {
  return conditionsOn(document, EXTERNAL_ID).flatMap(({ values }) => (isDoubt(values) ? [] : values));
}

function sourceOf(word: Word, value: ConditionValue | undefined, document: Document): ExternalId["from"] {
  if (value === undefined) {
    return valuesOf(document).some(({ template }) => template.some(isVariable)) ? "caller" : "pattern";
  }
  if (!hasHole(word)) return value.byDefault ? "default" : "literal";
  return document.words.hole(word)?.reason === "parameter" ? "parameter" : "computed";
}

function isNameOf({ vendor, account }: Party, id: string): boolean {
  return [vendor, account].some((name) => name !== undefined && plain(name) === plain(id));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, "");
}

/** STS takes ids of 2 to 1,224 characters: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
function isOpen(admits: (word: string) => boolean): boolean {
  return ["", "a", "A", "0", "1", "-", "x"].some(admits);
}

/** The words of the rule file for an id. */
export function wordsFor({ from, sample, ofVendor, open }: ExternalId): string[] {
  return [from, ...(sample ? ["sample"] : []), ...(ofVendor ? ["vendor"] : []), ...(open ? ["open"] : [])];
}
