import { describe, expect, test } from "vitest";
import { fixture } from "../../readers/terraform/fixtures.ts";
import { reportOf, unconfused } from "./run.ts";

/** With secrets in variables, outputs, provider blocks, drift, and attributes of many types; each begins with this. */
const PLANTED = "PLANTED";
const FILES = [
  "secrets-plan-create.json",
  "secrets-plan-change.json",
  "secrets-state-shown.json",
  "secrets-state-stored.tfstate",
];

function told(name: string, content: string, options: string): string {
  const { stdout, stderr, saved } = unconfused(`${name} ${options}`, { files: { [`/home/me/${name}`]: content } });
  return [stdout, stderr, ...saved.values()].join("\n");
}

const EVERYTHING = [
  "--debug --format text --output a.txt --format json --output a.json --format html --output a.html --format sarif --output a.sarif",
  "--strict --tenancy single --debug --format text --format json --output b.json --format sarif --output b.sarif",
];

describe.each(FILES)("%s", (name) => {
  const content = fixture(name);

  test("holds secrets, and none of them is told in any report", () => {
    expect(content.split(PLANTED).length).toBeGreaterThan(10);
    for (const options of EVERYTHING) expect(told(name, content, options)).not.toContain(PLANTED);
  });

  test("broken anywhere, it is an error that tells none", () => {
    const broken = content.lastIndexOf(PLANTED);
    for (const cut of [content.indexOf(PLANTED) + 10, broken, broken + 10]) {
      for (const rest of ["", ", }", "\u0000", "\\x", "\n"]) {
        const text = told(name, content.slice(0, cut) + rest, EVERYTHING[0] ?? "");
        expect(text).toContain("error");
        expect(text).not.toContain(PLANTED);
      }
    }
  });

  test("of a later version, or with an error of its own, it tells none", () => {
    const later = content.replace(/"format_version":"1/, '"format_version":"9').replace('"version": 4', '"version": 5');
    const failed = content.replace('"errored":false', '"errored":true');
    for (const each of [later, failed]) expect(told(name, each, EVERYTHING[0] ?? "")).not.toContain(PLANTED);
    expect(told(name, later, "")).toContain("this version of unconfused reads");
  });

  test("what is secret is judged all the same, and what is not is told in full", () => {
    const report = reportOf(name, { files: { [`/home/me/${name}`]: content } });
    const principals: readonly { resource: { id: string }; principal: string; verdict: string }[] = report.grants;
    const of = (id: string) =>
      principals
        .filter(({ resource }) => resource.id === id)
        .map(({ principal, verdict }) => `${principal} ${verdict}`);
    expect(of("aws_iam_role.open")).toEqual(["arn:aws:iam::222233334444:root finding"]);
    expect(of('aws_iam_role.encoded["variable"]')).toEqual(["(sensitive) ok"]);
    expect(of('aws_iam_role.encoded["principal"]')).toEqual(["(sensitive) finding"]);
    expect(of("aws_iam_role.made")).toEqual(["(sensitive) ok"]);
  });

  test("no line of it is shown, nor in SARIF", () => {
    const { stdout } = unconfused(`${name} --color never`, { files: { [`/home/me/${name}`]: content } });
    expect(stdout).not.toMatch(/^\s*\d+ \|/m);
    expect(told(name, content, "--format sarif")).not.toContain('"snippet"');
  });
});
