// What every format holds to, and the formats that other programs read line by line or by a shape of their own.

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Finding, Report } from "../../src/findings/report.ts";
import { type Render, reporters } from "../../src/reporters/index.ts";
import { clean, context, report } from "./sample.ts";
import { withText } from "./with-text.ts";

const FILES: readonly [format: keyof typeof reporters, file: string][] = [
  ["concise", "report.concise.txt"],
  ["github", "report.github.txt"],
  ["gitlab", "report.gitlab.json"],
  ["markdown", "report.md"],
  ["html", "report.html"],
];

test.each(FILES)("golden: %s", async (format, file) => {
  await expect(reporters[format](report, context)).toMatchFileSnapshot(`../golden/${file}`);
});

const all = Object.entries<Render>(reporters);

describe.each(all)("%s", (format, render) => {
  test("tells the most severe first", () => {
    const shown = render(report, context);
    // A map has no messages.
    if (format === "json" || format === "mermaid") return;
    const messages = [
      "anyone with an AWS account",
      "ExampleMulti can assume VendorRole without",
      "nobody can use this",
    ];
    const at = messages.map((message) => shown.indexOf(message));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
  });

  test.each(["\u001b[2J", "a\nb", "\r\n::error::forged", "\u202e", "\u2028", "\ud800"])("spells out %j", (text) => {
    expect(render(withText(text), context)).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}]/u);
  });

  test("ends in one line break, also where there is nothing to tell", () => {
    for (const given of [report, clean]) expect(render(given, context)).toMatch(/[^\n]\n$/);
  });
});

/** So many findings of the sample's kinds, of different grants. */
function many(count: number, severity: Finding["severity"]): Report {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("the sample has no finding");
  const findings = Array.from({ length: count }, (_, index) => ({
    ...finding,
    severity,
    line: index + 1,
    endLine: index + 1,
  }));
  return { ...clean, findings };
}

describe("concise", () => {
  test("has a line for each finding, with place, severity and rule, whatever the input says", () => {
    const lines = reporters.concise(withText("a\nb: c"), context).split("\n");
    const places = lines.filter((line) => /^.+:\d+:\d+: (?:critical|high|medium|low)\[[\w-]+\] .+$/.test(line));
    expect(places).toHaveLength(report.findings.length);
  });
});

