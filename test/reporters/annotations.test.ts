import { expect, test } from "vitest";
import { annotationsOf, command } from "../../src/reporters/github/annotations.ts";
import { finding } from "./small.ts";

const many = (count: number, severity: "critical" | "high" | "medium" | "low") =>
  Array.from({ length: count }, (_, index) => finding({ severity, message: `${severity} ${index + 1}` }));

test("one of several lines is annotated at its first, for GitHub takes columns on one line only", () => {
  const { shown } = annotationsOf({ errors: [], findings: [finding({ endLine: 9, endColumn: 2 })] }, { rules: [] });
  expect(shown.map(command)).toEqual([
    expect.stringMatching(/^::error title=high\[public-trust\],file=a\.yaml,line=3,endLine=3,col=7::m%0A/),
  ]);
});

test("the ten most severe of each level are shown, and the last of them says how many are not", () => {
  const findings = [...many(11, "low"), ...many(10, "medium"), ...many(6, "high"), ...many(7, "critical")];
  const { shown, rest } = annotationsOf({ errors: [], findings }, { rules: [] });
  const of = (wanted: string) => shown.filter(({ level }) => level === wanted).map(({ lines }) => lines);
  expect(of("error").map(([first]) => first)).toEqual([
    ...Array.from({ length: 7 }, (_, index) => `critical ${index + 1}`),
    "high 1",
    "high 2",
    "high 3",
  ]);
  expect(of("error").at(-1)?.at(-1)).toBe("+3 more: see the log");
  expect(of("warning").at(-1)?.join()).not.toContain("more");
  expect(of("notice").at(-1)?.at(-1)).toBe("+1 more: see the log");
  expect([shown.length, rest.length]).toEqual([30, 4]);
});

test("errors come before findings, with file, line and cause", () => {
  const errors = [
    { message: "unknown key 'tenncy'", help: "did you mean tenancy?", file: "unconfused.yaml", line: 2, column: 1 },
    { message: "no", help: "yes" },
  ];
  const { shown } = annotationsOf({ errors, findings: many(1, "critical") }, { rules: [] });
  expect(shown.map(command)).toEqual([
    "::error title=unconfused,file=unconfused.yaml,line=2,endLine=2,col=1::unknown key 'tenncy'%0Ahelp: did you mean tenancy?",
    "::error title=unconfused::no%0Ahelp: yes",
    expect.stringContaining("::critical 1%0A"),
  ]);
});
