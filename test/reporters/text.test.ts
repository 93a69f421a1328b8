import { describe, expect, test } from "vitest";
import type { Report } from "../../src/findings/report.ts";
import { text } from "../../src/reporters/text.ts";
import { clean, context, report } from "./sample.ts";
import { rules } from "./sample-rules.ts";

/** An account that deployment decides, as reports write it. */
const decided = (name: string) => `\${${name}}`;
const ESCAPE = "\u001b";

function lastLines(given: Report, within: Partial<typeof context> = {}): string[] {
  return (
    text(given, { ...context, ...within })
      .trimEnd()
      .split("\n\n")
      .at(-1)
      ?.split("\n") ?? []
  );
}

test("golden", async () => {
  await expect(text(report, context)).toMatchFileSnapshot("../golden/report.txt");
});

test("colours change nothing but colours, and come only when asked for", () => {
  const colored = text(report, { ...context, color: true });
  expect(colored).toContain(`${ESCAPE}[31;1mcritical[public-trust]${ESCAPE}[0m`);
  expect(colored.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]+m`, "g"), "")).toBe(text(report, context));
  expect(text(report, context)).not.toContain(ESCAPE);
});

test("nothing that the input says steers a terminal", () => {
  const told = new Set(["rule", "severity", "format", "class", "by"]);
  const hostile = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return told.has(key) ? value : `${ESCAPE}[2J\n${value}\u202e\u009b\ud800`;
    if (Array.isArray(value)) return value.map((inner) => hostile(inner));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostile(inner, name)]));
  };
  const shown = text(hostile(report) as Report, context);
  expect(shown.split("\n\n").length).toBe(text(report, context).split("\n\n").length);
  expect(shown).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
});

describe("the summary", () => {
  test("of a clean run is the whole output", () => {
    expect(text(clean, context)).toBe("no findings in 7 grants of 5 policies in 4 files, 41 ms\n");
  });

  test("speaks of seconds when it took any, and of no time where none was measured", () => {
    const { elapsedMs: _, ...untimed } = context;
    expect(lastLines(clean, { elapsedMs: 1234 })).toEqual(["no findings in 7 grants of 5 policies in 4 files, 1.2 s"]);
    expect(text(clean, untimed)).toBe("no findings in 7 grants of 5 policies in 4 files\n");
  });

  test("counts one as one", () => {
    const grants = { ok: 1, finding: 0, unknown: 0 };
    expect(lastLines({ ...clean, summary: { ...clean.summary, grants, policies: 1, files: 1 } })).toEqual([
      "no findings in 1 grant of 1 policy in 1 file, 41 ms",
    ]);
  });

  test("names the severities that occur, the worst first, and what was suppressed by whom", () => {
    expect(lastLines(report)[0]).toMatch(
      /^5 findings \(1 critical, 1 high, 2 medium, 1 low\), 2 cannot tell, 3 suppressed \(1 by the input itself\), 1 baselined, 2 errors in /,
    );
  });

  test("asks to declare each undeclared account once", () => {
    const [, second] = report.grants;
    if (second === undefined) throw new Error("the sample has too few grants");
    expect(lastLines({ ...clean, grants: [second, second] })[1]).toBe(
      "2 accounts are not declared: run 'unconfused init' to sort them",
    );
    expect(lastLines({ ...clean, grants: [{ ...second, callers: second.callers.slice(0, 1) }] })[1]).toBe(
      "1 account is not declared: run 'unconfused init' to sort it",
    );
  });

  test("says where to declare it, where a configuration is there that 'init' would not replace", () => {
    const basis = { config: "unconfused.yaml", emptied: false, inlineVerdicts: 0, off: [], lowered: [], asked: [] };
    const one = report.grants.slice(1, 2).map((grant) => ({ ...grant, callers: grant.callers.slice(0, 1) }));
    expect(lastLines({ ...clean, grants: one }, { basis })[1]).toBe(
      "1 account is not declared: say in unconfused.yaml whose it is",
    );
  });

  test("says that open roles go unreported while public-trust is off", () => {
    expect(lastLines(clean, { rules: rules.slice(1) })[1]).toBe("public-trust is off: open roles are not reported");
  });

  test("of nothing proves nothing, and says so", () => {
    expect(text({ ...clean, summary: { ...clean.summary, files: 0 } }, context)).toBe(
      "nothing to check: no infrastructure as code was found\nname the files or folders that have it: CloudFormation, cdk.out or Terraform\n",
    );
  });
});

describe("what cannot be told", () => {
  const doubts = (given: Report) => text(given, context).match(/^cannot tell\[.*\]/gm);
  const only = (rule: string) => report.findings.filter((finding) => finding.rule === rule);

  test("one cause is told once a resource, with all its rules", () => {
    expect(doubts(report)).toEqual([
      "cannot tell[external-id-required, account-scoped-principal]",
      "cannot tell[public-trust]",
    ]);
  });

  test("the same cause in another resource is told again", () => {
    const [, unknown] = report.unknowns;
    if (unknown === undefined) throw new Error("the sample has too few unknowns");
    const other = { ...unknown, resource: { ...unknown.resource, id: "Other" } };
    expect(doubts({ ...report, unknowns: [unknown, unknown, other] })).toHaveLength(2);
  });

  test("an unconstrained parameter is told by its finding, suppressed or not, of that resource alone", () => {
    const [unconstrained] = only("unconstrained-principal");
    const [unknown] = report.unknowns;
    if (unconstrained === undefined || unknown === undefined) throw new Error("the sample lacks them");
    const told = (findings: Report["findings"], suppressed: Report["suppressed"] = []) =>
      doubts({ ...report, unknowns: [unknown], findings, suppressed });
    expect(told([unconstrained])).toBeNull();
    expect(told([], [{ ...unconstrained, by: "baseline", reason: "known" }])).toBeNull();
    expect(told([])).toHaveLength(1);
    expect(told([{ ...unconstrained, resource: { ...unconstrained.resource, id: "Other" } }])).toHaveLength(1);
    expect(told([{ ...unconstrained, callers: [] }])).toHaveLength(1);
  });
});

describe("help", () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("the sample has no finding");
  const helps = (callers: typeof finding.callers) =>
    text({ ...report, findings: [{ ...finding, callers }] }, context)
      .split("\n")
      .filter((line) => /help: (?:Is|Whose is) /.test(line))
      .map((line) => line.trim());

  test("asks whose an account is that nobody has declared, and says how to declare it", () => {
    expect(helps([{ class: "undeclared", account: "111122223333", tenancyFrom: "default" }])).toEqual([
      '= help: Whose is 111122223333? Say so in unconfused.yaml. If it is a vendor\'s: vendors: [{ name: NAME, tenancy: multi, accounts: ["111122223333"] }] (single if it is dedicated to you). If it is yours: accounts: { organization: ["111122223333"] } (own if the checked roles are in it).',
    ]);
    for (const account of ["VendorAccount", "var.VendorAccount"].map(decided)) {
      expect(helps([{ class: "deployTime", account, tenancyFrom: "config" }])).toEqual([
        `= help: Whose is ${account}? Say so in unconfused.yaml. If it is a vendor's: vendors: [{ name: NAME, tenancy: multi, accountParameters: [VendorAccount] }] (single if it is dedicated to you). If it is yours: accounts: { organizationParameters: [VendorAccount] }.`,
      ]);
    }
  });

  test.each([
    "TrustedAccounts",
    "TrustedAccountsForLookup",
    "AdministratorAccountId",
    "ManagementAccount",
    "var.org_management_account_id",
    "AdminAccount",
  ])("what is called %s is most likely the reader's own", (name) => {
    const lines = helps([{ class: "deployTime", account: decided(name), tenancyFrom: "default" }]);
    expect(lines).toEqual([
      expect.stringMatching(/^= help: Is .* yours\? .*organizationParameters: .* If it is a vendor's: /),
    ]);
    const shown = text(
      { ...report, findings: [{ ...finding, callers: [{ class: "deployTime", account: decided(name) }] }] },
      context,
    );
    expect(shown.indexOf("help: Is ")).toBeLessThan(shown.indexOf("help: Mend it"));
  });

  test("so is the account that a role of stack sets trusts", () => {
    const resource = { ...finding.resource, id: "AWSCloudFormationStackSetExecutionRole" };
    const callers = [{ class: "undeclared", account: "111122223333" }] as const;
    expect(text({ ...report, findings: [{ ...finding, resource, callers }] }, context)).toContain(
      'help: Is 111122223333 yours? Say so in unconfused.yaml. If it is yours: accounts: { organization: ["111122223333"] }',
    );
  });

  test("speaks of the first account that has a number or a name", () => {
    const unnamed = { class: "unnamed", tenancyFrom: "default" } as const;
    const named = { class: "undeclared", account: "111122223333", tenancyFrom: "default" } as const;
    expect(helps([unnamed, named])).toHaveLength(1);
  });

  test("does not, where somebody has, or where nothing could be bound", () => {
    expect(helps([{ class: "vendor", account: "111122223333", vendor: "V", tenancyFrom: "vendor" }])).toEqual([]);
    expect(helps([{ class: "catalogued", account: "111122223333", vendor: "V", tenancyFrom: "catalogue" }])).toEqual(
      [],
    );
    expect(
      helps([
        { class: "deployTime", account: decided("an expression that Terraform refuses"), tenancyFrom: "default" },
      ]),
    ).toEqual([]);
    expect(helps([{ class: "unnamed", tenancyFrom: "default" }])).toEqual([]);
  });

  test("of many callers the first few are named", () => {
    const callers = Array.from({ length: 9 }, (_, index) => ({
      class: "undeclared" as const,
      account: `${index}`.repeat(12),
    }));
    expect(text({ ...report, findings: [{ ...finding, callers }] }, context)).toContain(
      "= also: 111111111111, 222222222222, 333333333333, 444444444444, 555555555555, 3 more\n",
    );
  });

  test("a default's account is the parameter that the message speaks of: it is asked about, and is no further caller", () => {
    const callers = [
      { class: "undeclared" as const, account: "111122223333", tenancyFrom: "default" as const },
      { class: "deployTime" as const, account: decided("Vendor"), tenancyFrom: "default" as const },
    ];
    const witness = { principal: `arn:aws:iam::${decided("Vendor")}:role/any`, action: "a", context: {}, absent: [] };
    const shown = text({ ...report, findings: [{ ...finding, callers, witness }] }, context);
    expect(shown).toContain(`Whose is ${decided("Vendor")}?`);
    expect(shown).toContain("accountParameters: [Vendor]");
    expect(shown).not.toContain("= also:");
  });
});

