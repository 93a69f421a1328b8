// Values as plain data, short enough to be written in a table of expectations.

import { isKnown, type Part, type Value } from "../../src/values/value.ts";

export type Shown = string | Shown[] | { [key: string]: Shown };

/** `<hole>`, `[word|default P]` for what is supplied, `?reason name` for what can have any shape, `?reason name…` for a list of unknown length. */
export function shown(value: Value): Shown {
  switch (value.kind) {
    case "text":
      return value.parts.map(shownPart).join("");
    case "list":
      return value.items.map(shown);
    case "map":
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, shown(entry.value)]));
    case "absent":
      return "-";
    case "unknown":
      return `?${value.why.reason} ${value.why.name}${value.why.many ? "…" : ""}`;
  }
}

function shownPart(part: Part): string {
  if (!isKnown(part)) return `<${part.hole.name}>`;
  return part.from === undefined ? part.text : `[${part.text}|${part.from.by} ${part.from.name}]`;
}
