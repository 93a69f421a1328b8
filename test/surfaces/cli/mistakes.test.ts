import { describe, expect, test } from "vitest";
import { BAD, FILES, roleFor, unconfused } from "./run.ts";

const errorsIn = (stderr: string) => stderr.split("\n").filter((line) => line.startsWith("error: "));

const RULE = `id: my-rule
title: Title
severity: low
precision: high
cwe: [441]
since: 0.1.0
why: Why.
fix: Fix.
references: [https://example.com/]
policy: trust
deny: [{ request: { caller: { is: $unnamed } }, message: "{caller}" }]
examples:
  bad: [{ name: bad, policy: { Statement: [{ Effect: Allow, Principal: { AWS: "*" }, Action: "sts:AssumeRole" }] }, at: /Statement/0/Principal/AWS }]
  good: [{ name: good, policy: { Statement: [] } }]
`;

describe("all mistakes are told in one run, each with its line", () => {
  test("of the shape of a configuration", () => {
    const config = "tenency: multi\nfailOn: hgh\naccounts: { own: [999988887777] }\nstrict: maybe\n";
    const { status, stderr } = unconfused("check", { files: { ...FILES, "/home/me/unconfused.yaml": config } });
    expect(status).toBe(2);
    expect(errorsIn(stderr)).toEqual([
      'error: unknown key "tenency"',
      'error: failOn cannot be "hgh"',
      'error: 999988887777 is a number here; write "999988887777"',
      "error: strict is a text, and should be true or false",
    ]);
    expect(stderr).toContain("did you mean tenancy?");
    expect(stderr).toContain("did you mean high?");
    expect(stderr).toMatch(/^1 \| tenency: multi\n {2}\| \^{7}$/m);
    expect(stderr).toMatch(/^3 \| accounts: \{ own: \[999988887777\] \}\n {2}\| {19}\^{12}$/m);
  });

  test("of what a configuration means", () => {
    const ignore = (until: string) => `{ rule: public-trust, reason: x, until: "${until}" }`;
    const config = `ignore: [${ignore("2027-02-30")},\n ${ignore("2027-04-31")}]\nparameters: { Account: 111122223333 }\n`;
    const { stderr } = unconfused("check", { files: { ...FILES, "/home/me/unconfused.yaml": config } });
    expect(errorsIn(stderr)).toHaveLength(3);
  });

  test("of names of rules", () => {
    const config = "rules: { public-trst: off }\nscopes: [{ files: [a], rules: { ded-grant: off } }]\n";
    const { stderr } = unconfused("check", { files: { ...FILES, "/home/me/unconfused.yaml": config } });
    expect(errorsIn(stderr)).toEqual([
      'error: no rule is called "public-trst"',
      'error: no rule is called "ded-grant"',
    ]);
    expect(stderr).toMatch(/^1 \| rules: \{ public-trst: off \}$/m);
  });

  test("of every kind, with those of the rules that it extends", () => {
    const ignore = '{ rule: ded-grant, reason: x, until: "2027-02-30" }';
    const config = `foo: 1\nextends: [my-rule.yaml, 7]\nrules: { public-trst: off, my-rule: low }\nignore: [${ignore}]\n`;
    const files = { ...FILES, "/home/me/unconfused.yaml": config, "/home/me/my-rule.yaml": RULE };
    const mistakes = [
      'error: unknown key "foo"',
      'error: 7 is a number here; write "7"',
      'error: ignore[0].until is "2027-02-30", which is no date',
    ];
    expect(errorsIn(unconfused("check", { files }).stderr)).toEqual([
      ...mistakes,
      'error: no rule is called "public-trst"',
      'error: no rule is called "ded-grant"',
    ]);
    const broken = { ...files, "/home/me/my-rule.yaml": RULE.replace("severity: low", "severity: lo") };
    const { stderr } = unconfused("check", { files: broken });
    expect(errorsIn(stderr)).toEqual([...mistakes, 'error: severity cannot be "lo"']);
    expect(stderr).toMatch(/^3 \| severity: lo$/m);
  });

  test("of several rule files", () => {
    const files = {
      ...FILES,
      "/home/me/rules/my-rule.yaml": RULE.replace("severity: low", "severity: lo").replace("why:", "wy:"),
      "/home/me/rules/other.yaml": RULE.replace("{caller}", "{caler}"),
      "/home/me/rules/third.yaml": "id: [",
    };
    const { status, stderr } = unconfused("check --rules rules", { files });
    expect(status).toBe(2);
    expect(errorsIn(stderr)).toHaveLength(5);
    expect(stderr).toMatch(/^3 \| severity: lo$/m);
    expect(stderr).toContain(" --> rules/other.yaml:");
    expect(stderr).toContain(" --> rules/third.yaml:");
  });

  test("values of parameters are not shown, whatever is wrong beside them", () => {
    for (const config of [
      "{ failOn: hgh, parameters: { Password: hunter2 } }",
      "parameters: { P: hunter2, : [ }\n",
      "parameters: [hunter2]",
      "scopes: [{ files: [a], parameters: hunter2 }]",
    ]) {
      const { status, stderr } = unconfused("check", { files: { ...FILES, "/home/me/unconfused.yaml": config } });
      expect([status, stderr.includes("hunter2")]).toEqual([2, false]);
    }
  });
});

