import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../src/check.ts";
import { parseConfig } from "../src/config/load.ts";
import { main } from "../src/surfaces/cli/main.ts";
import { memoryHost } from "./surfaces/memory-host.ts";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

/** How long a run took is no part of what it says. */
function timeless(output: string): string {
  return output.replace(/, \d+ ms$/m, "");
}

test("the output in the README is what the command prints", () => {
  const examples = readdirSync(new URL("examples/", root)).map((name) => [
    `/home/me/project/examples/${name}`,
    readFileSync(new URL(`examples/${name}`, root), "utf8"),
  ]);
  const blocks = [...readme.matchAll(/<!-- output: unconfused (.*?) -->\n```text\n([\s\S]*?)```\n<!-- end -->/g)];
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, command = "", shown] of blocks) {
    const { host, written } = memoryHost({ cwd: "/home/me/project", files: Object.fromEntries(examples) });
    main(command.split(" "), host);
    expect(timeless(written.stdout)).toBe(shown);
  }
});

test("the configuration in the README is one", () => {
  const [, text = ""] = /```yaml\n(accounts:[\s\S]*?)```/.exec(readme) ?? [];
  expect(parseConfig(text, "unconfused.yaml").vendors).toHaveLength(2);
});

test("what the README writes into a template silences its finding", () => {
  const [comment = "", metadata = ""] = [...readme.matchAll(/```yaml\n( +(?:Principal|Metadata):[\s\S]*?)```/g)].map(
    ([, block]) => block,
  );
  const template = (attribute: string, principal: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
${attribute}    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
${principal}`;
  const files = [
    { path: "comment.yaml", content: template("", comment) },
    { path: "metadata.yaml", content: template(metadata, comment.replace(/#.*/, "")) },
  ];
  const { findings, suppressed } = check({ files });
  expect(findings).toEqual([]);
  expect(suppressed.map(({ by, rule }) => [by, rule])).toEqual([
    ["comment", "external-id-required"],
    ["metadata", "external-id-required"],
  ]);
});

test("what the README links to exists", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(0);
  for (const path of links) expect(() => readdirOrRead(new URL(path, root)), path).not.toThrow();
});

function readdirOrRead(url: URL): unknown {
  try {
    return readFileSync(url);
  } catch {
    return readdirSync(url);
  }
}
