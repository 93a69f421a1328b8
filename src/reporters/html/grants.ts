// Every grant on the page: the trust map as a drawing and as a table.

import type { Caller, Grant } from "../../findings/report.ts";
import { position } from "../position.ts";
import type { RenderContext } from "../render.ts";
import { printable } from "../screen.ts";
import { ASSUMED, type ListedGrant } from "../trust-map/grants.ts";
import type { Way } from "../trust-map/way.ts";
import { entered, waysOf } from "../trust-map/ways.ts";
import { callerInWords } from "../witness.ts";
import { drawing } from "./drawing.ts";
import { type Element, element } from "./elements.ts";
import { type Filtered, type Filters, VERDICTS } from "./filters.ts";
import { ruleOnPage } from "./finding.ts";

const MOST_CALLERS = 5;
const MOST_CONDITIONS = 10;

/** A page with more would be slow to open: the rest is only counted. */
export const MOST_GRANTS = 500;

/** What a link to a rule is made from. */
export type RuleContext = Pick<RenderContext, "rules" | "homepage">;

export interface GrantRow extends Filtered {
  readonly grant: ListedGrant;
}

export function rowOf(grant: ListedGrant): GrantRow {
  return { grant, callers: callersOf(grant), file: grant.file, verdict: grant.verdict };
}

export function callersOf({ callers }: Pick<Grant, "callers">): Filtered["callers"] {
  return callers.map((caller) => [callerInWords(caller), knownOf(caller)] as const);
}

/** What is known of a caller beside its name. */
function knownOf({ class: kind, tenancy, vendor, account }: Caller): string {
  const what = WHAT[kind];
  const serves = tenancy === undefined || (vendor ?? account) === undefined ? "" : `, ${tenancy}-tenant`;
  return kind === "own" || kind === "organization" || kind === "aws" ? what : `${what}${serves}`;
}

const WHAT: Readonly<Record<Caller["class"], string>> = {
  own: "yours",
  organization: "of your organization",
  aws: "AWS runs a service from it",
  vendor: "declared vendor",
  catalogued: "known vendor, not declared",
  undeclared: "not declared",
  deployTime: "decided at deployment",
  unnamed: "nobody in particular",
  service: "AWS service",
  federated: "identity provider",
};

/** `rows`: those that are shown, of `all` that there are. */
export function trustMap(rows: readonly GrantRow[], all: number, filters: Filters, context: RuleContext): Element {
  const known = new Map(rows.flatMap(({ callers }) => callers));
  const ways = rows.flatMap(({ grant }) => waysOf(grant)).map(visible);
  return element(
    "section",
    { id: "map", "aria-labelledby": "map-heading" },
    element("h2", { id: "map-heading" }, "Who may enter what"),
    element(
      "div",
      { id: "drawing" },
      drawing(ways, (caller) => known.get(caller) ?? ""),
    ),
    element(
      "div",
      { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Table of all grants" },
      element(
        "table",
        { id: "grants" },
        element(
          "caption",
          {},
          rows.length < all ? `${rows.length} of ${all} grants, those with findings first` : grants(all),
        ),
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            ["Caller", "May enter", "If it meets", "Verdict", "Where"].map((name) =>
              element("th", { scope: "col" }, name),
            ),
          ),
        ),
        element(
          "tbody",
          {},
          rows.map((row) => tableRow(row, filters, context)),
        ),
      ),
    ),
  );
}

function grants(count: number): string {
  return count === 1 ? "1 grant" : `All ${count} grants`;
}

function visible({ caller, role: { file, name }, verdict }: Way): Way {
  return { caller, role: { file: printable(file), name: printable(name) }, verdict };
}

function tableRow(row: GrantRow, filters: Filters, context: RuleContext): Element {
  const { grant, callers, verdict } = row;
  const name = printable(entered(grant).name);
  const shown = callers.slice(0, MOST_CALLERS);
  const rest = callers.length - shown.length;
  const conditions = grant.conditions.slice(0, MOST_CONDITIONS);
  const more = grant.conditions.length - conditions.length;
  const harmless = waysOf(grant).filter((way) => way.verdict === "ok");
  const words = VERDICTS.find(([each]) => each === verdict)?.[1];
  const caller = ([each, known]: (typeof callers)[number]) =>
    element("li", {}, element("bdi", {}, each), " ", element("small", {}, known));
  return element(
    "tr",
    {
      ...filters.marks(row),
      "data-name": name,
      "data-ok": verdict === "ok" ? undefined : filters.numbersOf(harmless.map(({ caller }) => caller)) || undefined,
    },
    element(
      "th",
      { scope: "row" },
      callers.length === 0
        ? printable(grant.principal)
        : element("ul", {}, shown.map(caller), rest > 0 ? element("li", {}, `and ${rest} more`) : undefined),
    ),
    element("td", {}, element("bdi", {}, name), " ", element("small", {}, printable(grant.resource.type))),
    element(
      "td",
      {},
      conditions.length === 0
        ? element("small", {}, "no condition")
        : element(
            "ul",
            {},
            conditions.map((each) => element("li", {}, element("code", {}, printable(each)))),
            more > 0 ? element("li", {}, `and ${more} more`) : undefined,
          ),
    ),
    element(
      "td",
      {},
      element("span", { class: `verdict ${verdict}` }, words),
      grant.rules.map((rule) => [" ", ruleOnPage(rule, context)]),
      grant.assumed === undefined ? undefined : [" ", element("small", {}, ASSUMED[grant.assumed])],
    ),
    element("td", {}, element("code", {}, position(grant))),
  );
}
