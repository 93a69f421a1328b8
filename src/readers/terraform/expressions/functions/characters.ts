// What people call characters of a text, which Terraform counts: grapheme clusters of Unicode.

/** Each of which is a cluster of its own. A line feed after a carriage return is none. */
const PLAIN = /^[\n\x20-\x7e]*$/;

let segmenter: Intl.Segmenter | undefined;

export function charactersOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
