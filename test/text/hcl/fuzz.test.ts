import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHcl } from "../../../src/text/hcl/document.ts";
import type { Body } from "../../../src/text/hcl/syntax.ts";
import { source } from "../../../src/text/source.ts";
import { nodesOf } from "./written.ts";

const PIECES = [
  ...[
    'resource "a" "b" {',
    "}",
    "\n",
    "\r\n",
    " ",
    "x = ",
    "1",
    "-",
    '"',
    "${",
    "%{ if a }",
    "%{ endif }",
    "~}",
    "}",
    "(",
    ")",
  ],
  ...[
    "[",
    "]",
    "{",
    "for k, v in ",
    " : ",
    "?",
    "<<EOT\n",
    "<<-EOT\n",
    "EOT\n",
    "\\n",
    "\\q",
    "$${",
    "#c\n",
    "/*",
    "*/",
    "//",
    "...",
  ],
  ...["a.b", "[*]", ".*", ".0", "f(", ",", "=", "=>", "==", "&&", "null", "é", "😀", "\t", "\uFEFF"],
];

function* bodies(body: Body): Generator<Body> {
  yield body;
  for (const block of body.blocks) yield* bodies(block.body);
}

/** Anything is read, or told to be broken at a place that is there; what is read stands within what it is part of. */
test("any text is read without harm", () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 60 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const from = source("x.tf", pieces.join("").replaceAll("\0", ""));
      const { file } = parseHcl(from);
      for (const { line, column } of file.problems) {
        expect(from.line(line ?? 0)).toBeDefined();
        expect(column).toBeGreaterThan(0);
      }
      for (const { attributes, blocks } of bodies(file.body)) {
        for (const { start, end, value, key } of attributes.values()) {
          expect(start <= key.end && key.end <= value.start && value.end <= end && end <= from.text.length).toBe(true);
          for (const node of nodesOf(value)) expect(value.start <= node.start && node.end <= value.end).toBe(true);
        }
        for (const { start, header, end } of blocks) expect(start <= header.end && header.end < end).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test("what is cut off anywhere, or has a character too many, is read without harm", () => {
  const text =
    'variable "v" {\n  type = map(object({ a = optional(string, "x") }))\n}\nlocals {\n  l = [for k, v in var.v : "${k}-${upper(v.a)}" if v != null]\n  h = <<-EOT\n    a ${local.l[0]} %{ if true ~}\n    b\n    %{ endif ~}\n  EOT\n} # end\n';
  for (let at = 0; at <= text.length; at += 1) {
    for (const changed of [
      text.slice(0, at),
      ...['"', "}", "${", "\n"].map((each) => text.slice(0, at) + each + text.slice(at)),
    ]) {
      const { file } = parseHcl(source("x.tf", changed));
      expect(file.problems.length).toBeLessThan(10);
    }
  }
});
