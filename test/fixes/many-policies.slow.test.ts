// What mends the findings of many policies is the same whether they are kept as they were judged, which the first are, or judged once more.

import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { written } from "./written.ts";

const VENDOR = "111122223333";

test("of more policies than are kept", () => {
  // None is told by another: each asks for a key of its own.
  const files = Array.from({ length: 60 }, (_, index) => {
    const principal = `"arn:aws:iam::${VENDOR}:root"`;
    const words = { principal, condition: ["StringEquals", `aws:PrincipalTag/t${index}`, '"x"'] } as const;
    return { path: `role-${index}.yaml`, content: written("block.yaml", words).replace("Role:", `Role${index}:`) };
  });
  const config = { vendors: [{ name: "Acme", tenancy: "multi", accounts: [VENDOR] }] } as const;
  const fixesByFile = (given: typeof files) =>
    new Map(check({ files: given, config, fixes: true }).findings.map(({ file, fixes = [] }) => [file, fixes]));
  const fixes = fixesByFile(files);
  expect([...fixes.values()].map(({ length }) => length)).toEqual(files.map(() => 1));
  expect(fixesByFile(files.toReversed())).toEqual(fixes);
});
