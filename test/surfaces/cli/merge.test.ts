import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { unconfused } from "./run.ts";
import { BAD, OPEN, sharded, whole } from "./sharded.ts";

const NAMES = ["a", "b", "c", "mended", "broken", "gone"];
const FEW = Object.fromEntries(NAMES.map((name) => [`/r/${name}.yaml`, OPEN]));
const SMALL = { "/r/a.yaml": OPEN, "/r/b.yaml": BAD };

test("shards are one run", () => {
  const { json, sarif } = sharded(3);
  expect(json.stdout).toBe(whole("json").stdout);
  expect(sarif.stdout).toBe(whole("sarif").stdout);
  expect([json.status, sarif.status]).toEqual([2, 2]);
});

test("entries under ignore that are of no use are told apart, though they are of one rule", () => {
  const ignore = (reason: string) => `  - { rule: dead-grant, files: ["a.yaml"], reason: ${reason} }\n`;
  const files = {
    "/r/a.yaml": OPEN,
    "/r/b.yaml": BAD,
    "/r/unconfused.yaml": `ignore:\n${ignore("one")}${ignore("two")}`,
  };
  const { json, sarif } = sharded(2, "", files);
  expect(json.stdout).toBe(whole("json", "", files).stdout);
  expect(sarif.stdout).toBe(whole("sarif", "", files).stdout);
  expect(
    JSON.parse(json.stdout).findings.filter(({ rule }: { rule: string }) => rule === "unused-ignore"),
  ).toHaveLength(2);
});

test("shards are one run under a baseline, of which some entries are stale", () => {
  const update = unconfused("check . --baseline base.json --update-baseline", { cwd: "/r", files: FEW });
  const { "/r/gone.yaml": _, ...left } = FEW;
  const mended = OPEN.replace('"*"', "arn:aws:iam::999988887777:root");
  const files = {
    ...left,
    "/r/mended.yaml": mended,
    "/r/broken.yaml": `${OPEN}  - [`,
    "/r/new.yaml": BAD,
    "/r/base.json": update.saved.get("/r/base.json") ?? "",
  };
  const baseline = "--baseline base.json";
  const notes: readonly { message: string; line: number }[] = JSON.parse(whole("json", baseline, files).stdout).notes;
  expect(notes.filter(({ message }) => message.startsWith("the baseline has"))).toHaveLength(2);
  const { json, sarif, shards } = sharded(3, baseline, files);
  expect(json.stdout).toBe(whole("json", baseline, files).stdout);
  expect(sarif.stdout).toBe(whole("sarif", baseline, files).stdout);
  for (const { stderr } of shards) expect(stderr).not.toContain("the baseline has");
});

