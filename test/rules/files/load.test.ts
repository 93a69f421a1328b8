import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FlawName } from "../../../src/iam/language/flaw.ts";
import { builtinRules } from "../../../src/rules/files/builtin.ts";
import { loadRules, RuleError } from "../../../src/rules/files/load.ts";
import { readRules } from "../../../src/rules/files/read.ts";

const ROOT = join(import.meta.dirname, "../../..");

const RULE = `id: no-interns
title: Interns can assume the role
severity: low
precision: high
cwe: [441]
since: 1.2.3
why: Because.
fix: Do not.
references: [https://example.com/]
policy: trust
yieldsTo: [public-trust]
deny:
  - request: { caller: { is: $undeclared }, context: { "sts:ExternalId": $absent } }
    message: "{caller} can assume {resource}"
require:
  - where: { principal: [account, role] }
    must: { flaw: none, scopedBy: { not: "aws:PrincipalArn" } }
    message: "mend {flaw}"
examples:
  bad:
    - name: an intern
      at: /Statement/0/Principal/AWS/Fn::If/1
      config: { tenancy: single }
      parameters: { Intern: { default: "777788889999" } }
      policy:
        Statement:
          - Effect: Allow
            Principal: { AWS: { "Fn::If": [Summer, { Ref: Intern }, "999988887777"] } }
            Action: sts:AssumeRole
          - $unknown: from elsewhere
  good:
    - name: nobody
      policy: { Statement: [] }
`;

function load(text: string, path = "rules/no-interns.yaml") {
  return loadRules([{ path, text }]);
}

function changed(from: string, to: string): string {
  expect(RULE).toContain(from);
  return RULE.replace(from, () => to);
}

describe("a rule", () => {
  test("comes as its file states it", () => {
    const [rule, ...others] = load(RULE);
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      id: "no-interns",
      severity: "low",
      cwe: [441],
      deny: [{ request: { caller: { is: "$undeclared" }, context: { "sts:ExternalId": "$absent" } } }],
      require: [{ where: { principal: ["account", "role"] }, must: { flaw: "none" } }],
      examples: { bad: [{ name: "an intern", config: { tenancy: "single" } }], good: [{ name: "nobody" }] },
    });
  });

  test.each(["sts:AssumeRole", "sts:*", "STS:assume*", "*"])("may ask about %s", (action) => {
    expect(() => load(RULE.replace("caller: { is: $undeclared }", `action: ["s3:*", "${action}"]`))).not.toThrow();
  });

  test("may yield to one of another file, by its former name too", () => {
    const other = RULE.replace("no-interns", "no-guests").replace("[public-trust]", "[no-visitors]");
    const text = RULE.replace("policy: trust", "policy: [trust, resource]\naliases: [no-visitors]");
    const rules = loadRules([
      { path: "no-guests.yaml", text: other },
      { path: "no-interns.yml", text },
    ]);
    expect(rules.map(({ id }) => id)).toEqual(["no-guests", "no-interns"]);
  });
});

const SETS = "$own, $organization, $aws, $vendor, $catalogued, $undeclared, $deployTime, $unnamed or $thirdParty";
const PLACEHOLDERS = "there are {caller} {account} {vendor} {resource} {key} {value} {flaw}";
const FORMS = "it takes anyone, account, role, user, session, federated, service, unique-id, parameter or malformed";

