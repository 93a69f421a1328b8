// What every output format is given, and what it gives back.

import type { Report } from "../findings/report.ts";
import type { Hidden } from "../readers/hidden.ts";
import type { Rule } from "../rules/rule.ts";
import type { Source } from "../text/source.ts";

export interface RenderContext {
  /** The rules that were asked, each with the severity that the configuration gives it. */
  readonly rules: readonly Rule[];
  /** The file as it was read; undefined if it cannot be had, and for plans and states: they hold secrets, no line of them is shown. */
  source(file: string): Source | undefined;
  /** What of a line is not shown beside what a finding points at: secrets that stand on it, by offsets in the line. */
  hidden(file: string, line: number): readonly Hidden[];
  /** In columns, where the text is to be wrapped; absent: it is not, so that lines can be searched. */
  readonly width?: number;
  /** Whether the text goes to a terminal that shows colours. */
  readonly color: boolean;
  /** What the run ends with; the closed table of the command line. */
  readonly exitCode: 0 | 1 | 2 | 3;
  /** How long the check took; left out where the output must not change from run to run. */
  readonly elapsedMs?: number;
  /** What the verdicts rest on; left out where nobody asks. */
  readonly basis?: Basis;
  /** What GitHub is to call this analysis, where a pipeline uploads several of one tool. */
  readonly category?: string;
  /** How many results a log that is uploaded may have; as many as GitHub takes, if left out. */
  readonly mostResults?: number;
  /** Where the tool lives: an absolute URL. */
  readonly homepage: string;
}

/** What a reader has to know in order to trust a verdict: who set what. */
export interface Basis {
  /** The configuration, as reports name it. */
  readonly config: string | undefined;
  /** Nothing was checked because the configuration excludes it. */
  readonly emptied: boolean;
  /** How many grants are judged by what the input says about itself. */
  readonly inlineVerdicts: number;
  /** Rules that are off, and those of a lower severity than their own, for people. */
  readonly off: readonly string[];
  readonly lowered: readonly string[];
  /** Ids of the rules that are asked. */
  readonly asked: readonly string[];
  /** The baseline, as reports name it, and how many of its entries are no finding any more. */
  readonly baseline?: { readonly file: string; readonly stale: number };
  /** The revision that the run compares with, and how much was there already. */
  readonly since?: { readonly revision: string; readonly findings: number; readonly unknowns: number };
}

/** The whole report as text that ends with a line break. Pure. */
export type Render = (report: Report, context: RenderContext) => string;