describe("many findings", () => {
  const [, , , inLongLine] = report.findings;
  if (inLongLine === undefined) throw new Error("the sample has too few findings");
  const repeated = (count: number): Report => ({
    ...clean,
    findings: Array.from({ length: count }, (_, index) => ({ ...inLongLine, severity: index < 2 ? "high" : "medium" })),
  });

  test("are counted by rule and by account once they are more than twenty", () => {
    const table =
      "findings by rule:\n  external-id-required  21  (2 high, 19 medium)\n\n" +
      "findings by account:\n  111122223333  21  (2 high, 19 medium)\n\n";
    expect(text(repeated(21), context)).toContain(table);
    expect(text(repeated(20), context)).not.toContain("findings by");
  });

  test("of many accounts ten are listed, and the others counted", () => {
    const findings = Array.from({ length: 25 }, (_, index) => {
      return { ...inLongLine, callers: [{ class: "undeclared" as const, account: `${100000000000 + index}` }] };
    });
    const [, table = ""] = /findings by account:\n([\s\S]*?)\n\n/.exec(text({ ...clean, findings }, context)) ?? [];
    expect(table.split("\n")).toHaveLength(11);
    expect(table).toContain("  and 15 more");
  });

  test("say once what to do for a rule, and once whose an account may be", () => {
    const other = { ...inLongLine, callers: [{ class: "undeclared" as const, account: "222233334444" }] };
    const shown = text({ ...clean, findings: [inLongLine, inLongLine, other] }, context);
    expect(shown.match(/= help: Mend it with external-id-required/g)).toHaveLength(1);
    expect(shown.match(/= help: Whose is 111122223333/g)).toHaveLength(1);
    expect(shown.match(/= help: Whose is 222233334444/g)).toHaveLength(1);
  });
});

test.each([60, 80, 100])(
  "on a screen of %i columns no line is longer, but for places and words that cannot be broken",
  (width) => {
    const shown = text(report, { ...context, width }).split("\n");
    const long = shown.filter(
      (line) => line.length > width && line.trim().includes(" ") && !/^ *(?:-->|\| +[\^-]+ )/.test(line),
    );
    expect(long).toEqual([]);
    // Nothing is lost by it: the same words, but for what is cut out of lines of code.
    const words = (lines: readonly string[]) =>
      lines
        .filter((line) => !line.includes("|"))
        .join(" ")
        .split(/\s+/);
    expect(words(shown)).toEqual(words(text(report, context).split("\n")));
  },
);
