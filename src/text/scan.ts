// Skips parts of a text without parsing them: what a pattern matches, strings, and brackets.

/** The offset past the run of characters at `at` that the sticky `pattern` matches. */
export function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * The text as far as something can end there. A pattern like `\$\{[^}]*\}` looks through all that is left of a text for
 * each beginning that nothing ends: the square of its length.
 */
export function upToLast(end: string, text: string): string {
  return text.slice(0, text.lastIndexOf(end) + end.length);
}

/** Where the text opens more than `limit` brackets that are not closed; undefined where it never does. The text need not be JSON. */
export function deeperThan(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"':
        at = endOfString(text, at) - 1;
        break;
      case "{":
      case "[":
        depth += 1;
        if (depth > limit) return at;
        break;
      case "}":
      case "]":
        depth -= 1;
        break;
    }
  }
  return undefined;
}

/** The offset past the string that begins at `start`, or the end of the text. */
export function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}
