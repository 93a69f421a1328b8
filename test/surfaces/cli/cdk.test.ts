import { expect, test } from "vitest";
import { assembly, program } from "../../readers/cdk/assemblies.ts";
import { unconfused } from "./run.ts";

/** The machine that synthesised the fixture app, with the app in a repository of its own. */
const files = Object.fromEntries(
  Object.entries({ ...assembly("assembly"), ...program(), ".git/HEAD": "" }).map(([name, text]) => [
    `/app/${name}`,
    text,
  ]),
);
const machine = { files, cwd: "/app" };

test("a role of a CDK app is shown in the program, with its construct", () => {
  const { stdout, stderr, status } = unconfused("", machine);
  expect(stdout).toContain(
    [
      "medium[external-id-required]: account 222222222222 can assume Trust/Open without an external ID",
      "  --> stacks.ts:24:5 (Trust/Open/Resource)",
      "   |",
      '24 |     new Role(this, "Open", { assumedBy: new AccountPrincipal("222222222222") });',
      "   |     ^^^^^^^^",
    ].join("\n"),
  );
  expect(stdout).toContain("   = note: in the template (cdk.out/Trust.template.json:23:16)\n");
  expect(stderr).toBe("");
  expect(status).toBe(1);
});

test.each(["text", "json", "sarif"])("no folder of a machine is told: %s", (format) => {
  for (const cwd of ["/app", "/app/cdk.out", "/home/me"]) {
    const { stdout, stderr } = unconfused(`/app/cdk.out --format ${format}`, { ...machine, cwd });
    expect(stdout).toContain("stacks.ts");
    expect(stdout + stderr).not.toMatch(/(?<!\.\.)\/app\//);
  }
});

test("SARIF has the line of the program first, then the template, and the construct", () => {
  const { stdout } = unconfused("cdk.out/manifest.json --format sarif", machine);
  const { results } = JSON.parse(stdout).runs[0];
  const open = ({ locations: [{ logicalLocations }] }: (typeof results)[0]) => {
    return logicalLocations[0].fullyQualifiedName === "Trust/Open/Resource";
  };
  expect(results.find(open)).toMatchObject({
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "stacks.ts" },
          region: { startLine: 24, startColumn: 5, endLine: 24, endColumn: 13 },
        },
        logicalLocations: [{ name: "Open2F4367FD", fullyQualifiedName: "Trust/Open/Resource", kind: "resource" }],
      },
    ],
    relatedLocations: [
      {
        physicalLocation: { artifactLocation: { uri: "cdk.out/Trust.template.json" }, region: { startLine: 23 } },
        message: { text: expect.stringMatching(/^in the template: sts:AssumeRole by /) },
      },
    ],
  });
});

test("a construct is suppressed and a parameter bound by the configuration", () => {
  const config = [
    "vendors: [{ name: Example, tenancy: multi, accountParameters: [VendorAccount] }]",
    'ignore: [{ rule: external-id-required, resource: "Trust/Inner/*", files: ["stacks.ts"], reason: "later" }]',
  ];
  const { stdout } = unconfused("--format json", {
    ...machine,
    files: { ...files, "/app/unconfused.yaml": config.join("\n") },
  });
  const { findings, suppressed } = JSON.parse(stdout);
  const named = (list: readonly { resource: { path: string }; rule: string; vendor?: string }[]) =>
    list
      .filter(({ resource, rule }) => /Trust\/.*Parameter/.test(resource.path) && rule === "external-id-required")
      .map(({ resource, vendor }) => `${resource.path} ${vendor}`);
  expect(named(findings)).toEqual(["Trust/Parameter/Resource Example"]);
  expect(named(suppressed)).toEqual(["Trust/Inner/Parameter/Resource Example"]);
});

test("a finding in the configuration is shown there", () => {
  const config = 'ignore:\n  - rule: public-trust\n    files: ["cdk.out/**"]\n    reason: "nobody"\n';
  const { stdout } = unconfused("", { ...machine, files: { ...files, "/app/unconfused.yaml": config } });
  expect(stdout).toContain(" --> unconfused.yaml:2:11\n  |\n2 |   - rule: public-trust\n  |           ^^^^^^^^^^^^\n");
});
