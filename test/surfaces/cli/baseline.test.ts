// Findings that were there before somebody began to look, as a user keeps them in a file.

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { BAD, reportOf, roleFor, unconfused } from "./run.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schemas/baseline.schema.json", import.meta.url), "utf8"));
const valid = new Ajv2020().compile(schema);

const FILE = "/home/me/known.json";

/** What `--update-baseline` writes for some files, over what was there. */
function written(files: Record<string, string>, typed = "", before?: string): string {
  const there = before === undefined ? files : { ...files, [FILE]: before };
  const { saved } = unconfused(`${typed} --baseline known.json --update-baseline`, { files: there });
  const text = saved.get(FILE) ?? "";
  expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
  return text;
}

const filesIn = (baseline: string): string[] => JSON.parse(baseline).entries.map(({ file }: { file: string }) => file);

/** How many findings of the files are told, and how many are in the baseline. */
function counts(files: Record<string, string>, baseline: string, typed = "") {
  const { findings, summary, suppressed } = reportOf(`${typed} --baseline known.json`, {
    files: { ...files, [FILE]: baseline },
  });
  const byBaseline = suppressed.filter(({ by }: { by: string }) => by === "baseline").length;
  expect(summary.baselined).toBe(byBaseline);
  return { told: findings.length, known: byBaseline };
}

const TWO = roleFor("[arn:aws:iam::444455556666:root, arn:aws:iam::555566667777:root]");
const TWICE = roleFor("[arn:aws:iam::444455556666:root]").concat(
  "          - { Effect: Allow, Principal: { AWS: '444455556666' }, Action: sts:AssumeRole }\n",
);

describe("a finding of the baseline is known", () => {
  const baseline = written({ "/home/me/a.yaml": TWO });
  const cases: [name: string, files: Record<string, string>, known: number, told: number][] = [
    ["as it was", { "/home/me/a.yaml": TWO }, 2, 0],
    ["moved down", { "/home/me/a.yaml": `# a comment\n\n\n${TWO}` }, 2, 0],
    ["reformatted", { "/home/me/a.yaml": JSON.stringify(toJson()) }, 2, 0],
    ["in a renamed file", { "/home/me/deep/b.yaml": TWO }, 2, 0],
    ["but not in a copy", { "/home/me/a.yaml": TWO, "/home/me/b.yaml": TWO }, 2, 2],
    ["but not of another principal", { "/home/me/a.yaml": roleFor("arn:aws:iam::888877776666:root") }, 0, 1],
    ["but not in another role", { "/home/me/a.yaml": TWO.replace("VendorRole", "Other") }, 0, 2],
  ];
  test.each(cases)("%s", (_, files, known, told) => {
    expect(counts(files, baseline)).toEqual({ told, known });
  });

  function toJson() {
    const statement = (account: string) => ({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: "sts:AssumeRole",
    });
    const document = { Statement: [statement("555566667777"), statement("444455556666")] };
    return {
      Resources: { VendorRole: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: document } } },
    };
  }
});

test("of equal findings as many are known as there were", () => {
  const baseline = written({ "/home/me/a.yaml": TWICE });
  const thrice = `${TWICE}          - { Effect: Allow, Principal: { AWS: ["444455556666"] }, Action: sts:AssumeRole }\n`;
  expect(counts({ "/home/me/a.yaml": thrice }, baseline)).toEqual({ told: 1, known: 2 });
  expect(counts({ "/home/me/b.yaml": thrice }, baseline)).toEqual({ told: 1, known: 2 });
});

