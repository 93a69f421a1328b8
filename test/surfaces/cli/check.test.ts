import { describe, expect, test } from "vitest";
import { BAD, FILES, findingsOf, reportOf, unconfused } from "./run.ts";

describe("reports", () => {
  test("go where they are told to", () => {
    const { stdout, saved } = unconfused("bad.yaml --format text --format sarif --output out/a.sarif");
    expect(stdout).toContain("[external-id-required]");
    expect(JSON.parse(saved.get("/home/me/out/a.sarif") ?? "").version).toBe("2.1.0");
  });

  test("that programs read leave the errors to standard error", () => {
    const { stdout, stderr } = unconfused("nowhere.yaml --format json");
    expect(JSON.parse(stdout).errors).toMatchObject([{ file: "nowhere.yaml" }]);
    expect(stderr).toContain("error: there is no such file or folder\n --> nowhere.yaml\n");
  });

  test("that people read have them themselves", () => {
    const { stdout, stderr } = unconfused("nowhere.yaml");
    expect(stdout).toContain("error: there is no such file or folder\n --> nowhere.yaml\n");
    expect(stderr).toBe("");
  });

  test.each([
    ["", {}, false],
    ["--color always", {}, true],
    ["", { terminal: true }, true],
    ["--color never", { terminal: true }, false],
    ["", { terminal: true, env: { NO_COLOR: "1" } }, false],
    ["", { terminal: true, env: { TERM: "dumb" } }, false],
    ["", { env: { FORCE_COLOR: "1" } }, true],
    ["", { terminal: true, env: { FORCE_COLOR: "0" } }, false],
  ])("%s %o: colours %s", (typed, machine, colored) => {
    expect(unconfused(`bad.yaml ${typed}`, machine).stdout.includes("\u001b[")).toBe(colored);
  });
});

test("notes go to standard error, unless --quiet", () => {
  const files = { ...FILES, "/home/me/values.yaml": "a: 1\n" };
  expect(unconfused("good.yaml values.yaml", { files }).stderr).toBe(
    "note: values.yaml is not infrastructure as code: skipped\n",
  );
  expect(unconfused("good.yaml values.yaml --quiet", { files }).stderr).toBe("");
});

describe("progress", () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`/home/me/${index}.yaml`, BAD]));

  const slow = { files: many(20), terminal: true, pace: 90 };

  test("is told on a terminal in a run that takes long, and wiped away before anything else is told", () => {
    const { stderr, stdout } = unconfused("--debug", slow);
    expect(stderr).toContain("finding the files (11) …\r\u001b[2K");
    expect(stderr).toContain("judging the policies (3 of 20) …\r\u001b[2K");
    // Before each line that stays, what was told is wiped away.
    const lines = stderr.split("\n").map((line) => line.split("\r\u001b[2K").at(-1));
    expect(lines.filter((line) => !line?.startsWith("      "))).toEqual([
      "note: no configuration",
      expect.stringContaining("note: time: "),
      "",
    ]);
    expect(stdout).not.toContain("…\r");
  });

  test.each([
    ["in a short run", "", { ...slow, pace: 1 }],
    ["where there is no terminal", "", { ...slow, terminal: false }],
    ["on one that cannot wipe", "", { ...slow, env: { TERM: "dumb" } }],
    ["under --quiet", "--quiet", slow],
  ])("is not told %s", (_, typed, machine) => {
    expect(unconfused(typed, machine).stderr).toBe("");
  });

  test("is told by stages with --debug", () => {
    expect(unconfused("good.yaml --debug", { pace: 7 }).stderr).toMatch(
      /^note: time: reading the configuration \d+ ms, finding the files \d+ ms, reading the files 7 ms, judging the policies \d+ ms, putting the findings together \d+ ms, finding what denies \d+ ms, writing the report \d+ ms$/m,
    );
    expect(unconfused("bad.yaml --debug --format json", { pace: 7 }).stderr).toContain("finding fixes");
  });
});

describe("what the input was not read as", () => {
  const macro = BAD.replace(/^/, "Transform: Mine\n");
  const files = { "/home/me/a.yaml": macro, "/home/me/b.yaml": macro };

  test("is noted once a message, also where a program reads the report", () => {
    const note = "note: read as written, before macro Mine (a.yaml:1, and 1 more)\n";
    expect(unconfused("a.yaml b.yaml", { files }).stderr).toBe(note);
    expect(unconfused("a.yaml b.yaml --format json", { files }).stderr).toBe(note);
    expect(unconfused("a.yaml b.yaml --quiet", { files }).stderr).toBe("");
  });

  test("is in the report every time", () => {
    const { notes } = reportOf("a.yaml b.yaml --quiet", { files });
    expect(notes).toEqual(
      ["a.yaml", "b.yaml"].map((file) => ({
        message: "read as written, before macro Mine",
        file,
        line: 1,
        column: 12,
      })),
    );
  });

  test("counts a key that stands twice, and does not fill the screen", () => {
    const keys = Array.from({ length: 30 }, (_, index) => `  K${index}: 1\n  K${index}: 2\n`).join("");
    const { stderr } = unconfused("a.yaml", { files: { "/home/me/a.yaml": `${BAD}Metadata:\n${keys}` } });
    const lines = stderr.trim().split("\n");
    expect(lines[0]).toMatch(/^note: duplicate key: line \d+ has it already; the last one counts \(a\.yaml:/);
    expect([lines.length, lines.at(-1)]).toEqual([11, "note: 'unconfused check --format json' has 20 more notes"]);
  });
});

test("--debug tells on standard error what denies requests where nothing is found", () => {
  expect(unconfused("good.yaml --debug").stderr).toBe(
    "note: no configuration\n" +
      "note: good.yaml:10:20 VendorRole passes external-id-required: denied by StringEquals sts:ExternalId (good.yaml:14:17)\n" +
      "note: time: reading the configuration 0 ms, finding the files 0 ms, reading the files 0 ms, judging the policies 0 ms, putting the findings together 0 ms, finding what denies 0 ms, writing the report 0 ms\n",
  );
  expect(unconfused("good.yaml").stderr).toBe("");
});

test("a note shows what would steer a terminal", () => {
  const files = { "/home/me/\u001b[2J.yaml": "a: 1\n" };
  expect(unconfused("\u001b[2J.yaml", { files }).stderr).toContain("note: \\u{1b}[2J.yaml is not");
});

test("standard input is a file", () => {
  expect(findingsOf("- --stdin-name x.yaml", { stdin: BAD })).toEqual(["x.yaml external-id-required"]);
});

describe("a hook that names the files of a commit", () => {
  const files = { ...FILES, "/home/me/values.yaml": "a: 1\n", "/home/me/p.json": `{ "Nobodys": "x" }` };

  test("is not told of those that are none of ours, nor of parameters that these do not declare", () => {
    const { stderr, status } = unconfused("good.yaml values.yaml --parameters p.json --allow-empty", { files });
    expect([stderr, status]).toEqual(["", 0]);
  });

  test("is told of those that are excluded", () => {
    const { stderr } = unconfused("good.yaml values.yaml --exclude good.yaml --allow-empty", { files });
    expect(stderr).toBe("note: good.yaml is excluded by the configuration or --exclude: skipped\n");
  });
});
