import { describe, expect, test } from "vitest";
import { BAD, findingsOf } from "./cli/run.ts";
import type { Entry } from "./memory-host.ts";

const deploying = (location: string) => `Resources:
  Nested: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${location} } }
`;

/** A repository, a folder that is in none, and a template in each place that one may try to reach. */
function machine(cwd: string, location: string) {
  const files: Record<string, Entry> = {
    "/repo/.git/HEAD": "",
    "/repo/infra/outer.yaml": deploying(location),
    "/repo/infra/linked.yaml": { link: "/elsewhere/bad.yaml" },
    "/repo/bad.yaml": BAD,
    "/repository/bad.yaml": BAD,
    "/builds/stacks/prod/outer.yaml": deploying(location),
    "/builds/stacks/bad.yaml": BAD,
    "/builds/bad.yaml": BAD,
    "/elsewhere/bad.yaml": BAD,
    "/app/outer.yaml": deploying(location),
    "/app/bad.yaml": BAD,
  };
  return { files, cwd };
}

describe("what an input refers to is read", () => {
  test.each([
    ["in the repository of the run", "/repo/infra", "outer.yaml", "../bad.yaml", "bad.yaml"],
    [
      "in the repository of what is named",
      "/builds/stacks",
      "../../repo/infra/outer.yaml",
      "../bad.yaml",
      "../../repo/bad.yaml",
    ],
    ["beside the working directory that is in none", "/builds/stacks/prod", "outer.yaml", "../bad.yaml", "../bad.yaml"],
    [
      "beside what is named and is in none",
      "/repo",
      "../builds/stacks/prod",
      "../bad.yaml",
      "../builds/stacks/bad.yaml",
    ],
    ["below a folder of the root", "/app", "outer.yaml", "bad.yaml", "bad.yaml"],
  ])("%s", (_, cwd, typed, location, file) => {
    expect(findingsOf(typed, machine(cwd, location))).toEqual([`${file} external-id-required`]);
  });
});

describe("what an input refers to is not read", () => {
  test.each([
    ["outside of the repository", "/repo/infra", "outer.yaml", "../../elsewhere/bad.yaml"],
    ["in a folder whose name only begins like it", "/repo/infra", "outer.yaml", "../../repository/bad.yaml"],
    ["where a link leads out of it", "/repo/infra", "outer.yaml", "linked.yaml"],
    ["further away than beside, where there is none", "/builds/stacks/prod", "outer.yaml", "../../bad.yaml"],
    ["in the whole file system, from a folder of the root", "/app", "outer.yaml", "../elsewhere/bad.yaml"],
  ])("%s", (_, cwd, typed, location) => {
    expect(findingsOf(typed, machine(cwd, location))).toEqual([]);
  });
});
