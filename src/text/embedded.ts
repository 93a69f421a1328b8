// A document within a scalar of another: read as a document of its own, with every place in the outer text.

import type { Document, Path } from "./document.ts";
import { parseJson } from "./json/parse.ts";
import { Problem } from "./problem.ts";
import type { Range, Source } from "./source.ts";
import { parseYaml } from "./yaml/parse.ts";

/** Some characters of the inner text, and the scalar that they come from. */
export interface Piece {
  /** Offset in the inner text. */
  readonly start: number;
  readonly length: number;
  /** A scalar of the outer document, and the offset in its decoded text. */
  readonly path: Path;
  readonly from: number;
  /** Of a placeholder: all that it stands for, of which no part is told. */
  readonly whole?: Range;
}

/**
 * JSON if the text begins with a bracket, else the first document of a YAML stream. `pieces`, in the order of the inner
 * text, say where it comes from; what lies between them (a placeholder) has the place of the nearest. Without pieces it
 * is the scalar at `path`, whole. Throws a Problem, located in the outer text.
 */
export function embed(
  outer: Document,
  path: Path,
  text: string,
  pieces: readonly Piece[] = [{ start: 0, length: text.length, path, from: 0 }],
): Document {
  const outward = (range: Range) => outerRange(outer, path, pieces, range);
  const source: Source = {
    path: outer.source.path,
    text,
    position: (offset) => outer.source.position(outward({ start: offset, end: offset + 1 }).start),
    line: outer.source.line,
  };
  const inner = /^\s*[{[]/.test(text) ? parseJson(source) : parseYaml(source).documents[0];
  if (inner === undefined) {
    throw new Problem("a text that holds no document", "write JSON or YAML in it", source.position(0));
  }
  const [{ path: begin, from } = { path, from: 0 }] = pieces;
  return {
    source: outer.source,
    within: JSON.stringify([outer.within, begin, from]),
    get value() {
      return inner.value;
    },
    locate: (inside, what) => outward(inner.locate(inside, what)),
    spelling: inner.spelling,
    comments: () => inner.comments().map(({ text, range }) => ({ text, range: outward(range) })),
  };
}

function outerRange(outer: Document, path: Path, pieces: readonly Piece[], { start, end }: Range): Range {
  const first = nearest(pieces, start);
  const last = nearest(pieces, Math.max(start, end - 1));
  if (first === undefined || last === undefined) return outer.locate(path);
  if (first === last) return outerCharacters(outer, first, start, end);
  const from = outerCharacters(outer, first, start, Math.min(start + 1, end));
  const to = outerCharacters(outer, last, Math.max(start, end - 1), end);
  // Pieces may stand in the outer text in another order than in the inner one.
  return to.end < from.start ? from : { start: from.start, end: to.end };
}

function nearest(pieces: readonly Piece[], offset: number): Piece | undefined {
  const distance = ({ start, length }: Piece) => Math.max(start - offset, offset - (start + length - 1), 0);
  return pieces.reduce<Piece | undefined>(
    (best, piece) => (best === undefined || distance(piece) < distance(best) ? piece : best),
    undefined,
  );
}

/** Those of the inner characters that the piece spells; the one next to them, where it spells none. */
function outerCharacters(outer: Document, piece: Piece, start: number, end: number): Range {
  if (piece.whole !== undefined) return outer.locate(piece.path, piece.whole);
  const first = Math.min(Math.max(start - piece.start, 0), Math.max(piece.length - 1, 0));
  const past = Math.min(Math.max(end - piece.start, first + Math.min(end - start, 1)), piece.length);
  return outer.locate(piece.path, { start: piece.from + first, end: piece.from + past });
}
