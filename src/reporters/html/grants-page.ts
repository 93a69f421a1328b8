// The page of `unconfused grants`: the trust map and every grant, without findings.

import type { ReportError } from "../../findings/report.ts";
import { tool } from "../../findings/tool.ts";
import { allVisible } from "../screen.ts";
import type { ListedGrant } from "../trust-map/grants.ts";
import { rank } from "../trust-map/way.ts";
import { errorOnPage } from "./body.ts";
import { element } from "./elements.ts";
import { filtersOf } from "./filters.ts";
import { script, scriptHash } from "./generated/page.js";
import { MOST_GRANTS, type RuleContext, rowOf, trustMap } from "./grants.ts";
import { page, writtenBy } from "./page.ts";

interface Listed {
  readonly grants: readonly ListedGrant[];
  /** Files that could not be read: their grants are not on the map. */
  readonly errors: readonly ReportError[];
}

export function grantsPage(listed: Listed, context: RuleContext): string {
  const { grants, errors } = allVisible(listed);
  const rows = [...grants]
    .sort((one, other) => rank(one.verdict) - rank(other.verdict))
    .slice(0, MOST_GRANTS)
    .map(rowOf);
  const filters = filtersOf(rows);
  const unread = errors.slice(0, MOST_ERRORS).map((each) => errorOnPage(each, []));
  return page({
    title: "Who may enter what",
    header: [element("p", { class: "counts" }, inWords(grants))],
    main: [
      ...(errors.length === 0
        ? []
        : [
            element(
              "section",
              { id: "errors", "aria-labelledby": "errors-heading" },
              element("h2", { id: "errors-heading" }, "Not read, and so not on the map"),
              unread,
              errors.length > unread.length
                ? element("p", { class: "remark" }, `${errors.length - unread.length} more are not shown.`)
                : undefined,
            ),
          ]),
      ...(filters.form === undefined ? [] : [filters.form]),
      ...(rows.length === 0
        ? [element("p", { class: "nothing" }, "Nobody is let into anything.")]
        : [trustMap(rows, grants.length, filters, context)]),
    ],
    footer: writtenBy(tool.version, context),
    script,
    scriptHash,
  });
}

const MOST_ERRORS = 200;

function inWords(grants: readonly ListedGrant[]): string {
  const count = (verdict: ListedGrant["verdict"]) => grants.filter((grant) => grant.verdict === verdict).length;
  const resources = new Set(grants.map(({ file, resource }) => JSON.stringify([file, resource.id]))).size;
  const of = `${grants.length === 1 ? "1 grant" : `${grants.length} grants`} of ${resources === 1 ? "1 resource" : `${resources} resources`}`;
  return `${of}. As it should be: ${count("ok")}. Finding: ${count("finding")}. Cannot tell: ${count("unknown")}.`;
}