describe("status and words", () => {
  const files = { "/home/me/a.yaml": BAD };
  const baseline = written(files);

  test("a run whose findings are all known passes, and says how many they are", () => {
    const { status, stdout } = unconfused("--baseline known.json", { files: { ...files, [FILE]: baseline } });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^no findings, 1 baselined in 1 grant/);
  });

  test("one that writes the baseline passes as well", () => {
    expect(unconfused("--baseline known.json --update-baseline", { files })).toMatchObject({ status: 0 });
  });

  test("what is no more is told with its place, and taken out", () => {
    const good = { "/home/me/a.yaml": roleFor("!Sub arn:aws:iam::${AWS::AccountId}:root") };
    const machine = { files: { ...good, [FILE]: baseline } };
    const { stdout, stderr } = unconfused("--baseline known.json", machine);
    expect(stdout).toContain("1 entry of known.json is no finding any more: --update-baseline takes it out\n");
    expect(stderr).toContain("(known.json:5)");
    expect(reportOf("--baseline known.json", machine).notes).toMatchObject([{ file: "known.json", line: 5 }]);
    expect(filesIn(written(good, "", baseline))).toEqual([]);
  });

  test.each([
    ["of a file that was not looked at", { ...files, "/home/me/b.yaml": BAD }, "b.yaml"],
    ["of a file that cannot be read", { "/home/me/a.yaml": `${BAD}  - [` }, ""],
    ["of a file that is excluded", files, "--exclude a.yaml"],
    ["of a rule that is not asked", files, "--only public-trust"],
    ["of a rule that is left out", files, "--skip external-id-required"],
    [
      "of a rule that is off for the file",
      { ...files, "/home/me/unconfused.yaml": "scopes: [{ files: [a.yaml], rules: { external-id-required: off } }]\n" },
      ".",
    ],
  ])("what is known %s stays", (_, there, typed) => {
    const { stdout } = unconfused(`${typed} --baseline known.json`, { files: { ...there, [FILE]: baseline } });
    expect(stdout).not.toContain("any more");
    expect(filesIn(written(there, typed, baseline))).toContain("a.yaml");
  });

  test("a rule that nothing may suppress is told, and gets into no baseline", () => {
    const strict = { ...files, "/home/me/unconfused.yaml": "rules: { external-id-required: { ignorable: false } }\n" };
    expect(counts(strict, baseline)).toEqual({ told: 1, known: 0 });
    expect(filesIn(written(strict))).toEqual([]);
  });
});

test("shards of a run know what the whole run knows", () => {
  const files = { "/home/me/a.yaml": TWO, "/home/me/b.yaml": BAD, "/home/me/c.yaml": `# c\n${TWO}` };
  const baseline = written(files);
  const more = { ...files, "/home/me/d.yaml": BAD, [FILE]: baseline };
  const parts = [1, 2].map((index) =>
    unconfused(`--baseline known.json --shard ${index}/2 --format json`, { files: more }),
  );
  const reports = Object.fromEntries(parts.map(({ stdout }, index) => [`/home/me/${index}.json`, stdout]));
  const merged = JSON.parse(unconfused("merge 0.json 1.json", { files: reports }).stdout);
  expect(merged).toEqual(reportOf("--baseline known.json", { files: more }));
  expect(merged.summary).toMatchObject({ baselined: 5, findings: { medium: 1 } });
});

test("it holds no value of a sensitive policy", () => {
  const policy = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
  });
  const plan = JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.9.0",
    resource_changes: [
      {
        address: "aws_iam_role.r",
        mode: "managed",
        type: "aws_iam_role",
        name: "r",
        change: {
          actions: ["create"],
          before: null,
          after: { assume_role_policy: policy },
          after_sensitive: { assume_role_policy: true },
          after_unknown: {},
        },
      },
    ],
    planned_values: { root_module: {} },
    configuration: { root_module: {} },
  });
  const entries = JSON.parse(written({ "/home/me/plan.json": plan })).entries;
  expect(entries.length).toBeGreaterThan(0);
  for (const { principal } of entries) expect(principal).toBe("");
});

test.each([
  ["", "the baseline is empty", "let --update-baseline write it anew"],
  ["Resources: {}", "this is no baseline: a word that is not valid JSON", "name the file that --update-baseline wrote"],
  ['{ "version": 2, "entries": [] }', "version cannot be 2", "it takes 1"],
  ['{ "version": 1, "entries": [{}] }', 'the key "rule" is missing in entries[0]', 'add "rule:"'],
  ['{ "version": 1, "entries": [], "x": 1 }', 'unknown key "x"', "known here: $schema, version, entries"],
])("%j is no baseline", (text, message, help) => {
  const { status, stdout, stderr } = unconfused("--baseline known.json", {
    files: { "/home/me/a.yaml": BAD, [FILE]: text },
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(`error: ${message}\n`);
  expect(stderr).toContain(`help: ${help}`);
});

test.each([
  ["--baseline known.json", "there is no such baseline", "write it with --update-baseline"],
  ["--update-baseline", "--update-baseline without --baseline", "name the file"],
  [
    "--baseline k.json --update-baseline --since HEAD",
    "--update-baseline and --since contradict each other",
    "leave --since out",
  ],
  [
    "--baseline k.json --update-baseline --shard 1/2",
    "--update-baseline and --shard contradict each other",
    "leave --shard out",
  ],
  ["--baseline a.yaml --update-baseline", "this is no baseline: a word", "name the file"],
  [
    "--baseline k.json --update-baseline --format json --output k.json",
    "--output k.json would replace the baseline",
    "name another",
  ],
])("unconfused %s", (typed, message, help) => {
  const { status, stderr, saved } = unconfused(typed, { files: { "/home/me/a.yaml": BAD } });
  expect(status).toBe(2);
  expect(stderr).toContain(`error: ${message}`);
  expect(stderr).toContain(`help: ${help}`);
  expect(saved.size).toBe(0);
});
