// Reads a report for `merge`: one of ours in JSON or SARIF, checked to have the shape that merging relies on.

import { json as ofReports } from "../../../findings/generated/report-shape.js";
import { json as ofLogs } from "../../../findings/generated/sarif-shape.js";
import type { NamedReport } from "../../../findings/merge/reports.ts";
import type { Report } from "../../../findings/report.ts";
import type { NamedLog } from "../../../reporters/sarif/merge.ts";
import type { SarifLog } from "../../../reporters/sarif/types.ts";
import { type JsonSchema, misfitIn } from "../../../text/misfit.ts";
import { nameOf } from "../../../text/paths.ts";
import { Problem } from "../../../text/problem.ts";

const HELP = "name what --format json or --format sarif wrote";

/** Throws Problem on what is none: who changed it, or cut it short, may have taken findings out. */
export function mergeableIn(name: string, content: Uint8Array): NamedReport | NamedLog {
  const value = parsed(content);
  if (isOurReport(value)) {
    requireShape(value, ofReports, value.tool);
    return { name, report: value, shard: value.shard };
  }
  if (isOurLog(value)) {
    const { driver } = value.runs[0].tool;
    requireShape(value, ofLogs, driver);
    return { name, log: value, shard: value.runs[0].properties?.shard };
  }
  throw new Problem("this is no report of Unconfused in JSON or SARIF", HELP);
}

function parsed(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}

/** By who says to have written it; what else there is in it `requireShape` says. */
function isOurReport(value: unknown): value is Report {
  return ["findings", "grants"].every((name) => Array.isArray(member(value, name))) && isOurs(member(value, "tool"));
}

function isOurLog(value: unknown): value is SarifLog {
  const runs = member(value, "runs");
  return Array.isArray(runs) && runs.length === 1 && isOurs(member(member(runs[0], "tool"), "driver"));
}

function isOurs(tool: unknown): boolean {
  return member(tool, "name") === "unconfused";
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function requireShape(value: unknown, shapes: string, { version }: { readonly version: unknown }): void {
  const [shape] = JSON.parse(shapes) as readonly [JsonSchema];
  const misfit = misfitIn(value, shape);
  if (misfit === undefined) return;
  const from = typeof version === "string" ? `; this is of Unconfused ${version}` : "";
  throw new Problem(
    `this report is damaged: ${nameOf(misfit) || "it"} is not what Unconfused writes there`,
    `${HELP}${from}`,
  );
}
