// Heredocs of the form `<<-`: removes the indentation that all lines share.
// Source: hashicorp/hcl, hclsyntax/parser_template.go, flushHeredocTemplateParts.

import type { Characters, TemplatePart } from "./syntax.ts";

type Plain = TemplatePart & Characters;

/** Of a heredoc, whose characters are parts line by line. A line that begins with `${` or `%{`, or whose blanks before that are trimmed, has none; blank lines have no say. */
export function withoutIndentation(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const beginnings = new Set<TemplatePart>();
  let shared = Number.POSITIVE_INFINITY;
  let lineBegins = true;
  for (const part of inOrder(parts)) {
    const characters = part?.kind === "characters" ? part : undefined;
    if (lineBegins) {
      lineBegins = false;
      if (characters === undefined || !isBlankLine(characters)) {
        shared = Math.min(shared, characters === undefined ? 0 : indentationOf(characters));
        if (characters !== undefined) beginnings.add(characters);
      }
    }
    if (characters?.text.endsWith("\n")) lineBegins = true;
  }
  return shared > 0 ? cut(parts, shared, beginnings) : parts;
}

/** As they are written; undefined for a directive that ends or divides another. */
function* inOrder(parts: readonly TemplatePart[]): Generator<TemplatePart | undefined> {
  for (const part of parts) {
    yield part;
    if (part.kind === "for") yield* inOrder(part.body);
    if (part.kind === "if") {
      yield* inOrder(part.met);
      if (part.otherwise.length > 0) yield undefined;
      yield* inOrder(part.otherwise);
    }
    if (part.kind === "for" || part.kind === "if") yield undefined;
  }
}

function isBlankLine({ text }: Plain): boolean {
  return text.endsWith("\n") && text.trim() === "";
}

function indentationOf({ text }: Plain): number {
  return text.search(/\S|$/);
}

function cut(
  parts: readonly TemplatePart[],
  shared: number,
  beginnings: ReadonlySet<TemplatePart>,
): readonly TemplatePart[] {
  const inner = (some: readonly TemplatePart[]) => cut(some, shared, beginnings);
  return parts.flatMap((part): readonly TemplatePart[] => {
    if (part.kind === "for") return [{ ...part, body: inner(part.body) }];
    if (part.kind === "if") return [{ ...part, met: inner(part.met), otherwise: inner(part.otherwise) }];
    if (part.kind !== "characters" || !beginnings.has(part)) return [part];
    const text = part.text.slice(shared);
    return text === "" ? [] : [{ ...part, text, start: part.start + shared }];
  });
}
