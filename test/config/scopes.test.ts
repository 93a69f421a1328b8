import { expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { settingsFor } from "../../src/config/scopes.ts";

const config: Config = {
  tenancy: "multi",
  accounts: { own: ["999988887777"], organizationParameters: ["Ours"] },
  organizationIds: ["o-a1b2c3d4e5"],
  vendors: [{ name: "Panther", tenancy: "multi", accounts: ["111122223333"] }],
  parameters: { Stage: "prod", Region: "eu" },
  rules: { "dead-grant": false, "public-trust": { severity: "high", ignorable: false }, "invalid-policy": "low" },
  scopes: [
    {
      files: ["vendor/**", "partner/**"],
      tenancy: "single",
      audience: "customers",
      accounts: { own: ["123456789012"], organization: ["222233334444"] },
      organizationIds: ["o-b1b2c3d4e5"],
      vendors: [{ name: "Panther", tenancy: "single", accounts: ["111122223333"] }],
      parameters: { Stage: "test" },
      rules: { "public-trust": "critical", "dead-grant": { ignorable: false } },
    },
    { files: ["vendor/big/**"], tenancy: "multi" },
  ],
};

test("no scope speaks of the file", () => {
  expect(settingsFor(config, "main.yaml")).toEqual({
    tenancy: "multi",
    tenancyFrom: "config",
    audience: "self",
    accounts: { own: ["999988887777"], organization: [], organizationParameters: ["Ours"] },
    organizationIds: ["o-a1b2c3d4e5"],
    vendors: [{ name: "Panther", tenancy: "multi", accounts: ["111122223333"] }],
    parameters: { Stage: "prod", Region: "eu" },
    rules: {
      "dead-grant": { severity: "off" },
      "public-trust": { severity: "high", ignorable: false },
      "invalid-policy": { severity: "low" },
    },
    preset: "trust",
  });
});

test("lists add, single values replace, rules merge", () => {
  expect(settingsFor(config, "vendor/a.yaml")).toEqual({
    tenancy: "single",
    tenancyFrom: "scope",
    audience: "customers",
    accounts: {
      own: ["999988887777", "123456789012"],
      organization: ["222233334444"],
      organizationParameters: ["Ours"],
    },
    organizationIds: ["o-a1b2c3d4e5", "o-b1b2c3d4e5"],
    vendors: [
      { name: "Panther", tenancy: "multi", accounts: ["111122223333"] },
      { name: "Panther", tenancy: "single", accounts: ["111122223333"] },
    ],
    parameters: { Stage: "test", Region: "eu" },
    rules: {
      "dead-grant": { severity: "off", ignorable: false },
      "public-trust": { severity: "critical", ignorable: false },
      "invalid-policy": { severity: "low" },
    },
    preset: "trust",
  });
});

test.each([
  ["a.yaml", {}, undefined, undefined],
  ["a.yaml", { tenancy: "multi" }, "multi", "config"],
  ["a.yaml", { tenancy: "multi", tenancyOption: "single" }, "single", "option"],
  ["vendor/a.yaml", { tenancy: "multi", tenancyOption: "multi", scopes: config.scopes }, "single", "scope"],
  ["vendor/big/a.yaml", { tenancyOption: "single", scopes: config.scopes }, "multi", "scope"],
  ["vendor/a.yaml", { tenancyOption: "single", scopes: [{ files: ["**"], audience: "self" }] }, "single", "option"],
] as [string, Config, string | undefined, string | undefined][])(
  "%s under %j: tenancy %s, said by the %s",
  (file, given, tenancy, tenancyFrom) => {
    expect(settingsFor(given, file)).toMatchObject(tenancy === undefined ? {} : { tenancy, tenancyFrom });
    expect("tenancyFrom" in settingsFor(given, file)).toBe(tenancyFrom !== undefined);
  },
);

test("an off switch within a setting is the same as one alone", () => {
  const rules = { a: { severity: false, ignorable: true }, b: { severity: "off" }, c: {} } as const;
  expect(settingsFor({ rules }, "a.yaml").rules).toEqual({
    a: { severity: "off", ignorable: true },
    b: { severity: "off" },
    c: {},
  });
});

test("patterns count from the configuration's folder", () => {
  const scopes: Config["scopes"] = [{ files: ["vendor/**"], tenancy: "single" }];
  expect(settingsFor({ directory: "infra", scopes }, "infra/vendor/a.yaml").tenancy).toBe("single");
});