test("a folder that is no file is named, also the one that this runs in", () => {
  const { status, stderr } = unconfused("check --parameters . bad.yaml", { files: FILES });
  expect([status, stderr]).toEqual([2, expect.stringContaining(" --> .\n")]);
});

describe("what a rule file may not hold", () => {
  test.each([
    ["cwe: [441, 441]", "cwe holds the same twice"],
    ["cwe: [0]", "cwe[0] is too small"],
    ["cwe: [10000]", "cwe[0] is too large"],
  ])("%s", (cwe, message) => {
    const files = { ...FILES, "/home/me/my-rule.yaml": RULE.replace("cwe: [441]", cwe) };
    expect(unconfused("check --rules my-rule.yaml", { files }).stderr).toContain(message);
  });

  test.each(["http://example.com/", "https://", "https://example", "https://example.com/<b>", "javascript:alert(1)"])(
    "reference %s",
    (address) => {
      const files = { ...FILES, "/home/me/my-rule.yaml": RULE.replace("https://example.com/", `"${address}"`) };
      expect(unconfused("check --rules my-rule.yaml", { files }).stderr).toContain("which is no https address");
    },
  );
});

test.each(["unconfused.yml", ".unconfused.yml", "unconfused.json", "Unconfused.yaml", "UNCONFUSED.YML"])(
  "%s is not passed over",
  (name) => {
    const run = unconfused("check", { files: { ...FILES, [`/home/me/${name}`]: "tenancy: single" } });
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("did you mean unconfused.yaml?")]);
    expect(unconfused("check --no-config bad.yaml", { files: { ...FILES, [`/home/me/${name}`]: "" } }).status).toBe(1);
  },
);

test("an account of ours that is publicly known as a vendor's is noted, but for the vendor's own templates", () => {
  const noted = (config: string, typed = "") =>
    unconfused(`check bad.yaml ${typed}`, { files: { ...FILES, "/home/me/unconfused.yaml": config } }).stderr;
  const note = "note: the configuration calls 464622532012 yours, which is publicly known as Datadog's\n";
  expect(noted("accounts: { own: ['464622532012', '999988887777'] }")).toBe(note);
  expect(noted("scopes: [{ files: [b], accounts: { organization: ['464622532012'] } }]")).toBe(note);
  expect(noted("", "--own-account 464622532012")).toBe(note);
  expect(noted("audience: customers\naccounts: { own: ['464622532012'] }")).toBe("");
  expect(noted("audience: customers\nscopes: [{ files: [b], accounts: { own: ['464622532012'] } }]")).toBe("");
});