test("the run of the sample tells of everything that a merge could lose or double", () => {
  const report = JSON.parse(whole("json").stdout);
  const silence = report.findings.filter(({ rule }: { rule: string }) => rule === "unused-ignore");
  expect(silence.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`)).toEqual([
    "unconfused.yaml:5",
    "unconfused.yaml:6",
    "unconfused.yaml:7",
    "unconfused.yaml:9",
  ]);
  const shared = report.findings.filter(({ file }: { file: string }) => file === "tf/shared/trust.tftpl");
  expect(new Set(shared.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(4);
  expect(report.suppressed.length).toBeGreaterThan(7);
  expect(report.errors.length).toBeGreaterThan(3);
  expect(report.notes.length).toBeGreaterThan(0);
  expect(report.unknowns.length).toBeGreaterThan(0);
});

test("every file is judged by one shard, whose report is a valid one", () => {
  const { saved } = sharded(3);
  const judged = [0, 1, 2].map((index) => {
    const { grants, errors } = JSON.parse(saved[`/r/${index}.json`] ?? "");
    return new Set([...grants, ...errors].map(({ file }: { file: string }) => file.replace(/^tf\/shared.*/, "")));
  });
  const schema = JSON.parse(readFileSync(new URL("../../../schemas/report.schema.json", import.meta.url), "utf8"));
  const valid = new Ajv2020({ strict: true }).compile(schema);
  for (const index of [0, 1, 2]) expect(valid(JSON.parse(saved[`/r/${index}.json`] ?? "")), `${index}`).toBe(true);
  const named = judged.flatMap((files) => [...files]).filter((file) => file !== "");
  expect(new Set(named).size).toBe(named.length);
  expect(judged.every((files) => files.size > 0)).toBe(true);
});

describe("the status of a merge", () => {
  const files = { "/r/a.yaml": OPEN, "/r/b.yaml": BAD, "/r/unconfused.yaml": "failOn: critical\n" };
  test.each([
    ["", 1],
    ["--fail-on never", 0],
  ])("is that of one run: %s", (options, status) => {
    const { json, sarif, shards } = sharded(3, options, files);
    expect([json.status, sarif.status]).toEqual([status, status]);
    // A shard that got none of the files has done its part.
    expect(shards.map((shard) => shard.status).sort()).toEqual([0, 0, status]);
  });

  test("is by --fail-on where that is given", () => {
    const { saved } = sharded(2, "", { "/r/b.yaml": BAD });
    const merge = (failOn: string) =>
      unconfused(`merge 0.json 1.json --fail-on ${failOn}`, { cwd: "/r", files: saved }).status;
    expect([merge("high"), merge("medium"), merge("never")]).toEqual([0, 1, 0]);
  });

  test("is 3 where there was nothing to check", () => {
    const { json, sarif, saved } = sharded(2, "", { "/r/values.yaml": "a: 1\n" });
    expect([json.status, sarif.status]).toEqual([3, 3]);
    expect(unconfused("merge 0.json 1.json --allow-empty", { cwd: "/r", files: saved }).status).toBe(0);
  });
});

test("what concerns the run as a whole only the first shard says", () => {
  const files = { ...SMALL, "/r/p.json": `{ "Nobodys": "x" }` };
  const { shards } = sharded(3, "--exclude nothing/** --parameters p.json", files);
  const saying = (words: string) => shards.map(({ stderr }) => stderr.includes(words));
  expect(saying("--exclude nothing/** matches nothing")).toEqual([true, false, false]);
  expect(saying("declares the parameter Nobodys")).toEqual([true, false, false]);
});

describe("a merge is refused", () => {
  const { saved } = sharded(3, "", { "/r/0.yaml": OPEN });
  const other = sharded(3, "", { "/r/0.yaml": BAD }).saved;
  const lenient = sharded(3, "--skip public-trust", { "/r/0.yaml": OPEN }).saved;
  const files = {
    ...saved,
    "/r/lenient.json": lenient["/r/0.json"] ?? "",
    "/r/other.json": other["/r/1.json"] ?? "",
    "/r/of-two.json": sharded(2, "", { "/r/0.yaml": BAD }).saved["/r/0.json"] ?? "",
    "/r/foreign.sarif": `{ "runs": [{ "tool": { "driver": { "name": "other" } } }] }`,
    "/r/broken.json": "{",
    "/r/again.json": saved["/r/1.json"] ?? "",
  };
  test.each([
    ["0.json 2.json", "shard 2 of 3 is missing"],
    ["0.sarif", "shards 2, 3 of 3 are missing"],
    ["0.json 1.json 2.json again.json", "are both shard 2 of 3"],
    ["0.json other.json 2.json", "is missing"],
    ["lenient.json 1.json 2.json", "shards 2, 3 of 3 are missing"],
    ["other.json of-two.json", "other.json is one of 3 shards and of-two.json one of 2"],
    ["foreign.sarif", "this is no report of Unconfused"],
    ["broken.json", "this is no report of Unconfused"],
    ["", "'merge' takes reports"],
    ["0.json 1.json 2.json --format text", "'merge' has no --format text"],
    ["0.json 1.json 2.json --format sarif", "no report in sarif is given"],
    ["0.json 1.json 2.json ./0.json", "./0.json is named twice"],
    ["0.json 1.json 2.json 0.sarif 1.sarif 2.sarif --format json", "which of them goes where?"],
    ["0.json 1.json 2.json 0.sarif 1.sarif 2.sarif", "which of them goes where?"],
    ["0.json 1.json 2.json --format json --output 1.json", "would replace a report to be merged"],
  ])("%s", (typed, why) => {
    const { status, stdout, stderr } = unconfused(`merge ${typed}`, { cwd: "/r", files });
    expect(stderr).toContain(why);
    expect([status, stdout]).toEqual([2, ""]);
  });
});

test("both kinds are merged at once, each where it is told to", () => {
  const files = sharded(2, "", SMALL).saved;
  const typed = "merge 0.json 0.sarif 1.json 1.sarif --format json --output all.json --format sarif --output all.sarif";
  const { saved, stderr } = unconfused(typed, { cwd: "/r", files });
  expect(saved.get("/r/all.json")).toBe(whole("json", "", SMALL).stdout);
  expect(saved.get("/r/all.sarif")).toBe(whole("sarif", "", SMALL).stdout);
  expect(stderr).toBe("note: 4 reports merged: 2 findings (1 critical, 1 medium) in 2 files\n");
});

test("reports that are of no shards are those of several repositories", () => {
  const one = (file: string, text: string) =>
    unconfused(`check . --format json`, { cwd: "/r", files: { [`/r/${file}`]: text } }).stdout;
  const files = { "/r/1.json": one("b.yaml", BAD), "/r/2.json": one("a.yaml", OPEN) };
  const { stdout, status } = unconfused("merge 1.json 2.json", { cwd: "/r", files });
  const report = JSON.parse(stdout);
  expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(["a.yaml", "b.yaml"]);
  expect(report.summary).toMatchObject({ files: 2, policies: 2, findings: { critical: 1, medium: 1 } });
  expect(status).toBe(1);
});

describe("--shard is a part and how many there are", () => {
  test.each(["0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/20000"])("not %s", (typed) => {
    const { status, stderr } = unconfused(`check . --shard=${typed}`, { cwd: "/r", files: SMALL });
    expect(stderr).toContain(`--shard cannot be '${typed}'`);
    expect(status).toBe(2);
  });
});

test("a text tells of which shard it is", () => {
  const textOf = (shard: string) => unconfused(`check . --shard ${shard}`, { cwd: "/r", files: SMALL });
  expect(textOf("2/2").stdout).toContain("\nshard 2 of 2: 'unconfused merge' makes one report");
  expect(textOf("3/3").stdout).toContain("nothing to check: shard 3 of 3 got none of the files");
  expect(textOf("3/3").status).toBe(0);
});
