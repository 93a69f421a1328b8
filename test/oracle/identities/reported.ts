// What the rules about the vendor's side say of an identity policy, each rule once.

import { check } from "../../../src/check.ts";
import type { Config } from "../../../src/config/config.ts";
import type { IdentityPolicy } from "./evaluate.ts";

const CONFIG: Config = {
  audience: "customers",
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567"],
  vendors: [{ name: "Single", tenancy: "single", accounts: ["111122223333"] }],
};

export function said(PolicyDocument: IdentityPolicy): string[] {
  const content = JSON.stringify({
    Resources: { R: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument } } },
  });
  const { findings, unknowns, errors } = check({ files: [{ path: "t.json", content }], config: CONFIG });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const found = new Set(findings.map(({ rule }) => rule));
  // Of one grant a rule may be sure, and of another not.
  const open = unknowns.flatMap(({ rule }) => (found.has(rule) ? [] : [`?${rule}`]));
  return [...new Set([...found, ...open])].sort();
}
