import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../../src/check.ts";
import { builtinCatalogue, type Catalogued } from "../../src/config/catalogue.ts";
import type { Config } from "../../src/config/config.ts";
import type { Caller } from "../../src/findings/report.ts";

const FOLDER = join(import.meta.dirname, "../../rules/vendors");

describe("the catalogue knows", () => {
  const known: [string, string, Catalogued | undefined][] = [
    ["a vendor that all of its customers' roles trust", "464622532012", datadog({ tenancy: "multi" })],
    ["another account of the same vendor, which publishes documents", "865078226113", datadog({})],
    ["one that a template of the vendor names", "254766567737", vendor("Elastic", "multi")],
    ["one that begins with a zero", "061190967865", vendor("CloudZero", "multi")],
    ["one that is retired, for roles may still trust it", "068664126052", vendor("DoiT", "multi")],
    ["one that customers' buckets let in", "391854517948", vendor("Cloudflare")],
    ["one that sends findings to Security Hub", "749430749651", vendor("CyberArk")],
    ["one without a page that says so", "428641199958", vendor("Upsolver")],
    ["one that AWS runs a service from", "156460612806", { vendor: "Elastic Load Balancing", kind: "aws-service" }],
    ["nobody of a number of the documentation", "444455556666", undefined],
  ];
  test.each(known)("%s", (_, account, expected) => {
    expect(builtinCatalogue().get(account)).toEqual(expected);
  });

  test("exactly what the vendor files say", () => {
    const said = readdirSync(FOLDER).flatMap((file) => {
      const { name, kind, accounts, externalId } = parse(readFileSync(join(FOLDER, file), "utf8"));
      return accounts.map(({ id, tenancy }: { id: string; tenancy?: string }) => [
        id,
        { vendor: name, kind, ...(tenancy && { tenancy }), ...(externalId && { ids: externalId.form }) },
      ]);
    });
    expect(Object.fromEntries(builtinCatalogue())).toEqual(Object.fromEntries(said));
  });

  test("forms of external IDs that can be asked of one", () => {
    const forms = new Set([...builtinCatalogue().values()].flatMap(({ ids = [] }) => ids));
    expect(forms.size).toBeGreaterThan(0);
    for (const form of forms) expect(() => new RegExp(`^(?:${form})$`)).not.toThrow();
  });
});

describe("a caller of a catalogued account is", () => {
  const datadogIsOurs = { name: "Our Datadog", tenancy: "single", accounts: ["464622532012"] } as const;
  const cases: [string, string, Config, Partial<Caller>][] = [
    [
      "of the vendor's tenancy, whatever the configuration says of others",
      "464622532012",
      { tenancy: "single" },
      { class: "catalogued", vendor: "Datadog", tenancy: "multi", tenancyFrom: "catalogue" },
    ],
    [
      "of the tenancy of others where nothing is said of the account's own",
      "391854517948",
      { tenancy: "single" },
      { class: "catalogued", vendor: "Cloudflare", tenancy: "single", tenancyFrom: "config" },
    ],
    [
      "the user's vendor where the user lists the account",
      "464622532012",
      { vendors: [datadogIsOurs] },
      { class: "vendor", vendor: "Our Datadog", tenancy: "single", tenancyFrom: "vendor" },
    ],
    ["AWS where AWS runs a service from it", "156460612806", {}, { class: "aws", vendor: "Elastic Load Balancing" }],
  ];
  test.each(cases)("%s", (_, account, config, expected) => {
    expect(callerOf(account, config)).toEqual({ account, ...expected });
  });
});

/** Whom a role lets in that trusts nobody but the account. */
function callerOf(account: string, config: Config): Caller | undefined {
  const Statement = [{ Effect: "Allow", Principal: { AWS: account }, Action: "sts:AssumeRole" }];
  const Properties = { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement } };
  const content = JSON.stringify({ Resources: { Role: { Type: "AWS::IAM::Role", Properties } } });
  return check({ files: [{ path: "role.json", content }], config }).grants[0]?.callers[0];
}

function vendor(name: string, tenancy?: "multi"): Catalogued {
  return { vendor: name, kind: "vendor", ...(tenancy === undefined ? {} : { tenancy }) };
}

function datadog(tenancy: Pick<Catalogued, "tenancy">): Catalogued {
  return { vendor: "Datadog", kind: "vendor", ...tenancy };
}
