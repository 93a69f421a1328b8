// Constant HCL expressions as plain data, as in files of values.

import type { Json } from "../document.ts";
import type { Expression } from "./syntax.ts";

/** Numbers and truth values in the words that Terraform has for them; undefined for what has to be worked out. */
export function constantIn(expression: Expression): Json | undefined {
  switch (expression.kind) {
    case "literal":
      return expression.type === "null" ? null : expression.text;
    case "template": {
      const words = expression.parts.map((part) => (part.kind === "characters" ? part.text : undefined));
      return words.includes(undefined) ? undefined : words.join("");
    }
    case "unary": {
      const of = expression.operator === "-" ? constantIn(expression.of) : undefined;
      return typeof of === "string" ? `-${of}` : undefined;
    }
    case "tuple": {
      const items = expression.items.map(constantIn);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "object": {
      const entries = expression.entries.map(({ key, value }) => [constantIn(key), constantIn(value)] as const);
      return entries.every(isComplete) ? Object.fromEntries(entries) : undefined;
    }
    default:
      return undefined;
  }
}

function isComplete(entry: readonly [Json | undefined, Json | undefined]): entry is readonly [string, Json] {
  return typeof entry[0] === "string" && entry[1] !== undefined;
}
