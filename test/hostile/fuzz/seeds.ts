// Good files of every kind that is read, to make bad ones from.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const LONGEST = 20_000;

export interface Seed {
  readonly name: string;
  readonly text: string;
}

function filesIn(folder: string, ending: RegExp): readonly Seed[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !name.includes("node_modules"))
    .map((name) => join(ROOT, folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= LONGEST)
    .sort()
    .map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") }));
}

const CONFIG = `tenancy: multi
audience: self
failOn: medium
accounts:
  own: ["999988887777"]
  organization: ["222233334444"]
  organizationParameters: [TrustedAccounts]
organizationIds: [o-a1b2c3d4e5]
vendors:
  - name: Panther
    tenancy: single
    accounts: ["111122223333"]
    accountParameters: [MasterAccountId]
parameters: { A: b }
rules:
  public-trust: { severity: critical, ignorable: false }
exclude: ["fixtures/**"]
scopes:
  - files: ["vendor/**"]
    tenancy: single
ignore:
  - rule: external-id-required
    files: ["legacy/**"]
    resource: "Legacy*"
    reason: "retired"
    until: "2027-03-31"
`;

export const INPUTS: readonly Seed[] = [
  ...filesIn("examples", /\.(?:ya?ml|json|tf|tofu|template)$/),
  ...filesIn("test/fixtures/terraform", /\.(?:json|tf|tofu|tfstate)$/),
  ...filesIn("test/fixtures/cdk", /\.(?:json|ya?ml)$/),
];

export const CONFIGS: readonly Seed[] = [{ name: "unconfused.yaml", text: CONFIG }];

export const RULES: readonly Seed[] = filesIn("rules", /\.yaml$/).filter(({ text }) => text.includes("\nexamples:"));

export const PARAMETERS: readonly Seed[] = [
  {
    name: "p.json",
    text: '[{"ParameterKey": "A", "ParameterValue": "b"}, {"ParameterKey": "C", "ParameterValue": "1,2"}]',
  },
  { name: "p.json", text: '{"Parameters": {"A": "b", "C": ["1", 2]}, "Tags": {"x": "y"}}' },
  { name: "p.yaml", text: "A: b\nC: [1, 2]\nD: { e: f }\n" },
  { name: "terraform.tfvars", text: 'a = "b"\nc = ["1", 2]\nd = {\n  e = "f"\n}\n' },
];
