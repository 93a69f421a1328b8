// The known word that an unknown one was probably meant to be.

/** The nearest of `known`, if fewer than half of its characters have to change, and no more than `most`; undefined otherwise. */
export function nearest(word: string, known: Iterable<string>, most = Number.POSITIVE_INFINITY): string | undefined {
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const each of known) {
    const distance = edits(word.toLowerCase(), each.toLowerCase());
    if (distance * 2 < each.length && distance <= most && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { word: each, distance };
    }
  }
  return best?.word;
}

/** Levenshtein distance. Words of hostile length are cut: nobody meant them. */
function edits(from: string, to: string): number {
  const word = from.slice(0, 100);
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...word].entries()) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column += 1) {
      const replaced = (row[column] ?? 0) + (letter === to[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
