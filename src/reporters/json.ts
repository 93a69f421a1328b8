// The report as JSON, for other programs; schemas/report.schema.json describes it.

import type { Report } from "../findings/report.ts";
import type { Render } from "./render.ts";
import { printableJson } from "./screen.ts";

/** The order in which keys are written, whatever order they were set in; keys that the input names (parameters, condition keys) follow by name. */
const ORDER = new Map(
  [
    ["version", "tool", "name", "summary", "files", "resources", "policies", "ok", "finding", "unknown"],
    ["low", "medium", "high", "critical"],
    ["rule", "severity", "verdict", "rules", "by", "reason", "until", "source", "message", "help"],
    ["file", "line", "column", "endLine", "endColumn", "opened", "resource", "format", "type", "id", "path"],
    ["callers", "class", "account", "vendor", "tenancy", "tenancyFrom"],
    ["principal", "session", "action", "context", "absent"],
    ["witness", "wouldAllow", "world", "parameters", "conditions", "related", "fingerprint"],
    ["findings", "unknowns", "grants", "suppressed", "baselined", "errors", "notes"],
  ]
    .flat()
    .map((key, index) => [key, index]),
);

export const json: Render = (report) => inJson(report);

/** Needs only the report, no context. */
export function inJson(report: Report): string {
  return [...jsonInPieces(report)].join("");
}

/** In pieces of whole lines. The entries of a list are put in order and written one by one, because there may be very many. */
export function* jsonInPieces(report: Report): Iterable<string> {
  yield "{\n";
  const parts = inOrder(Object.entries(report)).filter(([, value]) => value !== undefined);
  for (const [index, [key, value]] of parts.entries()) {
    const comma = index < parts.length - 1 ? "," : "";
    if (isLong(value)) {
      yield `  ${JSON.stringify(key)}: [\n`;
      const written = writer("    ");
      for (const [number, entry] of value.entries())
        yield `    ${written(entry)}${number < value.length - 1 ? "," : ""}\n`;
      yield `  ]${comma}\n`;
    } else yield `  ${JSON.stringify(key)}: ${indented(value, "  ")}${comma}\n`;
  }
  yield "}\n";
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

/** Writes entries of a list. Entries of equal policies share objects: the text of a value that the entry before has too is reused. */
function writer(margin: string): (entry: unknown) => string {
  const inner = `${margin}  `;
  const orders = new Map<string, readonly string[]>();
  const before = new Map<string, { readonly value: object; readonly text: string }>();

  function orderOf(keys: readonly string[]): readonly string[] {
    const names = keys.join();
    const order = orders.get(names) ?? inOrder(keys.map((key) => [key, undefined])).map(([key]) => key);
    orders.set(names, order);
    return order;
  }

  function textOf(key: string, value: unknown): string {
    if (typeof value !== "object" || value === null) return indented(value, inner);
    const known = before.get(key);
    if (known?.value === value) return known.text;
    const text = indented(value, inner);
    before.set(key, { value, text });
    return text;
  }

  return (entry) => {
    if (!isObject(entry)) return indented(entry, margin);
    const keys = orderOf(Object.keys(entry)).filter((key) => entry[key] !== undefined);
    const lines = keys.map((key) => `${inner}${JSON.stringify(key)}: ${textOf(key, entry[key])}`);
    return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${margin}}`;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function indented(value: unknown, margin: string): string {
  const text = printableJson(ordered(value)).trimEnd();
  return text.includes("\n") ? text.replaceAll("\n", `\n${margin}`) : text;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(inOrder(Object.entries(value)).map(([key, inner]) => [key, ordered(inner)]));
}

function inOrder(entries: readonly (readonly [key: string, value: unknown])[]): typeof entries {
  return [...entries].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function rank(key: string): number {
  return ORDER.get(key) ?? ORDER.size;
}
