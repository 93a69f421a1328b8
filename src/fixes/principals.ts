// A principal written anew: within quotes, with the zeros that it lost, or as the account of a vendor.

import type { Grant } from "../iam/decision/grants.ts";
import { isHcl } from "../text/hcl/document.ts";
import { type Origin, originKey } from "../values/value.ts";
import { type Edit, spelledAt } from "./edit.ts";

const DIGITS = 12;

/** Digits that the language of the file takes for a number. */
export function quoted(origin: Origin): Edit | undefined {
  const { start, text } = spelledAt(origin);
  if (!/^\d+$/.test(text)) return undefined;
  return { source: origin.document.source, start, end: start + text.length, text: `"${text}"` };
}

/** A number of two or three digits less cannot be told from one that somebody has cut off. */
const FEWEST = 9;

/** Of the account alone, or in an ARN. */
export function accountFilledUp(origin: Origin): Edit | undefined {
  const { source } = origin.document;
  const { start, text } = spelledAt(origin);
  const found = /^(?<open>["']?)(?<digits>\d+)\k<open>$/.exec(text)?.groups;
  const [digits = ""] = found === undefined ? (/(?<=:iam::)\d+(?=:)/.exec(text) ?? []) : [found.digits];
  if (digits.length < FEWEST || digits.length >= DIGITS) return undefined;
  const whole = digits.padStart(DIGITS, "0");
  if (found?.open === "") return { source, start, end: start + text.length, text: `"${whole}"` };
  const at = start + text.indexOf(digits);
  return { source, start: at, end: at + digits.length, text: whole };
}

/** The element of the principal, or all of it where it is one word. */
export function pinned({ element, statement: { principal } }: Grant, account: string): Edit | undefined {
  if (element === undefined || principal.negated) return undefined;
  // Who is trusted already is not trusted twice.
  if (principal.elements.some((one) => "account" in one && one.account === account)) return undefined;
  const { document } = element.origin;
  const { start, text } = spelledAt(element.origin);
  // Within a text that has quotes around it, those are escaped.
  const found = /^(?:(\\*")[^"\\]*\1|'[^']*'|[\w:/+=,.@-]+)$/.exec(text);
  if (found === null) return undefined;
  const [, quote = '"'] = found;
  const words = `arn:aws:iam::${account}:root`;
  const isWhole = originKey(element.origin) === originKey(principal.origin);
  const mark = isHcl(document) ? " =" : ":";
  const name = isHcl(document) ? "AWS" : '"AWS"';
  const written = isWhole ? `{ ${name}${mark} "${words}" }` : `"${words}"`;
  return { source: document.source, start, end: start + text.length, text: written.replaceAll('"', quote) };
}
