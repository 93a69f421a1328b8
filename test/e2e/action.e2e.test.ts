import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  return { ...ended, outputs: outputs() };
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
    expect(outputs).toEqual({ findings: "1", "sarif-file": "out/report.sarif", "exit-code": "1" });
    const sarif = JSON.parse(readFileSync(join(workspace, "out/report.sarif"), "utf8"));
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(status).toBe(1);
  });

  test("passes where the threshold is not reached", () => {
    const { status, outputs } = start(node, { paths: "bad.yaml", "fail-on": "never" });
    expect(outputs).toEqual({ findings: "1", "exit-code": "0" });
    expect(status).toBe(0);
  });

  test("says that it could not do what was asked, and still writes SARIF", () => {
    const { status, stdout, outputs } = start(node, { paths: "broken.yaml", "sarif-file": "report.sarif" });
    expect(stdout).toContain("::error::the check could not do what was asked");
    expect(outputs["exit-code"]).toBe("2");
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
    const { stderr, outputs } = start(node, { "fail-on": "severe" });
    expect(stderr).toContain("--fail-on cannot be 'severe'");
    expect(outputs).toEqual({ "exit-code": "2" });
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

  test("checks the folder that it is told to work in", () => {
    const { stdout, outputs } = start(node, { "working-directory": "nowhere" });
    expect(stdout).toContain("::error::");
    expect(outputs["exit-code"]).toBe("2");
  });
});

test("every input and output of action.yml is one of the code's", () => {
  const code = readFileSync(join(ROOT, "src/surfaces/action/main.ts"), "utf8");
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
    expect(code).toContain(`"${name}"`);
  }
});
