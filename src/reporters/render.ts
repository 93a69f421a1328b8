// The interface of output formats: a report and its context in, text out.

import type { Report } from "../findings/report.ts";
import type { Hidden } from "../readers/hidden.ts";
import type { Rule } from "../rules/rule.ts";
import type { Source } from "../text/source.ts";

export interface RenderContext {
  /** The rules that are on, each with the severity that the configuration gives it. */
  readonly rules: readonly Rule[];
  /** The text of a file; undefined where it is not available, and for plans and states: they hold secrets, so no line of them is shown. */
  source(file: string): Source | undefined;
  /** The secrets on a line, which are not shown, by offsets in the line. */
  hidden(file: string, line: number): readonly Hidden[];
  /** In columns, where the text is to be wrapped; without it lines stay whole, so that they can be searched. */
  readonly width?: number;
  /** Whether the text goes to a terminal that shows colours. */
  readonly color: boolean;
  /** The exit status of the run. */
  readonly exitCode: 0 | 1 | 2 | 3;
  /** How long the check took; left out where the output must be the same in every run. */
  readonly elapsedMs?: number;
  /** The settings that the verdicts depend on. */
  readonly basis?: Basis;
  /** The category of the analysis on GitHub, where a pipeline uploads several. */
  readonly category?: string;
  /** The most results of a SARIF log; GitHub's limit if left out. */
  readonly mostResults?: number;
  /** The home page of the tool: an absolute URL. */
  readonly homepage: string;
}

/** The settings that a reader has to know in order to trust the verdicts. */
export interface Basis {
  /** The configuration, as reports name it. */
  readonly config: string | undefined;
  /** Nothing was checked because the configuration excludes it. */
  readonly emptied: boolean;
  /** How many grants are judged by metadata of the input. */
  readonly inlineVerdicts: number;
  /** Rules that are off, and those of a lower severity than their own, for people. */
  readonly off: readonly string[];
  readonly lowered: readonly string[];
  /** Ids of the rules that are on. */
  readonly asked: readonly string[];
  /** The baseline, as reports name it, and how many of its entries have no finding any more. */
  readonly baseline?: { readonly file: string; readonly stale: number };
  /** The revision that the run compares with, and how much was there already. */
  readonly since?: { readonly revision: string; readonly findings: number; readonly unknowns: number };
}

/** The whole report as text that ends with a line break. Pure. */
export type Render = (report: Report, context: RenderContext) => string;
