// What is news between two states of the same files: what lets in more than before.

import { describe, expect, test } from "vitest";
import { checked } from "../../src/check.ts";
import { knownSince, unknownSince } from "../../src/findings/baseline/since.ts";
import { roleFor } from "../surfaces/cli/run.ts";

type Files = Readonly<Record<string, string | undefined>>;

/** "file rule" of what is news, how many findings were there already, and how many unknowns are news, after `after` is laid over the files of `before`; undefined removes one. */
function opened(before: Files, after: Files, config: NonNullable<Parameters<typeof checked>[0]["config"]> = {}) {
  const judged = (files: Files) => {
    const there = Object.entries(files).flatMap(([path, content]) =>
      content === undefined ? [] : [{ path, content }],
    );
    return checked({ files: there, config: { accounts: { own: ["999988887777"] }, ...config } });
  };
  const all = { ...before, ...after };
  const isGone = (file: string) => all[file] === undefined;
  const earlier = { ...judged(before), isGone };
  const { report, identities } = judged(all);
  const known = knownSince(report.findings, identities, earlier);
  return {
    told: report.findings.filter((one) => !known.includes(one)).map(({ file, rule }) => `${file} ${rule}`),
    unknown: report.unknowns.length - unknownSince(report.unknowns, earlier).length,
    known: known.length,
  };
}

const VENDOR = "arn:aws:iam::444455556666:root";
const OTHER = "arn:aws:iam::555566667777:root";
const demand = (operator: string, value: string) =>
  `            Condition: { ${operator}: { "sts:ExternalId": "${value}" } }\n`;
const ID = "3f0a7a34-6d1c-4c55-9d0e-5a1a2f1b7c99";
const WHOLE = "external-id-required";

describe("a grant that was there is not told again", () => {
  const BAD = roleFor(VENDOR);
  const cases: [name: string, after: Record<string, string | undefined>][] = [
    ["as it was", {}],
    ["moved", { "a.yaml": `\n# x\n${BAD}` }],
    ["in a renamed file", { "a.yaml": undefined, "b/c.yaml": BAD }],
    ["narrowed", { "a.yaml": roleFor(VENDOR, demand("StringLike", "*")) }],
  ];
  test.each(cases)("%s", (_, after) => {
    expect(opened({ "a.yaml": BAD }, after)).toEqual({ told: [], unknown: 0, known: 1 });
  });

  test("suppressed before, and no more", () => {
    const silent = BAD.replace(VENDOR, `${VENDOR} # unconfused-ignore external-id-required -- known`);
    expect(opened({ "a.yaml": silent }, { "a.yaml": BAD })).toMatchObject({ told: [], known: 1 });
  });
});

describe("what a change opens is told", () => {
  const cases: [name: string, before: string | undefined, after: string, told: number, known: number][] = [
    ["a new role", undefined, roleFor(VENDOR), 1, 0],
    ["a new principal beside an old one", roleFor(`[${VENDOR}]`), roleFor(`[${VENDOR}, ${OTHER}]`), 1, 1],
    ["a condition that is taken away", roleFor(VENDOR, demand("StringEquals", ID)), roleFor(VENDOR), 1, 0],
    [
      "a condition that is weakened",
      roleFor(VENDOR, demand("StringEquals", ID)),
      roleFor(VENDOR, demand("StringEqualsIfExists", ID)),
      1,
      0,
    ],
    ["a demand that was too weak and is no more", roleFor(VENDOR, demand("StringLike", "*")), roleFor(VENDOR), 1, 0],
    [
      "one account more behind a wildcard",
      roleFor('"*"', '            Condition: { StringEquals: { "aws:PrincipalAccount": ["444455556666"] } }\n'),
      roleFor(
        '"*"',
        '            Condition: { StringEquals: { "aws:PrincipalAccount": ["444455556666", "555566667777"] } }\n',
      ),
      1,
      0,
    ],
    [
      "a role of the account less to be",
      roleFor(
        VENDOR,
        '            Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/a" } }\n',
      ),
      roleFor(VENDOR),
      1,
      0,
    ],
    [
      "a grant that was there in some deployments, in all",
      `Conditions: { Open: !Equals [!Ref AWS::Region, eu-west-1] }\n${roleFor(`!If [Open, "${VENDOR}", "arn:aws:iam::999988887777:root"]`)}`,
      `Conditions: { Open: !Equals [a, a] }\n${roleFor(`!If [Open, "${VENDOR}", "arn:aws:iam::999988887777:root"]`)}`,
      1,
      0,
    ],
    [
      "a second statement that lets the same in",
      roleFor(VENDOR),
      `${roleFor(VENDOR)}          - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: sts:AssumeRole }\n`,
      1,
      1,
    ],
  ];
  test.each(cases)("%s", (_, before, after, told, known) => {
    const rules = { "wildcard-with-condition": "off" } as const;
    expect(opened({ "a.yaml": before }, { "a.yaml": after }, { rules })).toMatchObject({
      told: Array(told).fill(`a.yaml ${WHOLE}`),
      known,
    });
  });

  test("in a copy of a file that is still there", () => {
    const result = opened({ "a.yaml": roleFor(VENDOR) }, { "b.yaml": roleFor(VENDOR) });
    expect(result).toMatchObject({ told: [`b.yaml ${WHOLE}`], known: 1 });
  });

  test("in a file that could not be read before", () => {
    const result = opened({ "a.yaml": `${roleFor(VENDOR)}  - [` }, { "a.yaml": roleFor(VENDOR) });
    expect(result).toMatchObject({ told: [`a.yaml ${WHOLE}`], known: 0 });
  });

  test("what cannot be told is told where it could be told before, and once", () => {
    const open = `Parameters: { Who: { Type: String } }\n${roleFor("!Ref Who")}`;
    expect(opened({ "a.yaml": open }, {}, { tenancy: "single" }).unknown).toBe(0);
    const closed = `Parameters: { Who: { Type: String } }\n${roleFor("!Sub arn:aws:iam::${AWS::AccountId}:root")}`;
    expect(opened({ "a.yaml": closed }, { "a.yaml": open }, { tenancy: "single" }).unknown).toBeGreaterThan(0);
  });
});
