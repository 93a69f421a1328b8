import { describe, expect, test } from "vitest";
import { BAD, FILES, roleFor, unconfused } from "./run.ts";

describe("grants", () => {
  test("by the resource that they let into, with conditions, callers, verdict and rules", () => {
    const files = {
      "/home/me/a.yaml": roleFor(
        "arn:aws:iam::444455556666:root",
        "            Condition:\n              StringEquals:\n                sts:ExternalId: 3f0a7a34-6d1c\n",
      ),
      "/home/me/b.yaml": BAD,
    };
    const { status, stdout } = unconfused("grants", { files });
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        "VendorRole (AWS::IAM::Role), a.yaml:10",
        "  ok           arn:aws:iam::444455556666:root",
        "                 lets in: 444455556666",
        "                 if StringEquals sts:ExternalId",
        "",
        "VendorRole (AWS::IAM::Role), b.yaml:10",
        "  finding      arn:aws:iam::444455556666:root  (external-id-required)",
        "                 lets in: 444455556666",
        "",
      ].join("\n"),
    );
  });

  test.each<[string, string, boolean]>([
    ["alone, where tenancy is single and no vendor is declared", "--tenancy single bad.yaml", true],
    ["not where a vendor is declared", "--tenancy single --vendor V=444455556666:single bad.yaml", false],
    ["not where tenancy is multi", "good.yaml", false],
    ["not of what is a finding", "--tenancy single open.yaml", false],
  ])("an account is assumed dedicated: %s", (_, typed, expected) => {
    const { grants } = JSON.parse(unconfused(`grants ${typed} --format json`).stdout);
    expect(grants).toHaveLength(1);
    expect(grants[0].assumed).toBe(expected ? "dedicated" : undefined);
    expect(unconfused(`grants ${typed}`).stdout.includes("assumed dedicated")).toBe(expected);
  });

  test("as a map, here and as a report of a check", () => {
    const { status, stdout } = unconfused("grants bad.yaml --format mermaid");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^flowchart LR\n[\s\S]* ==> r0\n/);
    expect(unconfused("bad.yaml --format mermaid")).toMatchObject({ status: 1, stdout });
  });

  test("as a page, with whom it lets in, and what could not be read", () => {
    const files = { ...FILES, "/home/me/broken.yaml": "Resources: [\nAWS::IAM::Role" };
    const { status, saved, stdout } = unconfused("grants --tenancy single --format html --output map.html", { files });
    const page = saved.get("/home/me/map.html") ?? "";
    expect(stdout).toBe("");
    expect(status).toBe(2);
    expect(page).toMatch(/^<!doctype html>/);
    const text = page.replace(/<(script|style)>.*?<\/\1>/gs, "").replace(/<[^>]*>|\n/g, "");
    expect(text).toContain("3 grants of 3 resources. As it should be: 1. Finding: 2. Cannot tell: 0.");
    expect(text).toContain("444455556666 not declared, single-tenant");
    expect(text).toContain("assumed dedicated: no vendor is declared");
    expect(text).toMatch(/Not read, and so not on the map.*broken\.yaml:2:1/);
    expect(page).not.toContain('id="findings"');
  });

  test("a page of nothing says so", () => {
    const { status, stdout } = unconfused("grants --format html", {
      files: { "/home/me/a.yaml": "Resources:\n  Topic: { Type: AWS::SNS::Topic }\n" },
    });
    expect(status).toBe(0);
    expect(stdout).toContain("Nobody is let into anything.");
  });

  test("that nothing was checked is told beside a list of nothing", () => {
    const { stderr } = unconfused("grants", { files: { "/home/me/a.txt": "" } });
    expect(stderr).toContain("nothing to check: no infrastructure as code was found");
    expect(unconfused("grants").stderr).toBe("");
  });

  test("into a file", () => {
    const { saved, stdout } = unconfused("grants bad.yaml --format json --output grants.json");
    expect(stdout).toBe("");
    expect(JSON.parse(saved.get("/home/me/grants.json") ?? "").grants).toHaveLength(1);
  });

  test.each<[string, string, Readonly<Record<string, string>>, number]>([
    ["no such format", "grants --format sarif", FILES, 2],
    ["a file that cannot be read", "grants broken.yaml", { "/home/me/broken.yaml": "Resources: [\nAWS::IAM::Role" }, 2],
    ["nothing to list", "grants", { "/home/me/a.txt": "" }, 3],
    ["nothing to list, on purpose", "grants --allow-empty", { "/home/me/a.txt": "" }, 0],
  ])("%s", (_, typed, files, status) => {
    expect(unconfused(typed, { files }).status).toBe(status);
  });
});
