import { expect, test } from "vitest";
import { asMarkdown, withoutTags } from "../../src/reporters/markup.ts";

const ROWS: [text: string, plain: string, markdown: string][] = [
  ["a <img src=x onerror=alert(1)> b", "a \\u{3c}img src=x onerror=alert(1)> b", "a &lt;img src=x onerror=alert(1)> b"],
  ["</details><!-- x", "\\u{3c}/details>\\u{3c}!-- x", "&lt;/details>&lt;!-- x"],
  ["<SCRIPT>", "\\u{3c}SCRIPT>", "&lt;SCRIPT>"],
  ["<a_b onclick=x>", "\\u{3c}a_b onclick=x>", "&lt;a_b onclick=x>"],
  ["role <ACCOUNT_ID> of <account-id>", "role <ACCOUNT_ID> of <account-id>", "role &lt;ACCOUNT_ID> of &lt;account-id>"],
  ["1 < 2 <= 3", "1 < 2 <= 3", "1 < 2 <= 3"],
  ["see <https://example.com/a>", "see <https://example.com/a>", "see <https://example.com/a>"],
  ["in `<b>` code", "in `\\u{3c}b>` code", "in `<b>` code"],
  ["```\n<b>\n```\n<b>", "```\n\\u{3c}b>\n```\n\\u{3c}b>", "```\n<b>\n```\n&lt;b>"],
  ["[x](javascript:alert)", "[x](javascript:alert)", "[x]\\(javascript:alert)"],
  ["[x](https://example.com/)", "[x](https://example.com/)", "[x](https://example.com/)"],
];

test.each(ROWS)("%j", (text, plain, markdown) => {
  expect(withoutTags(text)).toBe(plain);
  expect(asMarkdown(text)).toBe(markdown);
});
