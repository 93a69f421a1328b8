// Escapes text of rules and inputs for programs that render Markdown.

import { printable } from "./screen.ts";

/** What a browser could take for a tag, a comment or an instruction; an address in angle brackets is a link. */
const TAG = /<(?=[a-z/!?])(?!https:\/\/[^\s<>]*>)/gi;
/** In angle brackets and called so is a placeholder, which browsers pass over: `<ACCOUNT_ID>`. */
const PLACEHOLDER = /^<\w*[_-][\w-]*>/;

/** For a plain message, which some show as Markdown: section 3.11.4 of SARIF lets no message carry HTML. */
export function withoutTags(text: string): string {
  return text.replace(TAG, (tag, at: number) => (PLACEHOLDER.test(text.slice(at, at + 100)) ? tag : "\\u{3c}"));
}

/** For Markdown: outside of code, where it is text anyway. */
export function asMarkdown(text: string): string {
  return text
    .split(/(^```[\s\S]*?^```|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(TAG, "&lt;").replace(UNSAFE_LINK, "]\\(")))
    .join("");
}

/** A link to anything but a page: `javascript:`, `data:`. */
const UNSAFE_LINK = /\]\((?!\s*(?:https?:\/\/|#))/gi;

/** What Markdown as GitHub reads it may take for a mark, an entity, a formula or the beginning of an address. */
const MARK = /[\\`*_[\]<>|~&$]|:(?=\/\/)|(?<=\bwww)\./gi;
/** Mentions and references to issues: an empty comment between their parts breaks them up. */
const MENTION = /[@#!](?=\w)/g;

/** Text of an input between words of ours, also in a table: on one line, and all of it text. */
export function asMarkdownText(text: string, longest?: number): string {
  return printable(text, longest).replace(MARK, "\\$&").replace(MENTION, "$&<!-- -->");
}

/** Code in a line of Markdown. A row of a table is cut at every `|`, and in code nothing escapes one: it is text there. */
export function codeSpan(text: string, inTable = false): string {
  if (inTable && text.includes("|")) return asMarkdownText(text);
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padded = /^`|`$|^ .* $/.test(text) || text === "" ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}
