// The body of the page, the same in a report and in the playground: counts, trust map, findings, unknowns, suppressed findings and errors.

import type { Report, ReportError } from "../../findings/report.ts";
import { position } from "../position.ts";
import type { RenderContext } from "../render.ts";
import { allVisible, printable } from "../screen.ts";
import { WORST_FIRST, worstFirst } from "../severities.ts";
import { unreadableLines } from "../text/errors.ts";
import type { Excerpt } from "../text/excerpts.ts";
import { summary } from "../text/summary.ts";
import { unknownCauses } from "../text/unknown-causes.ts";
import { rank } from "../trust-map/way.ts";
import { type Element, element, type Given } from "./elements.ts";
import { filtersOf } from "./filters.ts";
import { doubtOnPage, findingOnPage, ruleOnPage } from "./finding.ts";
import { framesOf } from "./frames.ts";
import { callersOf, MOST_GRANTS, rowOf, trustMap } from "./grants.ts";

/** A page with more would be slow to open: the rest is only counted. */
const MOST_TOLD = 200;

export interface Body {
  /** One line that says how it is. */
  readonly title: string;
  readonly header: readonly Element[];
  readonly main: readonly Element[];
}

export function bodyOf(given: Report, context: RenderContext): Body {
  const report = allVisible(given);
  const cannotTell = unknownCauses(report);
  const findings = worstFirst(report.findings);
  const grants = [...report.grants].sort((one, other) => rank(one.verdict) - rank(other.verdict));
  const rows = grants.slice(0, MOST_GRANTS).map(rowOf);
  const told = findings
    .slice(0, MOST_TOLD)
    .map((finding) => ({ finding, callers: callersOf(finding), file: finding.file, verdict: "finding" as const }));
  const doubts = cannotTell.slice(0, MOST_TOLD).map(({ first, rules }) => ({
    doubt: { first, rules },
    callers: callersOf(first),
    file: first.file,
    verdict: "unknown" as const,
  }));
  const filters = filtersOf([...rows, ...told, ...doubts]);
  const [counts = "", ...remarks] = summary(report, cannotTell.length, context);
  const sections = [
    ...(rows.length === 0 ? [] : [trustMap(rows, grants.length, filters, context)]),
    ...section("findings", "Findings", findings.length, [
      told.map((each) => findingOnPage(each.finding, context, filters.marks(each))),
    ]),
    ...section("cannot-tell", "Cannot tell", cannotTell.length, [
      doubts.map((each) => doubtOnPage(each.doubt, context, filters.marks(each))),
    ]),
    ...section("errors", "Errors", report.errors.length, [
      report.errors.slice(0, MOST_TOLD).map((each) => errorOnPage(each, unreadableLines(each, context))),
    ]),
    ...section("suppressed", "Silenced", report.suppressed.length, [
      list(report.suppressed, suppressedOnPage(context)),
    ]),
    ...section("notes", "Notes", report.notes.length, [
      list(report.notes, (note) => [printable(note.message), " ", element("code", {}, position(note))]),
    ]),
  ];
  return {
    title: titleOf(report, cannotTell.length),
    header: [
      element("p", { class: "counts" }, counts),
      tiles(report, cannotTell.length),
      remarks.length === 0
        ? []
        : [
            element(
              "ul",
              { class: "remarks" },
              remarks.map((each) => element("li", {}, each)),
            ),
          ],
      contents(sections),
    ].flat(),
    main: [
      ...(filters.form === undefined ? [] : [filters.form]),
      ...sections,
      ...(sections.length === 0 ? [element("p", { class: "nothing" }, "There is nothing else to tell.")] : []),
    ],
  };
}

/** Links to the sections of a page that has several. */
function contents(sections: readonly Element[]): readonly Element[] {
  if (sections.length < 2) return [];
  const links = sections.map(({ attributes: { id = "" }, children: [heading] }) =>
    element("a", { href: `#${id}` }, typeof heading === "object" ? heading.children : undefined),
  );
  return [element("nav", { class: "contents", "aria-label": "On this page" }, links)];
}

function titleOf({ findings, errors, summary: { files } }: Report, doubts: number): string {
  if (files === 0 && errors.length === 0) return "Nothing to check";
  const parts = [
    findings.length === 0 ? "No findings" : findings.length === 1 ? "1 finding" : `${findings.length} findings`,
    // After errors, no findings do not mean that there are none.
    ...(doubts > 0 && findings.length === 0 ? [`${doubts} cannot tell`] : []),
    ...(errors.length === 0 ? [] : [errors.length === 1 ? "1 error" : `${errors.length} errors`]),
  ];
  return parts.join(", ");
}

/** How many there are of each, told by their words as well as by their colours. */
function tiles({ summary: { findings, grants } }: Report, doubts: number): Element {
  const tile = (kind: string, count: number, words: string) =>
    element(
      "li",
      { class: `tile ${kind}${count === 0 ? " none" : ""}` },
      element("strong", {}, `${count}`),
      " ",
      element("span", {}, words),
    );
  return element(
    "ul",
    { class: "tiles", "aria-label": "Counts" },
    WORST_FIRST.map((severity) => tile(severity, findings[severity], severity)),
    tile("doubt", doubts, "cannot tell"),
    tile("ok", grants.ok, grants.ok === 1 ? "grant as it should be" : "grants as they should be"),
  );
}

/** No section where it would be empty. */
function section(id: string, title: string, count: number, content: readonly Given[]): readonly Element[] {
  if (count === 0) return [];
  const heading = element("h2", { id: `${id}-heading` }, title, " ", element("span", { class: "count" }, `${count}`));
  const left = count - MOST_TOLD;
  const rest =
    left > 0
      ? element(
          "p",
          { class: "remark" },
          `${MOST_TOLD} of ${count} are shown, and ${left} are not; --format json has all.`,
        )
      : undefined;
  return [element("section", { id, "aria-labelledby": `${id}-heading` }, heading, rest, content)];
}

export function errorOnPage(error: ReportError, excerpts: readonly Excerpt[]): Element {
  const { file, message, help, ...place } = error;
  return element(
    "article",
    { class: "card error" },
    element("h3", {}, element("span", { class: "badge" }, "error"), " ", printable(message)),
    file === undefined
      ? undefined
      : element("p", { class: "where" }, element("code", {}, position({ ...place, file }))),
    framesOf(excerpts),
    element("dl", {}, element("dt", {}, "What to do"), element("dd", {}, printable(help))),
  );
}

function suppressedOnPage(context: RenderContext) {
  return (each: Report["suppressed"][number]): readonly Given[] => [
    ruleOnPage(each.rule, context),
    ` ${printable(each.message)} `,
    element("code", {}, position(each)),
    element(
      "small",
      {},
      ` by ${BY[each.by]}: ${printable(each.reason)}${each.until === undefined ? "" : ` (until ${printable(each.until)})`}`,
    ),
  ];
}

const BY: Readonly<Record<Report["suppressed"][number]["by"], string>> = {
  comment: "a comment",
  metadata: "metadata",
  config: "the configuration",
  baseline: "the baseline",
  acknowledge: "an acknowledgement of the CDK",
};

function list<T>(all: readonly T[], shown: (each: T) => readonly Given[]): Element {
  return element(
    "ul",
    { class: "list" },
    all.slice(0, MOST_TOLD).map((each) => element("li", {}, shown(each))),
  );
}
