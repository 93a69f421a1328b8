import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/load.ts";
import { findingsOf, roleFor, unconfused } from "./run.ts";

const CONFIG = "/home/me/unconfused.yaml";
const files = {
  "/home/me/a.yaml": roleFor("arn:aws:iam::444455556666:root"),
  "/home/me/b.yaml": roleFor("arn:aws:iam::464622532012:root"),
  "/home/me/c.yaml": `Parameters: { Trusted: { Type: String } }\n${roleFor('!Sub "arn:aws:iam::${Trusted}:root"')}`,
};
const written = (typed: string, answers?: readonly string[]) => {
  const { status, saved, stderr } = unconfused(typed, { files, ...(answers && { answers }) });
  const text = saved.get(CONFIG) ?? "";
  return { status, text, stderr, config: parseConfig(text, "unconfused.yaml") };
};

describe("init", () => {
  test("lists every account with its owner and its place, and lets none of them count", () => {
    const { status, text, config, stderr } = written("init");
    expect(status).toBe(0);
    expect(config).toEqual({});
    expect(text).toContain('# vendors:\n#   - name: "Owner of Trusted"   # whose is it? seen at c.yaml:11\n');
    expect(text).toContain('#   - name: "Datadog"   # a known vendor, seen at b.yaml:10\n#     tenancy: multi\n');
    expect(text).toContain('#     accounts: ["444455556666"]\n');
    expect(stderr).toContain("3 of 3 accounts are in comments");
    const before = findingsOf(".", { files });
    expect(findingsOf(".", { files: { ...files, [CONFIG]: text } })).toEqual(before);
  });

  test("what stands in comments is a configuration, once the # is taken away", () => {
    const { text } = written("init");
    const lines = text.split("\n").slice(3);
    const taken = lines.filter((line) => !/^# [A-Z]/.test(line)).map((line) => line.replace(/^# /, ""));
    expect(parseConfig(taken.join("\n"), "unconfused.yaml").vendors?.map(({ name }) => name)).toEqual([
      "Owner of Trusted",
      "Owner of 444455556666",
      "Datadog",
    ]);
  });

  test("accounts of one known vendor are one entry, unless they are answered differently", () => {
    const of = (...accounts: readonly string[]) =>
      Object.fromEntries(accounts.map((id, index) => [`/home/me/${index}.yaml`, roleFor(`arn:aws:iam::${id}:root`)]));
    const datadog = of("464622532012", "417141415827", "412381753143");
    const config = (answers: readonly string[]) =>
      parseConfig(unconfused("init", { files: datadog, answers }).saved.get(CONFIG) ?? "", "unconfused.yaml");
    expect(config(["m\n", "m\n", "m\n"]).vendors).toMatchObject([
      { name: "Datadog", tenancy: "multi", accounts: ["412381753143", "417141415827", "464622532012"] },
    ]);
    expect(config(["m\n", "s\n", "\n"]).vendors).toMatchObject([
      { name: "Datadog", tenancy: "multi", accounts: ["412381753143"] },
      { name: "Datadog 417141415827", tenancy: "single", accounts: ["417141415827"] },
    ]);
  });

  test("asks on a terminal whose each account is, and what is said counts", () => {
    const { config, stderr } = written("init", ["g\n", "o\n", "s\n"]);
    expect(config).toMatchObject({
      accounts: { own: ["444455556666"], organizationParameters: ["Trusted"] },
      vendors: [{ name: "Datadog", tenancy: "single", accounts: ["464622532012"] }],
    });
    expect(stderr).toContain("unconfused.yaml is written\n");
  });

  test("asks again where an answer is none, and leaves the rest open when the terminal is closed", () => {
    const { config } = written("init", ["?\n", "own\n", "o\n", ""]);
    expect(config).toEqual({ accounts: { organizationParameters: ["Trusted"] } });
  });

  test("says what is missing where there is nothing to write, or something to mend", () => {
    const nothing = unconfused("init", { files: { "/home/me/a.txt": "" } });
    expect(nothing.stderr).toContain("no infrastructure as code was found, so it names no account");
    const broken = unconfused("init", { files: { ...files, "/home/me/x.yaml": "Resources: [\nAWS::IAM::Role" } });
    expect(broken).toMatchObject({ status: 2, stderr: expect.stringContaining("unconfused.yaml is not written") });
    expect(broken.saved.size).toBe(0);
  });

  test("the run is quieter by what was said, and by that alone", () => {
    const { text } = written("init", ["\n", "o\n", "\n"]);
    expect(findingsOf(".", { files: { ...files, [CONFIG]: text } })).toEqual(
      findingsOf(".", { files }).filter((finding) => !finding.startsWith("a.yaml")),
    );
  });

  test("--yes asks nothing", () => {
    expect(written("init --yes", ["o\n", "o\n", "o\n"]).config).toEqual({});
  });

  test("replaces what is there where it is told to", () => {
    const there = { ...files, [CONFIG]: "tenancy: multi\n" };
    const refused = unconfused("init", { files: there });
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining("there is a configuration already") });
    expect(refused.saved.size).toBe(0);
    expect(unconfused("init --force", { files: there }).saved.has(CONFIG)).toBe(true);
  });
});
