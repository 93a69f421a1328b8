// A report less what was there before: such findings are kept as suppressed ones, and count no more.

import { inReadingOrder, type Met, valuesOf } from "../order.ts";
import type { Finding, Report, Suppressed, Unknown } from "../report.ts";
import { summaryOf } from "../summary.ts";

/** `reason`: where they were before. */
export function accepted(report: Report, findings: readonly Finding[], reason: string): Report {
  const known = new Set(findings);
  const met = metIn(report, "findings");
  const left = met.filter(({ value }) => !known.has(value));
  const suppressed = inReadingOrder([
    ...metIn(report, "suppressed"),
    ...met
      .filter(({ value }) => known.has(value))
      .map(({ value, order }): Met<Suppressed> => ({ value: { ...value, by: "baseline", reason }, order })),
  ]);
  return counted(report, { findings: left, suppressed });
}

/** Unknowns are not suppressed: nobody accepted them. */
export function withoutUnknowns(report: Report, unknowns: readonly Unknown[]): Report {
  const known = new Set(unknowns);
  return counted(report, { unknowns: metIn(report, "unknowns").filter(({ value }) => !known.has(value)) });
}

type List = "findings" | "suppressed" | "unknowns";

/** In the order in which the run came to them, which a shard's report tells. */
function metIn<Name extends List>(report: Report, name: Name): readonly Met<Report[Name][number]>[] {
  const orders = report.shard?.order[name];
  return report[name].map((value: Report[Name][number], index) => ({ value, order: orders?.[index] ?? index }));
}

function counted(report: Report, lists: { readonly [Name in List]?: readonly Met<Report[Name][number]>[] }): Report {
  const values = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, valuesOf<unknown>(list)]));
  const orders = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, list.map(({ order }) => order)]),
  );
  const told: Report = { ...report, ...values };
  return {
    ...told,
    summary: summaryOf(told, report.summary),
    ...(report.shard && { shard: { ...report.shard, order: { ...report.shard.order, ...orders } } }),
  };
}
