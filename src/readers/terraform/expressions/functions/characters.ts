// Characters as Terraform counts them: Unicode grapheme clusters.

/** Each of which is a cluster of its own. A line feed after a carriage return is none. */
const PLAIN = /^[\n\x20-\x7e]*$/;

let segmenter: Intl.Segmenter | undefined;

export function charactersOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
