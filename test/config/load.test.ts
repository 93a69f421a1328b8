import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigError, parseConfig, unknownRules } from "../../src/config/load.ts";

const WHOLE = `# yaml-language-server: $schema=./schemas/config.schema.json
tenancy: multi
audience: self
inline: true
failOn: medium
strict: false
accounts:
  own: ["999988887777"]
  organization: ["222233334444"]
  organizationParameters: [TrustedAccounts]
organizationIds: [o-a1b2c3d4e5]
vendors:
  - name: Panther
    tenancy: single
    accounts: ["111122223333"]
    accountParameters: [MasterAccountId, panther_aws_account_id]
  - name: Datadog
    tenancy: multi
    accounts: ["464622532012"]
parameters: { Stage: prod, Count: 3, Zones: [a, b] }
rules:
  wildcard-with-condition: off
  invalid-policy: false
  public-trust: { severity: critical, ignorable: false }
extends: [./our-rules]
exclude: ["fixtures/**"]
scopes:
  - files: ["vendor/**"]
    tenancy: single
ignore:
  - rule: external-id-required
    files: ["legacy/**"]
    resource: "Legacy*"
    reason: "retired in Q1, tracked in SEC-12"
    until: 2027-03-31
`;

describe("a configuration", () => {
  test("comes as it is written", () => {
    expect(parseConfig(WHOLE, "unconfused.yaml")).toEqual({
      tenancy: "multi",
      audience: "self",
      inline: true,
      failOn: "medium",
      strict: false,
      accounts: { own: ["999988887777"], organization: ["222233334444"], organizationParameters: ["TrustedAccounts"] },
      organizationIds: ["o-a1b2c3d4e5"],
      vendors: [
        {
          name: "Panther",
          tenancy: "single",
          accounts: ["111122223333"],
          accountParameters: ["MasterAccountId", "panther_aws_account_id"],
          origin: { document: expect.anything(), path: ["vendors", 0, "tenancy"] },
        },
        {
          name: "Datadog",
          tenancy: "multi",
          accounts: ["464622532012"],
          origin: { document: expect.anything(), path: ["vendors", 1, "tenancy"] },
        },
      ],
      parameters: { Stage: "prod", Count: 3, Zones: ["a", "b"] },
      rules: {
        "wildcard-with-condition": "off",
        "invalid-policy": false,
        "public-trust": { severity: "critical", ignorable: false },
      },
      extends: ["./our-rules"],
      exclude: ["fixtures/**"],
      scopes: [{ files: ["vendor/**"], tenancy: "single" }],
      ignore: [
        {
          rule: "external-id-required",
          files: ["legacy/**"],
          resource: "Legacy*",
          reason: "retired in Q1, tracked in SEC-12",
          until: "2027-03-31",
          origin: { document: expect.anything(), path: ["ignore", 0, "rule"] },
        },
      ],
    });
  });

  test.each([
    ["unconfused.yaml", undefined],
    ["./unconfused.yaml", undefined],
    ["infra/aws/.unconfused.yaml", "infra/aws"],
  ])("at %s counts its patterns from %s", (path, directory) => {
    expect(parseConfig("strict: true", path).directory).toBe(directory);
  });

  test("may be empty", () => {
    expect(parseConfig("# nothing yet\n", "unconfused.yaml")).toEqual({});
  });

  test("may list a vendor twice in one tenancy, and in another for some files", () => {
    const acme = 'vendors: [{ name: A, tenancy: multi, accounts: ["111122223333"] }, { name: A, tenancy: multi }]';
    const scope = 'scopes: [{ files: [a], vendors: [{ name: A, tenancy: single, accounts: ["111122223333"] }] }]';
    expect(() => parseConfig(`${acme}\n${scope}`, "unconfused.yaml")).not.toThrow();
  });

  test("may name a rule like a property of every object", () => {
    const { rules } = parseConfig("rules: { __proto__: low, constructor: off }", "unconfused.yaml");
    expect(Object.keys(rules ?? {})).toEqual(["__proto__", "constructor"]);
  });
});

const ACCOUNT = "an account id is twelve digits in quotes";
const LIST = "write a list: in brackets, or each entry after a dash";
const SOME_TEXT = "write some text; in quotes it cannot be taken for anything else";

