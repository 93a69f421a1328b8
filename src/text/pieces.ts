// Cuts a long text into pieces, never within a surrogate pair.

/** So many UTF-16 units each, or one more where a pair of surrogates would be cut in two. */
export function* piecesOf(text: string, length: number): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + length;
    const next = (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
    yield text.slice(at, next);
    at = next;
  }
}

/** The same text in pieces of that length at least, but for the last; none is cut. */
export function* gathered(pieces: Iterable<string>, length: number): Iterable<string> {
  let gathered = "";
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < length) continue;
    yield gathered;
    gathered = "";
  }
  if (gathered !== "") yield gathered;
}
