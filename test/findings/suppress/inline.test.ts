import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { FOUND, NOTHING, role, told, type Under } from "../suppressing.ts";

test("without a suppression the finding stands", () => {
  expect(told(role())).toEqual({ ...NOTHING, findings: FOUND });
});

describe("a comment", () => {
  const onTarget: [string, string, number][] = [
    ["at the end of the finding's line", role({ at: 11 }), 11],
    ["alone above the finding's line, which is an item of a list", role({ above: 11 }), 12],
    ["alone above the resource's key", role({ above: 4 }), 12],
    [
      "above other comments above the line",
      role({ above: 11, comment: "# unconfused-ignore public-trust -- open on purpose\n# see the wiki" }),
      13,
    ],
    [
      "below other comments above the line",
      role({ above: 11, comment: "# see the wiki\n# unconfused-ignore public-trust -- open on purpose" }),
      13,
    ],
    ["above a line that ends in CR LF", role({ above: 11 }).replaceAll("\n", "\r\n"), 12],
    ["at the end of a line that ends in CR LF", role({ at: 11 }).replaceAll("\n", "\r\n"), 11],
    ["in the second document of a stream", `a: 1\n---\n${role({ above: 11 })}`, 14],
    ["within the statement, below the finding", role({ above: 12 }), 11],
    ["within the statement, at the end of the line above", role({ at: 10 }), 11],
    ["within the statement, with an empty line between", role({ above: 11 }).replace("purpose\n", "purpose\n\n"), 13],
    ["that stands close to its sign", role({ at: 11 }).replace("# unc", "#unc"), 11],
  ];
  test.each(onTarget)("%s", (_, content, line) => {
    expect(told(content)).toEqual({ ...NOTHING, suppressed: [`public-trust ${line} comment: open on purpose`] });
  });

  const offTarget: [string, string, string, number][] = [
    ["at the end of the key's line", role({ at: 4 }), "public-trust 11", 4],
    ["above another resource", role({ above: 2 }), "public-trust 12", 2],
    ["above a key between the resource and the finding", role({ above: 7 }), "public-trust 12", 7],
  ];
  test.each(offTarget)("%s suppresses nothing and is told of", (_, content, finding, line) => {
    expect(told(content)).toEqual({
      findings: [finding],
      suppressed: [],
      unused: [
        `${line} the comment suppresses nothing: there is no finding of public-trust for it; one stands in line ${finding.split(" ")[1]}`,
      ],
    });
  });

  test.each([
    ["a longer word", "# unconfused-ignored public-trust -- why"],
    ["in the middle of a sentence", "# write unconfused-ignore public-trust -- why"],
  ])("that is none: %s", (_, comment) => {
    expect(told(role({ at: 11, comment }))).toEqual({ ...NOTHING, findings: FOUND });
  });

  test("that is text in a block scalar is none", () => {
    const described = role().replace(
      "Resources:",
      "Description: |\n  # unconfused-ignore public-trust -- why\nResources:",
    );
    expect(told(described)).toEqual({ ...NOTHING, findings: ["public-trust 13"] });
  });
});

/** Two findings on each of the lines 7 and 10: IAM refuses the policy, and everybody would get in. */
const SEVERAL = `Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Principal: "*"
            Effect: Allow
            Action: sts:AssumeRole
          - Principal: "*"
            Effect: Allow
            Action: sts:AssumeRole
`;

describe("several findings on one line", () => {
  const at = (comment: string) => SEVERAL.replace('"*"\n', `"*" # unconfused-ignore ${comment}\n`);
  const others = ["public-trust 10", "invalid-policy 10"];

  test("one of them", () => {
    const { findings, suppressed } = told(at("public-trust -- why"));
    expect(new Set(findings)).toEqual(new Set(["invalid-policy 7", ...others]));
    expect(suppressed).toEqual(["public-trust 7 comment: why"]);
  });

  test.each(["public-trust, invalid-policy -- why", "invalid-policy,public-trust -- why"])(
    "all of them: %s",
    (comment) => {
      const { findings, suppressed, unused } = told(at(comment));
      expect(new Set(findings)).toEqual(new Set(others));
      expect(suppressed).toHaveLength(2);
      expect(unused).toEqual([]);
    },
  );

  test("one of them, and a rule that has found nothing there", () => {
    const { findings, unused } = told(at("public-trust, undeclared-account -- why"));
    expect(new Set(findings)).toEqual(new Set(["invalid-policy 7", ...others]));
    expect(unused).toEqual(["7 the comment suppresses nothing: there is no finding of undeclared-account for it"]);
  });

  test("above the resource, a rule's findings on all lines", () => {
    const above = SEVERAL.replace("  Reader:", "  # unconfused-ignore public-trust -- why\n  Reader:");
    const { findings, suppressed } = told(above);
    expect(findings).toEqual(["invalid-policy 8", "invalid-policy 11"]);
    expect(suppressed).toEqual(["public-trust 8 comment: why", "public-trust 11 comment: why"]);
  });
});

