import { expect, test } from "vitest";
import { annotations } from "../../../src/surfaces/action/annotations.ts";
import { finding } from "./sample.ts";

const many = (count: number, severity: "critical" | "high" | "medium" | "low") =>
  Array.from({ length: count }, (_, index) => finding({ severity, message: `${severity} ${index + 1}` }));

test("a finding is annotated at its place, by its severity", () => {
  const told = annotations({ errors: [], findings: [finding({ severity: "low", message: "who\u202e" })] });
  expect(told).toEqual([
    {
      level: "notice",
      title: "low: public-trust",
      message: "who\\u{202e}",
      file: "a.yaml",
      startLine: 3,
      startColumn: 7,
      endLine: 3,
      endColumn: 12,
    },
  ]);
});

test("one of several lines is annotated at its first, for GitHub takes columns on one line only", () => {
  const [told] = annotations({ errors: [], findings: [finding({ endLine: 9, endColumn: 2 })] });
  expect(told).toMatchObject({ startLine: 3, endLine: 3, startColumn: 7 });
  expect(told).not.toHaveProperty("endColumn");
});

test("the ten most severe of each level are kept, and the last of them says how many are not", () => {
  const findings = [...many(11, "low"), ...many(10, "medium"), ...many(6, "high"), ...many(7, "critical")];
  const told = annotations({ errors: [], findings });
  const of = (level: string) => told.filter((one) => one.level === level).map(({ message }) => message);
  expect(of("error")).toEqual([
    ...Array.from({ length: 7 }, (_, index) => `critical ${index + 1}`),
    "high 1",
    "high 2",
    "high 3\n+3 more: see the log",
  ]);
  expect(of("warning").at(-1)).toBe("medium 10");
  expect(of("notice").at(-1)).toBe("low 10\n+1 more: see the log");
  expect(told).toHaveLength(30);
});

test("errors come before findings, with file, line and cause", () => {
  const errors = [
    { message: "unknown key 'tenncy'", help: "did you mean tenancy?", file: "unconfused.yaml", line: 2, column: 1 },
    { message: "no", help: "yes" },
  ];
  const [first, second, third] = annotations({ errors, findings: many(1, "critical") });
  expect(first).toMatchObject({ level: "error", file: "unconfused.yaml", startLine: 2, startColumn: 1 });
  expect(first?.message).toBe("unknown key 'tenncy'\nhelp: did you mean tenancy?");
  expect(second).not.toHaveProperty("file");
  expect(third?.message).toBe("critical 1");
});