describe("what matches nothing is noted", () => {
  const template = `Parameters: { VendorAccount: { Type: String } }\n${roleFor("!Ref VendorAccount")}`;
  const noted = (typed: string, config = "", parameters = "{}") =>
    unconfused(`check ${typed}`, {
      files: { "/home/me/a.yaml": template, "/home/me/unconfused.yaml": config, "/home/me/p.json": parameters },
    }).stderr;
  test("a parameter that is given", () => {
    expect(noted("--parameters p.json", "", '{ "VendorAcount": "111122223333" }')).toContain(
      "note: no checked file declares the parameter VendorAcount (did you mean VendorAccount?)",
    );
    expect(noted("", "parameters: { VendorAcount: x, Another: y }")).toContain(
      "the parameters VendorAcount (did you mean VendorAccount?), Another",
    );
    expect(noted("", "parameters: { VendorAccount: '111122223333' }")).toBe("");
  });

  test("a vendor's parameter, where it is misspelt", () => {
    const vendor = (name: string) => `vendors: [{ name: Acme, tenancy: multi, accountParameters: [${name}] }]`;
    expect(noted("", vendor("VendorAcount"))).toContain("did you mean VendorAccount?");
    expect(noted("", vendor("AccountOfAnotherTemplate"))).toBe("");
  });

  test("a scope without a file, where the run covers all that it could have", () => {
    const scopes = "scopes: [{ files: [a.yaml, 'produciton/**'], tenancy: multi }]";
    expect(noted("", scopes)).toBe("note: no checked file is in the scope of produciton/**\n");
    expect(noted(".", "scopes: [{ files: [./a.yaml, '**'], tenancy: multi }]")).toBe("");
    expect(noted("a.yaml", scopes)).toBe("");
    expect(noted("", `scopes: [{ files: [b, c, d, e, f], tenancy: multi }]`)).toContain(
      "note: 2 more patterns of scopes match none\n",
    );
  });

  test("variables of Terraform are declared", () => {
    const files = {
      "/home/me/main.tf":
        'variable "vendor_account" {}\nresource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n}\n',
      "/home/me/p.json": '{ "vendor_account": "1" }',
    };
    expect(unconfused("check --parameters p.json", { files }).stderr).not.toContain("declares");
  });

  test("a pattern of --exclude", () => {
    expect(noted("--exclude b.yaml --exclude p.json")).toContain(
      "note: --exclude b.yaml matches nothing (did you mean a.yaml?)",
    );
    expect(noted("--exclude p.json")).toBe("");
    expect(noted("a.yaml --exclude b.yaml")).toBe("");
  });
});

describe("an entry under ignore that matches nothing", () => {
  const config = 'ignore: [{ rule: public-trust, files: ["lgacy/**"], reason: "old" }]';
  const messages = (typed: string, said = config) =>
    unconfused(`check ${typed}`, { files: { ...FILES, "/home/me/unconfused.yaml": said } }).stdout;
  test("is told where all files are checked", () => {
    expect(messages("")).toContain("the entry in the configuration suppresses nothing: it matches no file");
    expect(messages("", config.replace('files: ["lgacy/**"]', 'resource: "Nobody"'))).toContain("it matches no file");
  });

  test("is not where they are not", () => {
    expect(messages("bad.yaml")).not.toContain("matches no file");
    expect(messages("--exclude good.yaml")).not.toContain("matches no file");
  });
});

test.each([
  "unconfused-ignore: external-id-required -- reason",
  "unconfused ignore external-id-required -- reason",
  "Unconfused-Ignore external-id-required",
  "unconfused_ignore=external-id-required",
  "unconfused:skip=external-id-required:reason",
  "unconfused-disable-next-line external-id-required",
  "unconfused disable-line external-id-required -- reason",
  "unconfused-ignore-file external-id-required -- reason",
  "unconfused-ignroe external-id-required -- reason",
  "unconfused-ignor external-id-required -- reason",
])("# %s is told to be none", (comment) => {
  const { status, stdout } = unconfused("check a.yaml", {
    files: { "/home/me/a.yaml": BAD.replace("          - Effect", `          # ${comment}\n          - Effect`) },
  });
  expect(status).toBe(1);
  expect(stdout).toContain('did you mean "unconfused-ignore external-id-required');
});

test.each([
  "unconfused is a tool",
  "unconfused-ignored",
  "unconfused ignores it",
  "unconfused in one run",
  "not unconfused-ignore: x",
])("# %s is a comment like others", (comment) => {
  const { stdout } = unconfused("check a.yaml", { files: { "/home/me/a.yaml": `# ${comment}\n${BAD}` } });
  expect(stdout).not.toContain("unused-ignore");
});