type Row = readonly [from: string, to: string, line: number, column: number, message: string, help: string];
const MISTAKES: readonly Row[] = [
  // words
  ["severity: low", "severty: low", 3, 1, 'unknown key "severty"', "did you mean severity?"],
  ["severity: low", "severity: lowest", 3, 11, 'severity cannot be "lowest"', "it takes low, medium, high or critical"],
  [
    "is: $undeclared",
    "is: $undeclred",
    13,
    30,
    'deny[0].request.caller.is cannot be "$undeclred"',
    `did you mean $undeclared? it takes ${SETS}`,
  ],
  [
    "is: $undeclared",
    "is: [$own, interns]",
    13,
    37,
    'deny[0].request.caller.is[1] cannot be "interns"',
    `it takes ${SETS}`,
  ],
  [
    "$absent",
    "$absnt",
    13,
    74,
    'deny[0].request.context.sts:ExternalId is "$absnt", which is no value',
    "did you mean $absent? write a text, or one of the names $absent, $present, $unlisted",
  ],
  [
    "$absent",
    "{ not: $nothing }",
    13,
    81,
    'deny[0].request.context.sts:ExternalId.not is "$nothing", which is no value',
    "write a text, or one of the names $absent, $present, $unlisted",
  ],
  [
    '"sts:ExternalId"',
    "ExternalId",
    13,
    56,
    'unknown key "ExternalId" in deny[0].request.context',
    'a condition key is a prefix, a colon and a name, such as "sts:ExternalId"; what the request carries for it is a value, or $absent, $present, $unlisted',
  ],
  ["principal: [", "princpal: [", 16, 14, 'unknown key "princpal" in require[0].where', "did you mean principal?"],
  ["[account, role]", "[account, group]", 16, 35, 'require[0].where.principal[1] cannot be "group"', FORMS],
  [
    'not: "aws:PrincipalArn"',
    'not: "$any"',
    17,
    42,
    'require[0].must.scopedBy.not is "$any", which is no condition key',
    'a condition key is a prefix, a colon and a name, such as "sts:ExternalId"',
  ],
  ["must: { flaw: none, ", "must: {} # ", 17, 11, "require[0].must is empty", "what holds of them"],
  // what no request of this version is
  [
    "caller: { is: $undeclared }",
    "resource: { of: $undeclared }",
    13,
    26,
    "only requests that an identity policy decides are asked whose role they are for",
    "write policy: identity, or the ARN of a resource",
  ],
  [
    "caller: { is: $undeclared }",
    "caller: { type: anonymous }",
    13,
    32,
    "this version decides no requests of callers of type anonymous to trust policies",
    "write account or federated or service, or leave type out",
  ],
  [
    '"sts:ExternalId": $absent',
    '"sts:ExternlId": $absent',
    13,
    56,
    'there is no condition key "sts:ExternlId"',
    "did you mean sts:ExternalId?",
  ],
  [
    "caller: { is: $undeclared }",
    "action: ['sts:Tag*', 's3:GetObject']",
    13,
    24,
    "this version decides no requests of sts:Tag* or s3:GetObject",
    "leave action out: sts:AssumeRole is meant",
  ],
  [
    "caller: { is: $undeclared }",
    "resource: $present",
    13,
    26,
    "a request to assume a role names no other resource",
    "remove it",
  ],
  // shape
  [
    "id: no-interns",
    "id: No_Interns",
    1,
    5,
    'id is "No_Interns", which is no rule id',
    "a rule id is lower-case words joined by hyphens",
  ],
  [
    "cwe: [441]",
    "cwe: [CWE-441]",
    5,
    7,
    "cwe[0] is a text, and should be a whole number",
    "write digits, without quotes",
  ],
  [
    "cwe: [441]",
    "cwe: 441",
    5,
    6,
    "441 is a number here; write [441]",
    "write a list: in brackets, or each entry after a dash",
  ],
  ["cwe: [441]", "cwe: [0]", 5, 7, "cwe[0] is too small", "write a number from 1"],
  [
    "since: 1.2.3",
    "since: 1.2",
    6,
    8,
    '1.2 is a number here; write "1.2"',
    'the version that the rule came with, as "x.y.z"',
  ],
  ["why: Because.", "why: ''", 7, 6, "why is blank", "write some text; in quotes it cannot be taken for anything else"],
  [
    "https://example.com/",
    "example.com",
    9,
    14,
    'references[0] is "example.com", which is no https address',
    "write a whole address, beginning with https://",
  ],
  [
    "policy: trust",
    "policy: [trust, bucket]",
    10,
    17,
    'policy[1] cannot be "bucket"',
    "it takes trust, resource or identity",
  ],
  ["fix: Do not.\n", "", 1, 1, 'the key "fix" is missing', 'add "fix:" (what to do about a finding, in Markdown)'],
  ['    message: "mend {flaw}"\n', "", 16, 5, 'the key "message" is missing in require[0]', 'add "message:"'],
  [
    "tenancy: single",
    "tenancy: none",
    23,
    26,
    'examples.bad[0].config.tenancy cannot be "none"',
    "it takes single or multi",
  ],
  [
    'default: "777788889999"',
    "default: 777788889999",
    24,
    40,
    '777788889999 is a number here; write "777788889999"',
    "the value that deployment takes if it is given none",
  ],
  // examples
  [
    "  good:\n    - name: nobody\n      policy: { Statement: [] }\n",
    "",
    20,
    3,
    'the key "good" is missing in examples',
    'add "good:" (none gives a finding or an unknown of the rule)',
  ],
  [
    "    - name: nobody\n      policy: { Statement: [] }\n",
    "    []\n",
    32,
    5,
    "examples.good is empty",
    "none gives a finding or an unknown of the rule",
  ],
  [
    "      at: /Statement/0/Principal/AWS/Fn::If/1\n",
    "",
    21,
    7,
    'the key "at" is missing in examples.bad[0]',
    'add "at:"',
  ],
  [
    "- name: nobody",
    "- at: /Statement\n      name: nobody",
    32,
    11,
    "examples.good[0].at has no place here",
    "remove it",
  ],
  [
    "at: /Statement/0",
    "at: Statement.0",
    22,
    11,
    'examples.bad[0].at is "Statement.0/Principal/AWS/Fn::If/1", which is no JSON Pointer',
    "write where in the policy the finding points, such as /Statement/0/Principal/AWS",
  ],
  [
    "Principal/AWS/Fn::If/1",
    "Principal/AWS/Fn::If/3",
    22,
    11,
    '/Statement/0/Principal/AWS/Fn::If/3 leads nowhere: it ends before "3"',
    "write a JSON Pointer into this example's policy",
  ],
  [
    "{ Ref: Intern }",
    '{ "Fn::Join": ["", []] }',
    28,
    54,
    "an example cannot use Fn::Join",
    "write Ref, Fn::Sub, Fn::If or $unknown",
  ],
  [
    "$unknown: from elsewhere",
    "$unkown: from elsewhere",
    30,
    13,
    '"$unkown" means nothing here',
    "what is not known is {$unknown: why}",
  ],
  // meaning
  [
    "id: no-interns",
    "id: no-guests",
    1,
    5,
    'the rule is called "no-guests" and its file "no-interns"',
    "give both the same name",
  ],
  ["{caller} can", "{caler} can", 14, 14, "there is no placeholder {caler}", "did you mean {caller}?"],
  ["mend {flaw}", "mend {}", 18, 14, "there is no placeholder {}", PLACEHOLDERS],
  ["[public-trust]", "[public-trst]", 11, 12, 'no rule is called "public-trst"', "did you mean public-trust?"],
  ["[public-trust]", "[all-others]", 11, 12, 'no rule is called "all-others"', "'unconfused rules' lists them all"],
  [
    "[public-trust]",
    "[]\naliases: [invalid-policy]",
    12,
    11,
    'a rule called "invalid-policy" exists already: built in',
    "choose another name",
  ],
  // YAML
  ["fix: Do not.", "why: Do not.", 8, 1, "a duplicate key in one map", "remove one of the two"],
  [
    "fix: Do not.",
    "fix: Do: not.",
    8,
    6,
    "a second key on the same line as the first",
    'put the inner map on lines of its own, or quote a text that contains ": "',
  ],
];

