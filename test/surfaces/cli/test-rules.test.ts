import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unconfused } from "./run.ts";

const own = readFileSync(join(import.meta.dirname, "../../../rules/trust/public-trust.yaml"), "utf8").replace(
  "id: public-trust",
  "id: our-rule",
);

test("examples that come out as they should end with status 0", () => {
  const { status, stdout } = unconfused("test-rules rules", { files: { "/home/me/rules/our-rule.yaml": own } });
  expect(stdout).toMatch(/^\d+ examples of 1 rule in \d+ formats: all as they should\n$/);
  expect(status).toBe(0);
});

test("one that does not is told, with what was expected", () => {
  const wrong = own.replace("at: /Statement/0/Principal/AWS", "at: /Statement/0/Action");
  const { status, stdout } = unconfused("test-rules rules", { files: { "/home/me/rules/our-rule.yaml": wrong } });
  expect(stdout).toContain(
    'our-rule: bad example "a wildcard and nothing else": expected it at /Statement/0/Action, got it at /Statement/0/Principal/AWS (in every format)\n',
  );
  expect(stdout).toMatch(/: 1 not as they should\n$/);
  expect(status).toBe(1);
});

test.each([
  ["a rule with a mistake", own.replace("severity: critical", "severity: dire"), "rules/our-rule.yaml:4:11"],
  ["a rule in a file of another name", own.replace("id: our-rule", "id: your-rule"), "rules/our-rule.yaml:2:5"],
  ["a rule that is built in", own.replace("id: our-rule", "id: public-trust"), "rules/our-rule.yaml:2:5"],
])("%s stops the run", (_, text, place) => {
  const { status, stderr } = unconfused("test-rules rules", { files: { "/home/me/rules/our-rule.yaml": text } });
  expect(stderr).toContain(` --> ${place}\n`);
  expect(status).toBe(2);
});

test.each(["test-rules", "test-rules a b"])("unconfused %s asks for one folder", (typed) => {
  const { status, stderr } = unconfused(typed);
  expect(stderr).toContain("error: 'test-rules' takes one folder\n");
  expect(status).toBe(2);
});
