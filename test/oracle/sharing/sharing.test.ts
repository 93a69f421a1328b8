// A policy of any class is judged among others that differ from it in little as it is judged alone.

import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import type { Report } from "../../../src/findings/report.ts";
import { PATIENCE, running } from "../runs.ts";
import { configs, families, filesOf, type Placed, pathOf } from "./drawn.ts";

function reportOn(all: readonly Placed[], config: Config): Report {
  const report = check({ files: filesOf(all), config });
  if (report.errors.length > 0) throw new Error(JSON.stringify(report.errors));
  return report;
}

/** All that is said of a policy, wherever in its file it stands. */
function said({ findings, unknowns, grants }: Report, one: Placed): unknown {
  const own = [findings, unknowns, grants].map((all) =>
    all.filter(
      ({ resource, file }) => file === pathOf(one) && resource.id.toLowerCase().endsWith(one.id.toLowerCase()),
    ),
  );
  const first = Math.min(...own.flat().map(({ line }) => line));
  return JSON.parse(JSON.stringify(own), (key, value) => (/line$/i.test(key) ? value - first : value));
}

test(
  "a policy is judged among others that differ in little as it is alone",
  () => {
    fc.assert(
      fc.property(families, configs, (family, config) => {
        const together = reportOn(family, config);
        for (const one of family) expect(said(together, one)).toEqual(said(reportOn([one], config), one));
      }),
      running(0.15),
    );
  },
  PATIENCE,
);
