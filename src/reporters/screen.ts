// Text for terminals and logs: without control characters and commands from inputs; colours; the width of characters.

/** Matches nearly every text. The patterns of all Unicode below are in functions, because V8 takes long to compile them, and does so where they are first evaluated. */
const PLAIN = /^[ -~\u2026]*$/;
const PLAIN_LINES = /^[\n -~\u2026]*$/;
/** Control, format (bidirectional, zero-width, tags), surrogate and line-separating characters. */
const unprintable = () => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** East Asian Width W or F, by block; https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt */
const wide = () =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const combining = () => /\p{Mn}|\p{Me}/u;

/**
 * Commands of pipeline runners: `##[…]` anywhere in a line (GitHub, Azure), `##vso[…]`, `##teamcity[…]`, and
 * `::…` where a line begins. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const COMMAND = /##(?=\w*\[)|^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

/** The text without commands of runners; everything else stays as it is. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, (_, blanks?: string) => (blanks === undefined ? "#\\u{23}" : `${blanks}\\u{3a}`));
}

const LONGEST = 1000;

/** The text on one line, with invisible characters written as escapes, and cut if it is very long. */
export function printable(text: string, longest = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return PLAIN.test(cut) ? cut : cut.replace(unprintable(), spelledOut);
}

function spelledOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** The value with the invisible characters of its texts written as escapes; line breaks stay. */
export function allVisible<T>(value: T): T;
export function allVisible(value: unknown): unknown {
  if (typeof value === "string" && PLAIN_LINES.test(value)) return value;
  if (typeof value === "string")
    return value.replace(unprintable(), (each) => (each === "\n" ? each : spelledOut(each)));
  if (Array.isArray(value)) return value.map((each) => allVisible(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [allVisible(key), allVisible(inner)]));
}

/** The columns that a terminal needs for a text without invisible characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const [isCombining, isWide] = [combining(), wide()];
  let sum = 0;
  for (const character of text) sum += isCombining.test(character) ? 0 : isWide.test(character) ? 2 : 1;
  return sum;
}

/** JSON on several lines, and a line break; characters that a terminal or runner would act on are escaped. */
export function printableJson(value: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const json = `${JSON.stringify(value, null, 2)}\n`;
  // All line breaks here are layout: JSON escapes those in texts.
  const unseen = () => new RegExp(`(?!\\n)${unprintable().source}`, "gu");
  const visible = PLAIN_LINES.test(json)
    ? json
    : json.replace(unseen(), (each) => each.split("").map(escaped).join(""));
  return visible.replace(/##(?=\w*\[)/g, `#${escaped("#")}`);
}

/** ECMA-48, select graphic rendition. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = keyof typeof CODES;
export type Paint = (text: string, ...styles: readonly Style[]) => string;

export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) => `\u001b[${styles.map((style) => CODES[style]).join(";")}m${text}\u001b[0m`;
}