describe("metadata", () => {
  const OPEN = { Statement: { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" } };
  const named = (ignore: unknown) => ({ Unconfused: { ignore } });
  const template = (ofRole: unknown, ofTemplate?: unknown) => {
    const reader = { Type: "AWS::IAM::Role", Metadata: ofRole, Properties: { AssumeRolePolicyDocument: OPEN } };
    return JSON.stringify({
      Metadata: ofTemplate,
      Resources: { Reader: reader, Writer: { ...reader, Metadata: undefined } },
    });
  };
  const rules = (content: string, under: Under = {}) => told(content, { path: "role.json", ...under });
  const GOOD = [{ rule: "public-trust", reason: "open on purpose" }];
  const silenced = "public-trust 1 metadata: open on purpose";

  test("of the resource speaks of it alone", () => {
    expect(rules(template(named(GOOD)))).toEqual({ findings: ["public-trust 1"], suppressed: [silenced], unused: [] });
  });

  test("of the template speaks of all resources, and is one entry", () => {
    expect(rules(template({}, named(GOOD)))).toEqual({ ...NOTHING, suppressed: [silenced, silenced] });
    const needless = template({}, named([{ rule: "invalid-policy", reason: "why" }]));
    const { unused } = rules(needless);
    expect(unused).toEqual([
      "1 the entry in the metadata suppresses nothing: there is no finding of invalid-policy for it",
    ]);
    const [finding] = check({ files: [{ path: "role.json", content: needless }] }).findings.filter(
      ({ rule }) => rule === "unused-ignore",
    );
    expect(finding?.resource).toEqual({ format: "cloudformation", type: "file", id: "role.json" });
  });

  test("in YAML stands where its rule is written", () => {
    const metadata =
      "    Metadata:\n      Unconfused:\n        ignore:\n          - { rule: invalid-policy, reason: why }\n";
    const content = role().replace("    Type: AWS::IAM::Role\n", (line) => line + metadata);
    const [finding] = check({ files: [{ path: "role.yaml", content }] }).findings.filter(
      ({ rule }) => rule === "unused-ignore",
    );
    expect(finding).toMatchObject({ file: "role.yaml", line: 9, column: 21, endColumn: 35, severity: "low" });
    expect(finding?.resource).toEqual({ format: "cloudformation", type: "AWS::IAM::Role", id: "Reader" });
  });

  test.each([
    ["no list", GOOD[0], "ignore is no list"],
    ["nothing", null, "ignore is no list"],
    ["no map", ["public-trust"], "it is no map of rule, reason and until"],
    ["no rule", [{ reason: "why" }], "it names no rule"],
    ["no reason", [{ rule: "public-trust" }], "it gives no reason to suppress public-trust"],
    ["a blank reason", [{ rule: "public-trust", reason: " " }], "it gives no reason to suppress public-trust"],
    ["a function", [{ rule: { Ref: "Rule" }, reason: "why" }], "rule is no text"],
    ["a key that means nothing", [{ ...GOOD[0], untill: "2027-03-31" }], '"untill" means nothing in it'],
    [
      "a key of a prototype",
      JSON.parse('[{"__proto__": {"rule": "public-trust"}}]'),
      '"__proto__" means nothing in it',
    ],
    ["no date", [{ ...GOOD[0], until: "next year" }], '"next year" is no date such as 2027-03-31'],
    [
      "an unknown rule",
      [{ rule: "publik-trust", reason: "why" }],
      'no rule is called "publik-trust"; did you mean public-trust?',
    ],
  ])("with %s suppresses nothing", (_, ignore, why) => {
    expect(rules(template(named(ignore)))).toEqual({
      findings: ["public-trust 1", "public-trust 1"],
      suppressed: [],
      unused: [`1 the entry in the metadata suppresses nothing: ${why}`],
    });
  });
});
