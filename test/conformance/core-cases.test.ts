// Policies on which an independent engine and this one once differed, and what AWS's documentation says of them.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Tenancy } from "../../src/config/config.ts";
import type { Json } from "../../src/text/document.ts";
import { isHeart, reportOn } from "../oracle/reported.ts";

interface Case {
  readonly id: string;
  readonly policy: Json;
  readonly tenancy: Tenancy;
  readonly expect: string;
}

const { config, cases } = JSON.parse(readFileSync(new URL("core-cases.json", import.meta.url), "utf8")) as {
  readonly config: {
    readonly accounts: { readonly own: readonly string[] };
    readonly organizationIds: readonly string[];
  };
  readonly cases: readonly Case[];
};

describe("what was once decided wrongly", () => {
  test.each(cases.map((one) => [one.id, one] as const))("%s", (_, { policy, tenancy, expect: wanted }) => {
    const { accounts, organizationIds } = config;
    const vendors = [{ name: "Vendor", tenancy, accounts: ["111122223333"] }];
    const { findings, unknowns } = reportOn(policy, { accounts, organizationIds, vendors });
    const rule = /^a finding \(or an honest unknown\) of ([a-z-]+)$/.exec(wanted)?.[1];
    if (rule === undefined) {
      expect(wanted).toMatch(/^no finding of a deny rule/);
      expect(findings.filter(isHeart)).toEqual([]);
    } else {
      expect([...findings, ...unknowns].map((one) => one.rule)).toContain(rule);
    }
  });
});
