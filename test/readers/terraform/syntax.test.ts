import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Report } from "../../../src/findings/report.ts";
import { checked, FOLDER, fixture } from "./fixtures.ts";

/** All files of a configuration, as when its folder is named; variables have the values that their plan was made with. */
function checkedFolder(name: string, leftOut?: RegExp): Report {
  const all = readdirSync(join(FOLDER, name), { recursive: true, encoding: "utf8" });
  const files = all.filter((file) => file.endsWith(".json") && !leftOut?.test(file));
  return check({
    files: files.map((path) => ({ path, content: fixture(`${name}/${path}`) })),
    config: { parameters: { partner: "333344445555", number: "012345678901" } },
  });
}

/** "address caller verdict", all instances of a block as one. */
function callers({ grants }: Report): readonly string[] {
  const all = grants.flatMap(({ resource, callers, verdict }) =>
    callers.map(
      ({ class: who, account }) =>
        `${resource.id.replace(/\[\d\]/, "")} ${who === "own" ? who : (account ?? who)} ${verdict}`,
    ),
  );
  return [...new Set(all)].sort();
}

describe("a configuration and the plan that was made of it are judged alike", () => {
  test("a role in the account that a variable carries to its provider trusts its own", () => {
    const deployed = (report: Report) => callers(report).filter((each) => each.startsWith("aws_iam_role.deployed "));
    expect(deployed(checkedFolder("json"))).toEqual(["aws_iam_role.deployed own ok"]);
    expect(deployed(checked("plan-json-syntax.json"))).toEqual(["aws_iam_role.deployed own ok"]);
  });

  test("override files are laid over the others, in the order of their names", () => {
    const report = checkedFolder("override");
    expect(report.errors).toEqual([]);
    expect(callers(report)).toEqual(callers(checked("plan-override.json")));
  });

  test("OpenTofu reads its own files, and leaves those of Terraform out that have the same name", () => {
    const judged = callers(checkedFolder("tofu"));
    const left = ["aws_iam_role.either 222233334444 finding", "aws_iam_role.terraform 111122223333 finding"];
    expect(judged.filter((each) => !left.includes(each))).toEqual(callers(checked("tofu-plan.json")));
  });

  test("what OpenTofu leaves out is judged as Terraform reads it", () => {
    expect(callers(checkedFolder("tofu", /\.tofu\.json$/))).toEqual([
      "aws_iam_role.both 222233334444 finding",
      "aws_iam_role.either 222233334444 finding",
      "aws_iam_role.terraform 111122223333 finding",
    ]);
    expect(callers(checkedFolder("tofu"))).toEqual(
      expect.arrayContaining([
        "aws_iam_role.either 222233334444 finding",
        "aws_iam_role.terraform 111122223333 finding",
      ]),
    );
  });
});

test("a state of OpenTofu's is judged alike as it is shown and as it is stored", () => {
  const shown = callers(checked("tofu-state-shown.json"));
  expect(shown).toContain("aws_iam_role.later 233218134211 finding");
  expect(callers(checked("tofu-state-stored.tfstate"))).toEqual(shown);
});
