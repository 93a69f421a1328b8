// Texts without what they begin or end with.

import { slice } from "../../../../values/text.ts";
import { isKnown, literal, type Origin, type Part, type Value } from "../../../../values/value.ts";
import type { Functions } from "./row.ts";

export const trimming: Functions = [
  ["trimspace", { gives: "text", run: ([value], origin) => trimmed(value, origin, /^\s*/, /(?<!\s)\s*$/) }],
  ["trimprefix", { gives: "text", run: ([value, prefix], origin) => without(value, literal(prefix), "start", origin) }],
  ["trimsuffix", { gives: "text", run: ([value, suffix], origin) => without(value, literal(suffix), "end", origin) }],
  ["trim", { gives: "text", run: ([value, set], origin) => trimmedOf(value, set, origin) }],
];

function without(
  value: Value | undefined,
  affix: string | undefined,
  end: "start" | "end",
  origin: Origin,
): Value | undefined {
  const part = value?.kind === "text" ? value.parts.at(end === "start" ? 0 : -1) : undefined;
  if (value?.kind !== "text" || affix === undefined || part === undefined || !isKnown(part)) return undefined;
  // Whether the affix is there may depend on what is not known.
  if (value.parts.length > 1 && part.text.length < affix.length) return undefined;
  const has = end === "start" ? part.text.startsWith(affix) : part.text.endsWith(affix);
  if (!has) return { ...value, type: "string", origin };
  const left =
    end === "start" ? slice(part, affix.length, part.text.length) : slice(part, 0, part.text.length - affix.length);
  const parts: readonly Part[] =
    end === "start" ? [left, ...value.parts.slice(1)] : [...value.parts.slice(0, -1), left];
  return { ...value, type: "string", parts, origin };
}

/** What is not known may have such characters at its ends. */
function trimmed(value: Value | undefined, origin: Origin, start: RegExp, end: RegExp): Value | undefined {
  if (value?.kind !== "text") return undefined;
  const parts = [...value.parts];
  for (const [at, edge] of [
    [0, start],
    [-1, end],
  ] as const) {
    for (let part = parts.at(at); part !== undefined; part = parts.at(at)) {
      if (!isKnown(part)) return undefined;
      const found = edge.exec(part.text)?.[0].length ?? 0;
      const left = at === 0 ? slice(part, found, part.text.length) : slice(part, 0, part.text.length - found);
      if (left.text !== "" || parts.length === 1) {
        parts.splice(at, 1, left);
        break;
      }
      parts.splice(at, 1);
    }
  }
  return { ...value, type: "string", parts, origin };
}

function trimmedOf(value: Value | undefined, set: Value | undefined, origin: Origin): Value | undefined {
  const characters = literal(set);
  if (characters === undefined) return undefined;
  if (characters === "") return trimmed(value, origin, /^/, /$/);
  const any = `[${characters.replace(/[\\\]^-]/g, "\\$&")}]`;
  return trimmed(value, origin, new RegExp(`^${any}*`), new RegExp(`(?<!${any})${any}*$`));
}
