// Heredocs of the form `<<-`: the indentation that all of their lines share is no part of them.

import type { TemplatePart } from "./syntax.ts";

/** `body` is the offset of the first line; lines of blanks alone have no say. */
export function withoutIndentation(
  parts: readonly TemplatePart[],
  text: string,
  body: number,
): readonly TemplatePart[] {
  let shared = Number.POSITIVE_INFINITY;
  for (const line of text.slice(body, parts.at(-1)?.end ?? body).split("\n")) {
    if (line.trim() !== "") shared = Math.min(shared, indentationOf(line));
  }
  return Number.isFinite(shared) && shared > 0
    ? cut(parts, shared, (at) => at === body || text[at - 1] === "\n")
    : parts;
}

function indentationOf(line: string): number {
  return line.search(/[^ \t]|$/);
}

function cut(
  parts: readonly TemplatePart[],
  shared: number,
  beginsLine: (offset: number) => boolean,
): readonly TemplatePart[] {
  return parts.flatMap((part) => {
    if (part.kind === "characters") return cutLines(part, shared, beginsLine);
    if (part.kind === "for") return [{ ...part, body: cut(part.body, shared, beginsLine) }];
    if (part.kind === "interpolation") return [part];
    const branch = (inner: readonly TemplatePart[]) => cut(inner, shared, beginsLine);
    return [{ ...part, met: branch(part.met), otherwise: branch(part.otherwise) }];
  });
}

/** One part a line, so that each is as long as its range. */
function cutLines(
  part: TemplatePart & { readonly kind: "characters" },
  shared: number,
  beginsLine: (offset: number) => boolean,
): readonly TemplatePart[] {
  if (part.text.length !== part.end - part.start) return [part];
  let { start } = part;
  return part.text.split(/(?<=\n)/).flatMap((line) => {
    const removed = beginsLine(start) ? Math.min(shared, indentationOf(line)) : 0;
    const kept = {
      kind: "characters",
      text: line.slice(removed),
      start: start + removed,
      end: start + line.length,
    } as const;
    start = kept.end;
    return kept.text === "" ? [] : [kept];
  });
}