type Row = readonly [text: string, line: number, column: number, message: string, help: string];
const FAULTS: readonly Row[] = [
  // keys
  ["strict: true\ntenansy: multi", 2, 1, 'unknown key "tenansy"', "did you mean tenancy?"],
  [
    "vendors:\n  - name: A\n    tennancy: single",
    3,
    5,
    'unknown key "tennancy" in vendors[0]',
    "did you mean tenancy?",
  ],
  [
    "accounts:\n  ours: []",
    2,
    3,
    'unknown key "ours" in accounts',
    "known here: own, organization, organizationParameters",
  ],
  ["rules:\n  a: { severty: low }", 2, 8, 'unknown key "severty" in rules.a', "did you mean severity?"],
  [
    "scopes:\n  - files: [a]\n    failOn: low",
    3,
    5,
    'unknown key "failOn" in scopes[0]',
    "known here: files, tenancy, audience, accounts, organizationIds, vendors, parameters, rules",
  ],
  [
    "vendors:\n  - name: A",
    2,
    5,
    'the key "tenancy" is missing in vendors[0]',
    'add "tenancy:" (single: the vendor keeps an account for you alone; multi: its accounts serve many customers)',
  ],
  ["scopes: [{ tenancy: single }]", 1, 10, 'the key "files" is missing in scopes[0]', 'add "files:"'],
  [
    "ignore:\n  - rule: a",
    2,
    5,
    'the key "reason" is missing in ignore[0]',
    'add "reason:" (say why the finding is accepted, for whoever reads this next)',
  ],
  ["strict: true\nstrict: false", 2, 1, "a duplicate key in one map", "remove one of the two"],
  // values
  ["tenancy: mutli", 1, 10, 'tenancy cannot be "mutli"', "did you mean multi? it takes single or multi"],
  ["audience: public", 1, 11, 'audience cannot be "public"', "it takes self or customers"],
  ["failOn: off", 1, 9, 'failOn cannot be "off"', "it takes low, medium, high, critical or never"],
  [
    "rules: { a: criticl }",
    1,
    13,
    'rules.a cannot be "criticl"',
    "did you mean critical? it takes off, false, low, medium, high or critical",
  ],
  ["rules: { a: true }", 1, 13, "rules.a cannot be true", "it takes off, false, low, medium, high or critical"],
  ["tenancy:", 1, 9, "tenancy is empty", "it takes single or multi"],
  ["tenancy: [single]", 1, 10, "tenancy cannot be a list", "it takes single or multi"],
  ["strict: yes", 1, 9, "strict is a text, and should be true or false", "write true or false, without quotes"],
  ["vendors:\nstrict: true", 1, 9, "vendors is empty", `${LIST}; or remove the key`],
  ["vendors: Panther", 1, 10, "vendors is a text, and should be a list", LIST],
  ["vendors: [{ name: 42, tenancy: single }]", 1, 19, '42 is a number here; write "42"', SOME_TEXT],
  ["vendors: [{ name: true, tenancy: single }]", 1, 19, 'true is a boolean here; write "true"', SOME_TEXT],
  ["vendors: [{ name: '', tenancy: single }]", 1, 19, "vendors[0].name is blank", SOME_TEXT],
  [
    "organizationIds: [o-ABC]",
    1,
    19,
    'organizationIds[0] is "o-ABC", which is no organization id',
    'an organization id is "o-" and 10 to 32 lower-case letters or digits',
  ],
  [
    "vendors:\n  - { name: A, tenancy: multi }\n  - { name: A, tenancy: single }",
    3,
    5,
    'the vendor "A" is called both multi- and single-tenant',
    "give one of the two another name, such as that of the product",
  ],
  [
    'scopes:\n  - files: [a]\n    vendors:\n      - { name: A, tenancy: single, accounts: ["111122223333"] }\n      - { name: B, tenancy: multi, accounts: ["111122223333"] }',
    5,
    9,
    "account 111122223333 is called both single- and multi-tenant",
    "list the account under one of the two",
  ],
  // whose an account or a parameter is
  [
    'accounts: { own: ["111122223333"] }\nvendors:\n  - { name: A, tenancy: multi, accounts: ["444455556666", "111122223333"] }',
    3,
    5,
    "account 111122223333 is called both your own and a vendor's",
    "list the account under one of the two",
  ],
  [
    'vendors:\n  - { name: A, tenancy: single, accounts: ["111122223333"] }\naccounts: { organization: ["111122223333"] }',
    2,
    5,
    "account 111122223333 is called both the organization's and a vendor's",
    "list the account under one of the two",
  ],
  [
    "accounts: { organizationParameters: [Trusted] }\nvendors: [{ name: A, tenancy: multi, accountParameters: [Trusted] }]",
    2,
    11,
    "parameter Trusted is called both the organization's and a vendor's",
    "list the parameter under one of the two",
  ],
  [
    "vendors:\n  - { name: A, tenancy: multi, accountParameters: [Theirs] }\n  - { name: B, tenancy: single, accountParameters: [Theirs] }",
    3,
    5,
    "parameter Theirs is called both multi- and single-tenant",
    "list the parameter under one of the two",
  ],
  [
    'accounts: { own: ["111122223333"] }\nscopes:\n  - files: [a]\n    vendors:\n      - { name: A, tenancy: multi, accounts: ["111122223333"] }',
    5,
    9,
    "account 111122223333 is called both your own and a vendor's",
    "list the account under one of the two",
  ],
  ["scopes: [{ files: [] }]", 1, 19, "scopes[0].files is empty", "glob patterns on the path relative to this file"],
  [
    `exclude: ["${"a".repeat(1001)}"]`,
    1,
    11,
    `exclude[0] is "${"a".repeat(59)}…", which is no path pattern`,
    "write a glob pattern of at most 1000 characters",
  ],
  [
    "ignore:\n  - { rule: a, reason: ' ' }",
    2,
    24,
    "ignore[0].reason is blank",
    "say why the finding is accepted, for whoever reads this next",
  ],
  [
    "ignore:\n  - { rule: a, reason: b, until: 2027-13-01 }",
    2,
    34,
    'ignore[0].until is "2027-13-01", which is no date',
    "write the last day on which the entry counts as YYYY-MM-DD",
  ],
  // account ids
  ["accounts:\n  own: [012345670123]", 2, 9, '012345670123 is a number here; write "012345670123"', ACCOUNT],
  [
    "accounts:\n  organization:\n    - 222233334444",
    3,
    7,
    '222233334444 is a number here; write "222233334444"',
    ACCOUNT,
  ],
  [
    "vendors: [{ name: A, tenancy: single, accounts: [111122223333] }]",
    1,
    50,
    '111122223333 is a number here; write "111122223333"',
    ACCOUNT,
  ],
  ["accounts: { own: 012345670123 }", 1, 18, '012345670123 is a number here; write ["012345670123"]', LIST],
  ["accounts: { own: ['12345'] }", 1, 19, 'accounts.own[0] is "12345", which is no account id', ACCOUNT],
  ["parameters: { Account: 012345678901 }", 1, 24, '012345678901 is a number here; write "012345678901"', ACCOUNT],
  [
    "parameters: { Accounts: [1, 222233334444] }",
    1,
    29,
    '222233334444 is a number here; write "222233334444"',
    ACCOUNT,
  ],
  // the text as a whole
  [
    "- tenancy: multi",
    1,
    1,
    "the file is a list, and should be a map",
    'write a map: in braces, or each "key: value" on a line of its own',
  ],
  ["null", 1, 1, "the file is empty", 'write a map: in braces, or each "key: value" on a line of its own'],
  ["strict: true\n---\nstrict: true", 3, 1, "a second document in one file", "remove the line ---, or make two files"],
  ["accounts:\n\town: []", 2, 1, "a tab in the indentation", "YAML is indented with spaces: replace the tab"],
];