/** What the runner makes of a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function annotations(text: string) {
  return text.split("\n").flatMap((line) => {
    const [, level, properties = "", data = ""] = /^\s*::(\S+?)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (level === undefined) return [];
    const unescaped = (part: string) =>
      part.replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");
    const pairs = properties
      .split(",")
      .map((pair) => pair.split("="))
      .map(([key, ...rest]) => [key, unescaped(rest.join("="))]);
    return [{ level, message: unescaped(data), ...Object.fromEntries(pairs) }];
  });
}

describe("github", () => {
  test("an annotation points where the finding does", () => {
    const [error, , first] = annotations(reporters.github(report, context));
    expect(error).toMatchObject({ level: "error", file: "infra/broken one.yaml", line: "7", col: "3" });
    expect(first).toMatchObject({
      level: "error",
      title: "critical[public-trust]",
      file: "infra/été 100%/crlf.yaml",
      line: "5",
      endLine: "5",
      col: "37",
      endColumn: "40",
    });
  });

  test("of a place of several lines the first is shown, for columns count on one line only", () => {
    const [low] = annotations(reporters.github(report, context)).filter(({ level }) => level === "notice");
    expect(low).toMatchObject({ line: "1", endLine: "1", col: "812" });
    expect(low).not.toHaveProperty("endColumn");
  });

  test.each(["%0A::error::forged", "x::y", "a,b=c", "100%", "##[error]x", "\n::set-env name=x::y"])(
    "%j in the input is neither a command nor a property",
    (text) => {
      const shown = reporters.github(withText(text), context);
      const before = annotations(reporters.github(report, context));
      const after = annotations(shown);
      expect(after.map(({ level }) => level)).toEqual(before.map(({ level }) => level));
      expect(after.map((each) => Object.keys(each))).toEqual(before.map((each) => Object.keys(each)));
      expect(shown).not.toMatch(/##\w*\[/);
    },
  );

  test.each([
    ["high", "error"],
    ["medium", "warning"],
    ["low", "notice"],
  ] as const)("ten of severity %s are annotations, the others are in the log", (severity, level) => {
    const shown = reporters.github(many(13, severity), context);
    expect(annotations(shown).map((each) => each.level)).toEqual(Array(10).fill(level));
    expect(shown.split("\n").filter((line) => line.startsWith("infra/vendor.yaml:"))).toHaveLength(3);
    expect(shown).toContain("3 more, for GitHub shows ten annotations of each level:");
  });

  test("no message is longer than the runner takes", () => {
    for (const { message } of annotations(reporters.github(withText("x".repeat(5000)), context))) {
      expect(message.length).toBeLessThanOrEqual(4096);
    }
  });
});

describe("gitlab", () => {
  // The fields that the documentation calls required, and its words for severities; the parser of GitLab takes integers for lines.
  const valid = new Ajv2020().compile({
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      additionalProperties: false,
      properties: {
        description: { type: "string", minLength: 1 },
        check_name: { type: "string", pattern: "^[a-z][a-z0-9-]*$" },
        fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          additionalProperties: false,
          properties: {
            path: { type: "string", pattern: "^[^./]" },
            lines: {
              type: "object",
              required: ["begin"],
              additionalProperties: false,
              properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
            },
          },
        },
      },
    },
  });

  test.each([
    ["rich", report],
    ["clean", clean],
    ["hostile", withText("<b>`|\n")],
  ])("a %s report has the shape that GitLab reads", (_, given) => {
    expect(valid(JSON.parse(reporters.gitlab(given, context))), JSON.stringify(valid.errors)).toBe(true);
  });

  test("what cannot be read is an issue, lest what was found in it count as mended", () => {
    const issues = JSON.parse(reporters.gitlab({ ...clean, errors: report.errors }, context));
    expect(issues).toMatchObject([
      { check_name: "unreadable-input", location: { path: "infra/broken one.yaml", lines: { begin: 7 } } },
    ]);
  });

  test("no two issues of a report have one fingerprint", () => {
    const fingerprints = JSON.parse(reporters.gitlab(report, context)).map(
      (issue: { fingerprint: string }) => issue.fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});

describe("markdown", () => {
  /** The text outside of code, as a reader of Markdown has it. */
  const outsideOfCode = (markdown: string) => markdown.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "");

  test.each([
    ["<img src=x onerror=alert(1)>", /(?<!\\)<img/],
    ["</table><script>", /(?<!\\)<(?:\/table|script)/],
    ["[x](https://evil.example)", /(?<!\\)\[x(?<!\\)\]\(/],
    ["![x](https://evil.example/a.png)", /!\[x\]/],
    ["https://evil.example/", /(?<!\\):\/\/evil/],
    ["www.evil.example", /www\.evil/],
    ["@octocat and #12", /@octocat|#12/],
    ["**bold** _it_ ~~x~~ $y$", /(?<!\\)\*\*bold|(?<!\\)~~x|(?<!\\)\$y/],
    ["`code`", /(?<!\\)`code/],
    ["&lt;b&gt;", /(?<!\\)&lt;b/],
  ])("%s is text", (text, markup) => {
    const shown = outsideOfCode(reporters.markdown(withText(text), context));
    expect(shown).not.toMatch(markup);
  });

  test.each(["a | b", "`|`", "``", "\\|", "a\n| x | y |", "`"])("%j breaks no row of the table", (text) => {
    const lines = reporters.markdown(withText(text), context).split("\n");
    const rows = lines.filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(report.findings.length + 2);
    for (const row of rows) expect(row.replace(/\\\||\\\\/g, "").split("|")).toHaveLength(6);
  });

  test("code that holds backticks ends where it should", () => {
    expect(reporters.markdown(withText("a`` `b"), context)).toContain("```a`` `b:13:17```");
  });

  test("of many findings fifty are told, and the rest are counted", () => {
    const shown = reporters.markdown(many(60, "high"), context);
    expect(shown.match(/^### high/gm)).toHaveLength(50);
    expect(shown).toContain("and 10 more");
  });
});
