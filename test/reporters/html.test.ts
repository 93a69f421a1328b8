// The page: what of it is markup, what it lets a browser do, and how much of it there is.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Caller, Report } from "../../src/findings/report.ts";
import { html } from "../../src/reporters/html.ts";
import { clean, context, report } from "./sample.ts";
import { withText } from "./with-text.ts";

/** Its tags with the names of their attributes: what a browser makes elements of. */
function skeleton(page: string): readonly string[] {
  const withoutOurs = page.replace(/<(script|style)>.*?<\/\1>/gs, "");
  return Array.from(withoutOurs.matchAll(/<[^>]*>/g), ([tag]) => tag.replace(/="[^"]*"/g, ""));
}

/** What a page says, as text. */
function words(page: string): string {
  return page
    .replace(/<(script|style)>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

describe("what an input says is text", () => {
  const benign = skeleton(html(withText("x"), context));

  test.each([
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover=alert(1) x='",
    "</title></head><body>",
    "<!--",
    "]]><svg/onload=alert(1)>",
    "</textarea><b>",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "שלום עולם",
    "a\u202eb",
  ])("%j", (text) => {
    const page = html(withText(text), context);
    expect(skeleton(page)).toEqual(benign);
    expect(words(page)).toContain(text.replace("\u202e", "\\u{202e}"));
  });

  test("no attribute is code, and no link leads elsewhere than to a page", () => {
    const page = html(withText("javascript:alert(1)"), { ...context, rules: [] });
    expect(skeleton(page).join("")).not.toMatch(/ on\w|style|srcdoc/);
    const links = Array.from(page.matchAll(/<a [^>]*?href="([^"]*)"/g), ([, href]) => href);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !/^(?:https:\/\/|#)/.test(href ?? ""))).toEqual([]);
  });
});

describe("what the page lets a browser do", () => {
  const page = html(report, context);
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const directives = new Map(
    policy.split("; ").map((each) => [each.split(" ")[0], each.split(" ").slice(1).join(" ")]),
  );

  test("nothing is fetched or sent, and only its own script and style count", () => {
    const hash = (tag: string) => {
      const [, text = ""] = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page) ?? [];
      return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    };
    expect(Object.fromEntries(directives)).toEqual({
      "default-src": "'none'",
      "connect-src": "'none'",
      "script-src": hash("script"),
      "style-src": hash("style"),
      "img-src": "data:",
      "base-uri": "'none'",
      "form-action": "'none'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "'none'",
    });
  });

  test("the policy stands before everything that it is about", () => {
    const before = page.slice(0, page.indexOf("Content-Security-Policy"));
    expect(skeleton(`${before}">`)).toEqual([
      "<!doctype html>",
      "<html lang dir>",
      "<head>",
      "<meta charset>",
      "<meta http-equiv>",
    ]);
  });
});

const undeclared = (account: string): Caller => ({
  class: "undeclared",
  account,
  tenancy: "multi",
  tenancyFrom: "default",
});

/** So many findings and grants, each of another account, in another file. */
function many(count: number): Report {
  const [finding] = report.findings;
  const [grant] = report.grants;
  if (finding === undefined || grant === undefined) throw new Error("the sample is empty");
  const each = <T>(make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
  const account = (index: number) => `${100_000_000_000 + index}`;
  return {
    ...clean,
    findings: each((index) => ({ ...finding, callers: [undeclared(account(index))], file: `${index}.yaml` })),
    grants: each((index) => ({ ...grant, callers: [undeclared(account(index))], file: `${index}.yaml` })),
    suppressed: each(() => ({ ...finding, by: "comment" as const, reason: "known" })),
  };
}

describe("of very many findings", () => {
  const page = html(many(20_000), context);

  test("a page is made that a browser opens, and says what it leaves out", () => {
    expect(page.length).toBeLessThan(2_000_000);
    const text = words(page);
    expect(text).toContain("200 of 20000 are shown, and 19800 are not; --format json has all.");
    expect(text).toContain("500 of 20000 grants, those with findings first");
    expect(text).toContain("Drawn are 40 of 500 ways");
  });

  test("one grant of very many callers is short as well", () => {
    const [grant] = report.grants;
    const callers = Array.from({ length: 20_000 }, (_, index) => undeclared(`${100_000_000_000 + index}`));
    const shown = html({ ...clean, grants: grant === undefined ? [] : [{ ...grant, callers }] }, context);
    expect(shown.length).toBeLessThan(200_000);
    expect(words(shown)).toContain("and 19995 more");
  });
});

describe("how it is", () => {
  const title = (given: Report) => /<h1>(.*?)<\/h1>/.exec(html(given, context).replace(/\n/g, ""))?.[1];

  test.each<[string, Partial<Report>]>([
    ["5 findings, 2 errors", report],
    ["No findings", {}],
    ["No findings, 3 cannot tell", { unknowns: report.unknowns }],
    ["Nothing to check", { summary: { ...clean.summary, files: 0 } }],
  ])("%s", (heading, given) => {
    expect(title({ ...clean, ...given })).toBe(heading);
  });

  test("a caller of ours is no finding on the map where others come in by the same grant", () => {
    const [grant] = report.grants;
    if (grant === undefined) throw new Error("the sample is empty");
    const ours: Caller = { class: "own", account: "999988887777" };
    const ways = (callers: readonly Caller[]) => {
      const page = html({ ...clean, grants: [{ ...grant, callers }] }, context);
      const drawn = page.slice(page.indexOf('id="drawing"'), page.indexOf('class="legend"'));
      return Array.from(drawn.matchAll(/<g class="way (\w+)"><title>(\S+)/g), ([, verdict, caller]) => [
        caller,
        verdict,
      ]);
    };
    expect(new Map(ways([ours, undeclared("111122223333")]) as [string, string][])).toEqual(
      new Map([
        ["999988887777", "ok"],
        ["111122223333", "finding"],
      ]),
    );
    expect(ways([ours])).toEqual([["999988887777", "finding"]]);
  });
});