describe("a mistake is told with its place and its remedy", () => {
  test.each(FAULTS)("%j", (text, line, column, message, help) => {
    expect(() => parseConfig(text, "unconfused.yaml")).toThrow(ConfigError);
    expect(() => parseConfig(text, "unconfused.yaml")).toThrow(
      expect.objectContaining({ name: "ConfigError", message, help, line, column }),
    );
  });

  test("an unknown key is told before what it led to, and the first of equals", () => {
    const text = "failOn: hihg\nvendors:\n  - name: A\n    tennancy: single\n    acounts: []";
    expect(() => parseConfig(text, "unconfused.yaml")).toThrow('unknown key "tennancy" in vendors[0]');
  });
});

describe("whatever is written, only a ConfigError is thrown", { timeout: 60_000 }, () => {
  const holds = (text: string) => {
    try {
      expect(parseConfig(text, "unconfused.yaml")).toBeTypeOf("object");
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ConfigError);
      const { message, help, line, column } = thrown as ConfigError;
      expect([message, help]).not.toContain("");
      expect(Math.min(line ?? 0, column ?? 0)).toBeGreaterThanOrEqual(1);
    }
  };

  test("in a text with characters changed", () => {
    const character = fc.constantFrom(
      ..."\n\t :-[]{}#&*!|>'\"%@`?,<=~0a$_",
      "\u0000",
      "\u2028",
      "__proto__",
      "null",
      "---\n",
    );
    const change = fc.record({ at: fc.nat(WHOLE.length), cut: fc.nat(20), put: character });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        holds(changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), WHOLE));
      }),
      { numRuns: 200 },
    );
  });

  test("in any JSON under any known key", () => {
    const keys = Object.keys(parseConfig(WHOLE, "unconfused.yaml"));
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => holds(JSON.stringify({ [key]: value }))),
      { numRuns: 200 },
    );
  });
});

describe("rules that a configuration names", () => {
  const text =
    "rules:\n  public-trst: off\nscopes:\n  - files: [a]\n    rules: { nope: low }\nignore:\n  - rule: dead-grand\n    reason: b\n";
  const config = parseConfig(text, "unconfused.yaml");

  test("are told with their places where there are none such", () => {
    const errors = unknownRules(config, ["public-trust", "dead-grant"]);
    expect(errors.map(({ message, help, line, column }) => [message, help, line, column])).toEqual([
      ['no rule is called "public-trst"', "did you mean public-trust?", 2, 3],
      ['no rule is called "nope"', "'unconfused rules' lists them all", 5, 14],
      ['no rule is called "dead-grand"', "did you mean dead-grant?", 7, 11],
    ]);
  });

  test("are told without places where it was read from no text", () => {
    expect(unknownRules({ ...config }, ["public-trust"]).map(({ line }) => line)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("are fine where they exist", () => {
    expect(unknownRules(config, ["public-trst", "nope", "dead-grand"])).toEqual([]);
    expect(unknownRules({}, [])).toEqual([]);
  });
});
