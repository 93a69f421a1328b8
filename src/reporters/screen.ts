// What a screen is given: nothing of the input that steers a terminal or hides itself, colours, and how wide characters are.

/** Control, format (bidirectional, zero-width, tags), surrogate and line-separating characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** East Asian Width W or F, by block; https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const COMBINING = /\p{Mn}|\p{Me}/u;

const LONGEST = 1000;

/** The text on one line, with its unseen characters spelled out; cut where nobody reads on. */
export function visible(text: string, longest = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** How many columns a terminal needs for the text, which has no unseen characters. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/** JSON on several lines, and a line break; characters that a screen would obey are escaped. */
export function asJson(value: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value, null, 2)}\n`.replace(UNSEEN, (unseen) =>
    unseen === "\n" ? unseen : unseen.split("").map(escaped).join(""),
  );
}

/** ECMA-48, select graphic rendition. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = keyof typeof CODES;
export type Paint = (text: string, ...styles: readonly Style[]) => string;

export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) => `\u001b[${styles.map((style) => CODES[style]).join(";")}m${text}\u001b[0m`;
}
