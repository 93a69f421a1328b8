// Equal edits of policies that are written alike come, tried once, to what each comes to that is tried by itself: in random templates.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { PATIENCE, running } from "../oracle/runs.ts";
import { mended, ofEach } from "./alone.ts";
import { AROUND, NOTATIONS, POLICIES, ROLES, VENDOR } from "./templates.ts";

const CONFIGS: readonly Config[] = [
  {},
  { vendors: [{ name: "Acme", tenancy: "multi", accounts: [VENDOR] }] },
  { tenancy: "single", vendors: [{ name: "Acme", tenancy: "single", accounts: [VENDOR] }] },
  { strict: true, rules: { "dead-grant": "off" } },
  { scopes: [{ files: ["b.*"], tenancy: "single" }] },
  { ignore: [{ rule: "external-id-required", resource: "R1", reason: "known" }] },
];

const plain = <T>(all: readonly T[], most: number): fc.Arbitrary<T> =>
  fc.constantFrom(...all.slice(0, most), ...all.slice(0, most), ...all);
const roles = fc.array(fc.tuple(plain(POLICIES, 4), plain(ROLES, 2)), { minLength: 1, maxLength: 2 });
const templates = fc.tuple(roles, plain(Object.values(AROUND), 2)).map(([all, around]) => {
  const each = all.map(([document, within], index) => [`R${index}`, { Type: "AWS::IAM::Role", ...within(document) }]);
  return around({ Resources: Object.fromEntries(each) });
});
const files = fc
  .array(templates, { minLength: 1, maxLength: 2 })
  .chain((some) =>
    fc.array(fc.tuple(fc.constantFrom(...some), fc.constantFrom(...Object.keys(NOTATIONS))), {
      minLength: 2,
      maxLength: 4,
    }),
  )
  .map((all) =>
    all.map(([template, name], index) => ({
      path: `${"abcd"[index]}.${name}`,
      content: (NOTATIONS[name] as (typeof NOTATIONS)[string])(template),
    })),
  );

test("what mends policies among equal ones is what mends each by itself", { timeout: PATIENCE }, () => {
  let spared = 0;
  let fixed = 0;
  fc.assert(
    fc.property(files, fc.constantFrom(...CONFIGS), (all, config) => {
      const input = { files: all, config };
      const { together, alone, tried } = mended(input);
      expect(together).toEqual(alone);
      expect(together).toEqual(ofEach(input));
      spared += tried[1] - tried[0];
      fixed += together.flat().length;
    }),
    running(5),
  );
  expect(fixed).toBeGreaterThan(0);
  expect(spared).toBeGreaterThan(0);
});
