// The sample report, as an input would have it that puts one text everywhere.

import type { Report } from "../../src/findings/report.ts";
import { report } from "./sample.ts";

/** The sample, with a text of the input's in the place of every word that is not one of ours. */
export function withText(text: string): Report {
  const ours = new Set(["rule", "severity", "format", "class", "by", "verdict", "reason", "fingerprint"]);
  const changed = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return ours.has(key) ? value : text;
    if (Array.isArray(value)) return value.map((inner) => changed(inner));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, name)]));
  };
  return { ...(changed(report) as Report), tool: report.tool };
}
