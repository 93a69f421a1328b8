import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { BAD, folderOf, GOOD, ROOT, run } from "./run.ts";

const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));

/** The Node that GitHub's runner has for `using: node24`; installed by `npm ci --prefix test/e2e/node24`. */
const node24 = join(import.meta.dirname, "node24/node_modules/.bin/node");

let workspace: string;

beforeEach(() => {
  workspace = folderOf({ "bad.yaml": BAD, "good.yaml": GOOD, "broken.yaml": `${BAD}  - [`, output: "", summary: "" });
});

afterEach(() => rmSync(workspace, { recursive: true }));

/** Starts the Action as the runner does: a clean environment, inputs with their defaults, files for what it gives back. */
function start(node: string, inputs: Readonly<Record<string, string>>) {
  const all = {
    ...Object.fromEntries(Object.keys(action.inputs).map((name) => [name, action.inputs[name].default])),
    ...inputs,
  };
  const given = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = {
    ...Object.fromEntries(given),
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: join(workspace, "output"),
    GITHUB_STEP_SUMMARY: join(workspace, "summary"),
  };
  const ended = run(node, [join(ROOT, action.runs.main)], { cwd: workspace, env });
  return { ...ended, outputs: outputs(), summary: readFileSync(join(workspace, "summary"), "utf8") };
}

/** `name<<delimiter`, the value, the delimiter again. */
function outputs(): Record<string, string> {
  const text = readFileSync(join(workspace, "output"), "utf8");
  return Object.fromEntries(
    [...text.matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]),
  );
}

if (!existsSync(node24)) {
  console.warn("skipped: the Action on Node 24; 'npm ci --prefix test/e2e/node24' brings it");
}

const nodes = [["this Node", process.execPath] as const, ...(existsSync(node24) ? [["Node 24", node24] as const] : [])];

