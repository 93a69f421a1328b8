// The trust map as a Mermaid flow chart: callers to the left, resources to the right, and links between them by verdict.

import type { Report } from "../../findings/report.ts";
import { printable } from "../screen.ts";
import { type Verdict, type Way, worse } from "./way.ts";
import { waysIn } from "./ways.ts";

/** Mermaid draws no chart of more than 50,000 characters or 500 links, and on GitHub the limit is fixed. */
const LONGEST_CHART = 40_000;
const MOST_WAYS = 200;
const LONGEST_LABEL = 60;

/** Links that can be told apart without colours too. */
const ARROWS: Readonly<Record<Verdict, string>> = { finding: "==>", unknown: "-.->", ok: "-->" };
/** Colours of GitHub's own, readable on light and dark pages. */
const COLORS: Readonly<Record<Verdict, string>> = { finding: "#cf222e", unknown: "#9a6700", ok: "#1a7f37" };

export interface Chart {
  /** The text between the fences. */
  readonly text: string;
  /** Ways that are not in it, the harmless first. */
  readonly leftOut: number;
}

/** The chart as a report of its own, which GitHub, GitLab and many editors draw. */
export function mermaid(report: Pick<Report, "grants">): string {
  const chart = mermaidMap(report);
  if (chart === undefined) return "flowchart LR\n";
  const rest = chart.leftOut === 0 ? "" : `%% ${chart.leftOut} more ways in are not drawn\n`;
  return `${chart.text}${rest}`;
}

/** Undefined where there are no grants. */
export function mermaidMap(report: Pick<Report, "grants">): Chart | undefined {
  const ways = waysIn(report);
  if (ways.length === 0) return undefined;
  const shown = fitting(ways);
  const callers = numbered(shown.map(({ caller }) => caller));
  const roles = numbered(shown.map(roleKey));
  const worst = new Map<number, Verdict>();
  const lines = ["flowchart LR"];
  const met = new Set<string>();
  const node = (id: string, shape: string) => {
    if (!met.has(id)) lines.push(`  ${id}${shape}`);
    met.add(id);
  };
  for (const way of shown) {
    const role = roles.get(roleKey(way)) ?? 0;
    worst.set(role, worse(worst.get(role) ?? "ok", way.verdict));
    node(`c${callers.get(way.caller)}`, `(["${label(way.caller)}"])`);
    node(`r${role}`, `["${label(way.role.name)}<br/>${label(way.role.file)}"]`);
  }
  for (const way of shown) {
    lines.push(`  c${callers.get(way.caller)} ${ARROWS[way.verdict]} r${roles.get(roleKey(way))}`);
  }
  for (const verdict of ["finding", "unknown", "ok"] as const) {
    const links = shown.flatMap((way, index) => (way.verdict === verdict ? [index] : []));
    const nodes = [...worst].flatMap(([role, each]) => (each === verdict ? [`r${role}`] : []));
    if (links.length > 0) lines.push(`  linkStyle ${links.join(",")} stroke:${COLORS[verdict]}`);
    if (nodes.length > 0) {
      lines.push(`  classDef ${verdict} stroke:${COLORS[verdict]},stroke-width:2px`);
      lines.push(`  class ${nodes.join(",")} ${verdict}`);
    }
  }
  return { text: `${lines.join("\n")}\n`, leftOut: ways.length - shown.length };
}

function fitting(ways: readonly Way[]): readonly Way[] {
  let length = 0;
  const end = ways.findIndex(({ caller, role }, index) => {
    // The words of one way, and of what is said of it elsewhere.
    length += label(caller).length + label(role.name).length + label(role.file).length + 60;
    return index >= MOST_WAYS || length > LONGEST_CHART;
  });
  return end === -1 ? ways : ways.slice(0, end);
}

function roleKey({ role }: Way): string {
  return JSON.stringify([role.file, role.name]);
}

function numbered(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(keys)].map((key, index) => [key, index]));
}

/** Characters with a meaning to Mermaid are written by their code. */
function label(text: string): string {
  return printable(text, LONGEST_LABEL).replace(
    /[^\p{L}\p{M}\p{N} ._/-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
