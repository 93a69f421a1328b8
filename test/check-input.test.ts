import { describe, expect, test } from "vitest";
import {
  type CheckInput,
  type Config,
  ConfigError,
  check,
  loadRules,
  parseConfig,
  type Rule,
  RuleError,
} from "../src/index.ts";

const FILE = { path: "role.json", content: "{}" };

/** As a program in JavaScript may call it. */
function refused(input: object): Error {
  try {
    check({ files: [FILE], ...input } as CheckInput);
  } catch (thrown) {
    return thrown as Error;
  }
  throw new Error("it was taken");
}

describe("the library takes what the command line takes, and says what is wrong with the rest", () => {
  test.each<[what: string, config: unknown, message: string, help: string]>([
    ["a tenancy", { tenancy: "sinlge" }, 'tenancy cannot be "sinlge"', "did you mean single?"],
    [
      "an account as a number",
      { accounts: { own: [999988887777] } },
      'is a number here; write "999988887777"',
      "twelve digits",
    ],
    ["accounts that are no list", { accounts: { own: 999988887777 } }, "999988887777 is a number here", "list"],
    ["too short an account", { accounts: { own: ["1"] } }, 'is "1", which is no account id', "twelve digits"],
    [
      "a vendor in a scope",
      { scopes: [{ files: ["a"], vendors: [{ name: "V" }] }] },
      'the key "tenancy" is missing',
      "tenancy",
    ],
    ["a key", { tenacy: "single" }, 'unknown key "tenacy"', "did you mean tenancy?"],
    ["a rule", { rules: { "public-thrust": "off" } }, 'no rule is called "public-thrust"', "public-trust"],
    [
      "a vendor of two tenancies",
      {
        vendors: [
          { name: "V", tenancy: "single" },
          { name: "V", tenancy: "multi" },
        ],
      },
      "both single- and multi-tenant",
      "another name",
    ],
    [
      "a date that the calendar does not have",
      { ignore: [{ rule: "public-trust", reason: "r", until: "2027-02-30" }] },
      "ignore[0].until",
      "day of the calendar",
    ],
    ["nothing", null, "is empty", "map"],
    ["a folder that is none", { directory: 1 }, "directory is a number", "a text"],
    ["an option's tenancy", { tenancyOption: "sinlge" }, '"sinlge"', "single"],
  ])("configuration: %s", (_, config, message, help) => {
    const error = refused({ config });
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toContain(message);
    expect((error as ConfigError).help).toContain(help);
    expect((error as ConfigError).line).toBeUndefined();
  });

  test.each<[what: string, input: object, message: string]>([
    ["a day in words", { today: "yesterday" }, 'today is "yesterday", which is no day'],
    ["30 February", { today: "2027-02-30" }, 'today is "2027-02-30"'],
    ["29 February of a year without it", { today: "2027-02-29" }, "2027-02-29"],
    ["a Date", { today: new Date(0) }, "today is a map"],
    ["parameters as a list", { parameters: ["V"] }, "parameters is a list"],
    ["a function among parameters", { parameters: { V: () => "1" } }, "parameters.V is a function"],
    ["no number", { parameters: { V: [Number.NaN] } }, "parameters.V.0"],
    ["no files", { files: undefined }, "files is missing"],
    ["a file without a text", { files: [{ path: "a.json" }] }, "files[0].content is missing"],
    ["a file that is a name", { files: ["a.json"] }, "files[0] is a text"],
    ["a folder to read from", { read: "." }, "read is a text"],
    ["a word for fixes", { fixes: "yes" }, "fixes is a text"],
    ["a misspelt key", { confg: { tenancy: "single" } }, 'check takes no "confg"'],
    ["a key of the configuration", { vendors: [] }, 'check takes no "vendors"'],
  ])("%s", (_, input, message) => {
    const error = refused(input);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toContain(message);
  });

  test.each<[what: string, run: () => unknown, message: string]>([
    ["check: nothing", () => check(...([] as unknown as Parameters<typeof check>)), "the input of check is missing"],
    ["check: files alone", () => check([FILE] as unknown as CheckInput), "the input of check is a list"],
    ["parseConfig: no path", () => parseConfig("{}", undefined as unknown as string), "the path given to parseConfig"],
    ["parseConfig: bytes", () => parseConfig(new Uint8Array() as unknown as string, "u.yaml"), "the text given to"],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(ConfigError);
    expect(run).toThrow(message);
  });

  test.each<[what: string, files: unknown, message: string]>([
    ["nothing", undefined, "files is not a list"],
    ["names", ["rule.yaml"], "files[0].path is not a string"],
    ["files as check takes them", [{ path: "rule.yaml", content: "id: rule" }], "files[0].text is not a string"],
  ])("loadRules: %s", (_, files, message) => {
    const run = () => loadRules(files as Parameters<typeof loadRules>[0]);
    expect(run).toThrow(RuleError);
    expect(run).toThrow(message);
  });

  test("everything that its type has is taken", () => {
    const input: Required<CheckInput> = {
      files: [FILE],
      read: () => undefined,
      config: {},
      rules: [],
      parameters: {},
      today: "2028-02-29",
      fixes: false,
    };
    expect(check(input).errors).toEqual([]);
  });

  test("a leap day is a day", () => {
    expect(check({ files: [FILE], today: "2028-02-29" }).errors).toEqual([]);
  });

  const RULE = {
    id: "no-interns",
    title: "Interns can assume the role",
    severity: "low",
    precision: "high",
    cwe: [441],
    since: "1.2.3",
    why: "Because.",
    fix: "Do not.",
    references: ["https://example.com/"],
    policy: "trust",
    deny: [{ request: { caller: { is: "$undeclared" } }, message: "{caller} can assume {resource}" }],
    examples: {
      bad: [{ name: "b", at: "/Statement", policy: { Statement: [] } }],
      good: [{ name: "g", policy: { Statement: [] } }],
    },
  } as const satisfies Rule;

  test.each<[what: string, rules: unknown, message: string]>([
    ["no list", RULE, "rules is not a list"],
    ["no rule", ["public-trust"], "should be a map"],
    ["nothing among them", [undefined], "is empty"],
    ["a severity", [{ ...RULE, severity: "lwo" }], 'severity cannot be "lwo"'],
    ["a placeholder", [{ ...RULE, deny: [{ ...RULE.deny[0], message: "{calller}" }] }], "no placeholder {calller}"],
    ["a rule to yield to", [{ ...RULE, yieldsTo: ["public-thrust"] }], 'no rule is called "public-thrust"'],
    ["a name that is taken", [{ ...RULE, id: "public-trust" }], 'a rule called "public-trust" exists already'],
    ["the same twice", [RULE, RULE], "exists already: rules[0]"],
  ])("rules: %s", (_, rules, message) => {
    const error = refused({ rules });
    expect(error).toBeInstanceOf(RuleError);
    expect(error.message).toContain(message);
    expect((error as RuleError).file).toMatch(/^rules/);
  });

  test("rules that the configuration extends have to be given", () => {
    const config = { extends: ["./our-rules"] };
    expect(refused({ config })).toMatchObject({
      name: "ConfigError",
      message: "the configuration extends ./our-rules, and no rules are given",
    });
    expect(check({ files: [FILE], config, rules: [] }).errors).toEqual([]);
  });

  const NESTED = {
    path: "stack.yaml",
    content: "Resources: { S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./x.yaml } } }",
  };
  test.each([
    ["a promise", async () => "Resources: {}", "what read gives for x.yaml is a map"],
    ["a number", () => 5, "what read gives for x.yaml is a number"],
    ["null", () => null, "what read gives for x.yaml is null"],
  ])("a function that reads gives no %s", (_, read, message) => {
    const error = refused({ files: [NESTED], read });
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toContain(message);
  });

  test("what a function that reads throws is the caller's own error", () => {
    const own = new Error("no such bucket");
    const read = () => {
      throw own;
    };
    expect(refused({ files: [NESTED], read })).toBe(own);
    expect(check({ files: [FILE], read }).errors).toEqual([]);
  });

  test("what the library itself read is taken as it is, also with more said over it", () => {
    const text = `vendors: [{ name: V, tenancy: multi, accounts: ["444455556666"] }]
ignore: [{ rule: no-interns, reason: r }]
scopes: [{ files: ["a"], vendors: [{ name: W, tenancy: single }] }]`;
    const config = parseConfig(text, "sub/unconfused.yaml");
    const rules = loadRules([{ path: "no-interns.yaml", text: JSON.stringify(RULE) }]);
    expect(check({ files: [FILE], config, rules, today: "2027-02-28" }).errors).toEqual([]);
    const more: Config = { ...config, strict: true, tenancyOption: "single" };
    expect(check({ files: [FILE], config: more, rules: [{ ...RULE }] }).errors).toEqual([]);
  });

  test("is not held against the schema twice", () => {
    const config = parseConfig("tenancy: multi", "unconfused.yaml");
    // Whoever changes it afterwards knows what they do; that it goes unseen shows that nobody looked again.
    Object.assign(config, { strict: "yes" });
    expect(() => check({ files: [FILE], config })).not.toThrow();
    expect(() => check({ files: [FILE], config: { ...config } })).toThrow(ConfigError);
  });
});

test("a configuration that was changed between two calls counts as it is then", () => {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::444455556666:root" } };
  const resource = {
    Type: "AWS::IAM::Role",
    Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement] } },
  };
  const files = [{ path: "a.json", content: JSON.stringify({ Resources: { R: resource } }) }];
  const vendors: NonNullable<Config["vendors"]>[number][] = [
    { name: "Vendor", tenancy: "single", accounts: ["444455556666"] },
  ];
  const config = { vendors };
  expect(check({ files, config }).findings).toEqual([]);
  vendors[0] = { name: "Vendor", tenancy: "multi", accounts: ["444455556666"] };
  expect(check({ files, config }).findings.map(({ rule }) => rule)).toEqual(["external-id-required"]);
});