describe.each(nodes)("the Action on %s", (_, node) => {
  test("leaves out a line of blanks among the paths", () => {
    const { status, stdout } = start(node, { paths: "good.yaml\n  \n", "sarif-file": "" });
    expect(stdout).toContain("in 1 file");
    expect(status).toBe(0);
  });

  test("fails the step on findings, tells their number, and writes SARIF", () => {
    const { status, stdout, outputs } = start(node, { paths: "bad.yaml\ngood.yaml", "sarif-file": "out/report.sarif" });
    expect(stdout).toContain("[external-id-required]");
    expect(stdout).toContain("::error::there are findings at or above the threshold");
    expect(outputs).toEqual({
      result: "fail",
      "exit-code": "1",
      findings: "1",
      critical: "0",
      high: "0",
      medium: "1",
      low: "0",
      unknowns: "0",
      files: "2",
      "sarif-file": "out/report.sarif",
    });
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
    const sarif = JSON.parse(readFileSync(join(workspace, "out/report.sarif"), "utf8"));
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(status).toBe(1);
  });

  test("passes where the threshold is not reached", () => {
    const { status, outputs } = start(node, { paths: "bad.yaml", "fail-on": "never" });
    expect(outputs).toMatchObject({ result: "pass", findings: "1", "exit-code": "0" });
    expect(outputs).not.toHaveProperty("sarif-file");
    expect(status).toBe(0);
  });

  test("says that it could not do what was asked, and still writes SARIF", () => {
    const { status, stdout, outputs } = start(node, { paths: "broken.yaml", "sarif-file": "report.sarif" });
    expect(stdout).toContain("::error::the check could not do what was asked");
    expect(stdout).toMatch(/^::error title=[^,]+,file=broken\.yaml,line=\d+.*::.+%0Ahelp: .+$/m);
    expect(outputs).toMatchObject({ result: "error", "exit-code": "2" });
    const sarif = JSON.parse(readFileSync(join(workspace, "report.sarif"), "utf8"));
    expect(sarif.runs[0].invocations[0].executionSuccessful).toBe(false);
    expect(status).toBe(1);
  });

  test("lets nothing in the files speak for itself where that is asked", () => {
    const silenced = BAD.replace(/(AWS: \S+)/, "$1 # unconfused-ignore external-id-required -- trust me");
    writeFileSync(join(workspace, "silenced.yaml"), silenced);
    const statusOf = (noInline: string) => start(node, { paths: "silenced.yaml", "no-inline": noInline }).status;
    expect([statusOf("false"), statusOf("true")]).toEqual([0, 1]);
  });

  test("refuses an input that is none", () => {
    const { stdout, stderr, outputs, summary } = start(node, { "fail-on": "severe" });
    expect(stderr).toContain("--fail-on cannot be 'severe'");
    expect(stdout).toContain("::error title=unconfused::--fail-on cannot be 'severe'");
    expect(summary).toContain("--fail-on cannot be 'severe'");
    expect(outputs).toEqual({ result: "error", "exit-code": "2" });
  });

  test("names the SARIF report as the steps after it find it", () => {
    const { outputs } = start(node, {
      paths: "../bad.yaml",
      "working-directory": "infra",
      "sarif-file": "report.sarif",
    });
    expect(outputs["sarif-file"]).toBe("infra/report.sarif");
    expect(existsSync(join(workspace, "infra/report.sarif"))).toBe(true);
  });

  test("shows a mistake in the configuration at its line", () => {
    writeFileSync(join(workspace, "mine.yaml"), "failOn: low\ntenncy: single\n");
    const { stdout, outputs } = start(node, { config: "mine.yaml" });
    expect(stdout).toMatch(/^::error title=[^,]+,file=mine\.yaml,line=2,endLine=2,col=1::.*tenncy/m);
    expect(outputs).toEqual({ result: "error", "exit-code": "2" });
  });

  test("shows a finding at its place, in the log in colour, and in the summary with the map", () => {
    const { stdout, summary } = start(node, { paths: "bad.yaml" });
    expect(stdout).toContain("::warning title=medium[external-id-required],file=bad.yaml,line=11,endLine=11,col=20");
    expect(stdout).toContain("\u001b[");
    expect(summary).toContain("| medium | `external-id-required` | bad.yaml:11:20 |");
    expect(summary).toMatch(/```mermaid\nflowchart LR\n {2}c0\(\["444455556666"\]\)\n/);
  });

  test("tells at lines once, also where the log is in the format for that", () => {
    const { stdout } = start(node, { paths: "bad.yaml", format: "github" });
    expect(stdout.match(/^::warning /gm)).toHaveLength(1);
  });

  test("counts what a baseline has, and what a revision had, as no news", () => {
    const git = (...args: readonly string[]) =>
      run("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], { cwd: workspace });
    git("init", "--quiet");
    git("add", "bad.yaml");
    git("commit", "--quiet", "--message", "bad");
    writeFileSync(join(workspace, "new.yaml"), BAD.replace("VendorRole", "Other"));
    const entry = { rule: "external-id-required", file: "bad.yaml", resource: "VendorRole", principal: "444455556666" };
    const baseline = { version: 1, entries: [{ ...entry, fingerprint: "0".repeat(32) }] };
    writeFileSync(join(workspace, "base.json"), JSON.stringify(baseline));
    const paths = "bad.yaml\nnew.yaml";
    const inputs: Record<string, string>[] = [{ since: "HEAD" }, { baseline: "base.json" }, {}];
    expect(inputs.map((given) => start(node, { paths, ...given }).outputs.findings)).toEqual(["1", "1", "2"]);
  });

  test("is silent at lines and in the summary where that is asked", () => {
    const { stdout, summary } = start(node, { paths: "bad.yaml", annotations: "false", summary: "false" });
    expect(stdout).not.toContain("::warning");
    expect(summary).toBe("");
  });

  test("names files from the workspace, also where it was brought without git", () => {
    mkdirSync(join(workspace, "infra"));
    writeFileSync(join(workspace, "infra/bad.yaml"), BAD);
    const { stdout } = start(node, { "working-directory": "infra" });
    expect(stdout).toContain("file=infra/bad.yaml,line=11");
  });

  test("takes rules, tenancy, strictness, parameters, a category and formats", () => {
    writeFileSync(join(workspace, "own.yaml"), `id: own-rule\ntitle: t\nnonsense: true\n`);
    expect(start(node, { rules: "own.yaml" }).stdout).toMatch(/^::error .*file=own\.yaml/m);

    const under = (given: Readonly<Record<string, string>>) => start(node, given).outputs.findings;
    expect(["multi", "single"].map((tenancy) => under({ paths: "bad.yaml", tenancy }))).toEqual(["1", "0"]);
    writeFileSync(join(workspace, "import.yaml"), BAD.replace(/AWS: \S+/, "AWS: !ImportValue Vendor"));
    const undecided = (strict: string) => start(node, { paths: "import.yaml", strict }).outputs.unknowns;
    expect([undecided("false"), undecided("true")]).toEqual([expect.stringMatching(/[1-9]/), "0"]);
    expect(JSON.parse(start(node, { paths: "good.yaml", format: "json" }).stdout).findings).toEqual([]);

    const open = BAD.replace("arn:aws:iam::444455556666:root", "!Ref Who").replace(
      "Resources:",
      "Parameters:\n  Who:\n    Type: String\nResources:",
    );
    writeFileSync(join(workspace, "open.yaml"), open);
    writeFileSync(join(workspace, "values.json"), `{ "Who": "*" }`);
    const inputs = {
      paths: "open.yaml",
      parameters: "values.json",
      format: "json=out/r.json",
      "sarif-file": "r.sarif",
    };
    expect(start(node, { ...inputs, category: "iam" }).outputs.critical).toBe("1");
    expect(JSON.parse(readFileSync(join(workspace, "out/r.json"), "utf8")).findings).toHaveLength(1);
    const [{ automationDetails }] = JSON.parse(readFileSync(join(workspace, "r.sarif"), "utf8")).runs;
    expect(automationDetails).toEqual({ id: "iam/" });
  });

  test("checks the folder that it is told to work in", () => {
    const { stdout, outputs } = start(node, { "working-directory": "nowhere" });
    expect(stdout).toContain("::error::");
    expect(outputs["exit-code"]).toBe("2");
  });
});