describe("a mistake is told with its file, its place and its remedy", () => {
  test.each(MISTAKES)("%s → %s", (from, to, line, column, message, help) => {
    const text = changed(from, to);
    expect(() => load(text)).toThrow(RuleError);
    expect(() => load(text)).toThrow(
      expect.objectContaining({ name: "RuleError", file: "rules/no-interns.yaml", message, help, line, column }),
    );
  });

  test("a rule that asks nothing", () => {
    const text = RULE.replace(/^deny:[\s\S]*?(?=^examples:)/m, "");
    expect(() => load(text)).toThrow(
      expect.objectContaining({
        message: "the rule asks nothing",
        help: "add deny, admit or require",
        line: 1,
        column: 1,
      }),
    );
  });

  test("an empty file", () => {
    expect(() => load("# later\n")).toThrow(
      expect.objectContaining({ message: "this rule file is empty", line: 1, column: 1 }),
    );
  });

  test("two files with one rule", () => {
    const files = ["a/no-interns.yaml", "b/no-interns.yaml"].map((path) => ({ path, text: RULE }));
    expect(() => loadRules(files)).toThrow(
      expect.objectContaining({
        file: "b/no-interns.yaml",
        message: 'a rule called "no-interns" exists already: a/no-interns.yaml',
      }),
    );
  });

  test("a built-in rule once more", () => {
    const text = changed("id: no-interns", "id: public-trust");
    expect(() => load(text, "public-trust.yaml")).toThrow('a rule called "public-trust" exists already: built in');
  });
});

test("whatever is written, only a RuleError is thrown", { timeout: 60_000 }, () => {
  const character = fc.constantFrom(..."\n\t :-[]{}#&*!|>'\"%@`?,<=~0a$/", "$unknown: ", "Fn::If: ", "null");
  const change = fc.record({ at: fc.nat(RULE.length), cut: fc.nat(20), put: character });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const text = changes.reduce(
        (before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut),
        RULE,
      );
      try {
        load(text);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(RuleError);
      }
    }),
    { numRuns: 150 },
  );
});

describe("the built-in rules", () => {
  test("are what their files say", () => {
    const kinds = readdirSync(join(ROOT, "rules")).filter((name) => name !== "vendors" && !name.includes("."));
    const files = kinds.flatMap((kind) =>
      readdirSync(join(ROOT, "rules", kind)).map((name) => ({
        path: `rules/${kind}/${name}`,
        text: readFileSync(join(ROOT, "rules", kind, name), "utf8"),
      })),
    );
    const byId = (rules: readonly { readonly id: string }[]) =>
      Object.fromEntries(rules.map((rule) => [rule.id, rule]));
    expect(byId(builtinRules())).toEqual(byId(readRules(files, [])));
  });

  test("may ask for every flaw that IAM finds, and for no other", () => {
    const flaws: Readonly<Record<FlawName, true>> = {
      "principal-star": true,
      "not-principal": true,
      "wildcard-in-principal": true,
      "malformed-principal": true,
      "group-principal": true,
      placeholder: true,
      "number-as-account": true,
      "number-as-text": true,
      "resource-in-trust-policy": true,
      "unknown-element": true,
      "one-of-a-pair": true,
      "sid-twice": true,
      "duplicate-key": true,
      "sid-characters": true,
      "missing-element": true,
      "unknown-operator": true,
      "unknown-effect": true,
      "unknown-version": true,
      "malformed-value": true,
      "empty-document": true,
    };
    const schema = JSON.parse(readFileSync(join(ROOT, "schemas/rule.schema.json"), "utf8"));
    expect(schema.$defs.flaw.enum).toEqual(["none", ...Object.keys(flaws)]);
  });
});
