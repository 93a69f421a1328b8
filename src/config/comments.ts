// Comments of the input that silence findings: `# unconfused-ignore RULE[, RULE] [until 2027-03-31] -- reason`.

import type { Document } from "../text/document.ts";
import { nearest } from "../text/nearest.ts";
import type { Range, Source } from "../text/source.ts";

export interface IgnoreComment {
  /** As written, known or not. */
  readonly rules: readonly string[];
  readonly until?: string;
  /** Empty where none is given. */
  readonly reason: string;
  readonly range: Range;
  /** The line that it speaks of: its own, or the one below it and the comments that follow it. */
  readonly line: number;
  /** It stands above that line, so that it speaks of a resource that begins there too. */
  readonly above: boolean;
  /** Why it is none, although somebody meant one. */
  readonly invalid?: string;
}

const WORD = /^unconfused-ignore(?=\s|$)/;
/** What somebody wrote who meant the same: `unconfused-ignore: RULE`, `unconfused ignore RULE`, `Unconfused:skip=RULE`. */
const NEAR =
  /^un-?confused[\s:_-]*(?:ignore|disable|suppress|skip|allow|nolint)\b(?:-(?:[a-z]+-)?(?:line|file|block|all))?[\s:=]*/i;
/** Another word in the place of `ignore`, with what may stand behind it. */
const OTHER = /^un-?confused[\s:_-]*(?<word>[a-z]+)[\s:=]*/i;
const MOST_EDITS = 2;
/** At the end of a reason, where nobody reads it as a day. */
const DAY_BEHIND = /(?:^|\s)until[\s:=]+\d{4}-\d{2}-\d{2}\W*$/i;

export function ignoreComments(document: Pick<Document, "source" | "comments">): readonly IgnoreComment[] {
  const { source } = document;
  const found: IgnoreComment[] = [];
  let next: { readonly line: number; readonly speaksOf: number } | undefined;
  // From the last one up: of comments below each other, the lowest knows the line that all of them stand above.
  for (const { text, range } of document.comments().toReversed()) {
    const { line, column } = source.position(range.start);
    const end = source.position(range.end);
    const around = `${source.line(line)?.slice(0, column - 1)}${source.line(end.line)?.slice(end.column - 1)}`;
    const above = around.trim() === "";
    const speaksOf = !above ? line : next?.line === end.line + 1 ? next.speaksOf : end.line + 1;
    next = above ? { line, speaksOf } : undefined;
    const read = WORD.test(text) ? dated(parts(text.replace(WORD, ""))) : nearly(text);
    if (read !== undefined) found.push({ ...read, range, line: speaksOf, above });
  }
  return found.reverse();
}

type Read = Pick<IgnoreComment, "rules" | "until" | "reason" | "invalid">;

/** A suppression that was to end on a day must not last for ever. */
function dated(read: Read): Read {
  if (read.until !== undefined || !DAY_BEHIND.test(read.reason)) return read;
  return {
    rules: [],
    reason: read.reason,
    invalid: "the day stands behind the reason; write RULE until DAY -- REASON",
  };
}

function nearly(text: string): Read | undefined {
  if (NEAR.test(text)) return meant(text.replace(NEAR, ""));
  const word = OTHER.exec(text)?.groups?.word ?? "";
  const isMisspelt = !/^ignore/i.test(word) && nearest(word, ["ignore"], MOST_EDITS) !== undefined;
  return isMisspelt ? meant(text.replace(OTHER, "")) : undefined;
}

function meant(text: string): Read {
  const read = parts(text);
  const [rule = "RULE"] = read.rules[0]?.split(/\s/) ?? [];
  const { rules: _, ...rest } = read;
  return { ...rest, rules: [], invalid: `it is not read; did you mean "unconfused-ignore ${rule} -- REASON"?` };
}

function parts(text: string): Read {
  const cut = text.search(/\s--/);
  const head = (cut < 0 ? text : text.slice(0, cut)).trim();
  const reason = cut < 0 ? "" : text.slice(cut).trim().slice(2).trim();
  const [, names = head, until] = /^(.*)\suntil\s+(\S+)$/.exec(head) ?? [];
  const rules = names.split(",").map((name) => name.trim());
  return { rules: rules.filter((name) => name !== ""), reason, ...(until === undefined ? {} : { until }) };
}

/** Up to the end of a line, as TypeScript, Java, C#, Go and Python have them. */
const OF_PROGRAM = /(?:^|\s)(?:\/\/|#)(.*)$/gm;

/** The comments of a program: what looks like one within a text says nothing to us. */
export function programComments(source: Source): Pick<Document, "source" | "comments"> {
  const comments = () =>
    Array.from(source.text.matchAll(OF_PROGRAM), ({ index, 0: whole, 1: text = "" }) => {
      const end = index + whole.length;
      return { text: text.trim(), range: { start: index + whole.search(/\S/), end } };
    });
  return { source, comments };
}

/** Anything in a text that may be such a comment. */
export function mayIgnore({ text }: Source): boolean {
  return /un-?confused/i.test(text);
}
