// Lines of a source with marked places.

import type { Excerpt } from "../text/excerpts.ts";
import { type Element, element } from "./elements.ts";

/** In the order of the lines, without the blanks that all of them begin with; one with two places is shown for each. */
export function framesOf(excerpts: readonly Excerpt[]): Element | undefined {
  if (excerpts.length === 0) return undefined;
  const sorted = [...excerpts].sort((one, other) => one.line - other.line);
  const indent = Math.min(
    ...sorted.map(({ frame: { line, marked } }) => Math.min(/^ */.exec(line)?.[0].length ?? 0, marked.start)),
  );
  return element(
    "pre",
    { class: "frame", tabindex: 0, role: "group", "aria-label": "Source" },
    sorted.map((excerpt) => row(excerpt, indent)),
  );
}

function row({ line, frame, label, isOther = false }: Excerpt, indent: number): Element {
  const { start, end } = frame.marked;
  const before = frame.line.slice(indent, start);
  // What is marked may be the end of a line, where nothing stands.
  const marked = frame.line.slice(start, end) || " ";
  return element(
    "code",
    { class: "row" },
    element("span", { class: "number" }, `${line}`),
    before,
    element("mark", { class: isOther ? "other" : undefined }, marked),
    frame.line.slice(end),
    label === undefined ? undefined : element("span", { class: "label" }, ` ← ${label}`),
    "\n",
  );
}
