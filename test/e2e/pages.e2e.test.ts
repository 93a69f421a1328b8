// The pages in a real Chromium: what is seen, what the keyboard reaches, what is filtered, and that nothing is asked for.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grantsPage } from "../../src/reporters/html/grants-page.ts";
import { html } from "../../src/reporters/html.ts";
import { context, report } from "../reporters/sample.ts";
import { withText } from "../reporters/with-text.ts";
import { folderOf, ROOT, run } from "./run.ts";

const chromium = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
].find((path) => path !== undefined && existsSync(path));
const partners = join(ROOT, "test/e2e/browser/node_modules");
const missing =
  chromium === undefined
    ? "no Chromium: install it, or name it in CHROMIUM"
    : existsSync(partners)
      ? undefined
      : "npm ci --prefix test/e2e/browser brings what drives it";
if (missing !== undefined) console.warn(`the pages are not tried in a browser: ${missing}`);

/** Where pictures of the pages go, for people to look at; none are made if it is not set. */
const pictures = process.env.SCREENSHOTS;

/** What we ask of Playwright, which is installed apart from the types of the project. */
interface Page {
  on(event: "request", listener: (request: { url(): string }) => void): void;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror" | "dialog", listener: (what: unknown) => void): void;
  goto(url: string): Promise<unknown>;
  evaluate<T>(code: string): Promise<T>;
  selectOption(selector: string, choice: string | { label: string }): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void> };
  setInputFiles(selector: string, path: string): Promise<void>;
  screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>;
  close(): Promise<void>;
}
interface Browser {
  newPage(options?: Record<string, unknown>): Promise<Page>;
  close(): Promise<void>;
}

describe.skipIf(missing !== undefined)("the pages in Chromium", () => {
  let browser: Browser;
  let folder: string;
  const site = pathToFileURL(join(ROOT, "site/index.html")).href;

  beforeAll(async () => {
    folder = folderOf({
      "report.html": html(report, context),
      "grants.html": grantsPage(report, context),
      "hostile.html": html(withText('"><img src=x onerror=alert(1)></script><script>alert(1)</script>'), context),
      "main.tf": `resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }] })\n}\n`,
    });
    expect(run("npm", ["run", "--silent", "site"], { cwd: ROOT })).toMatchObject({ status: 0 });
    const playwright = createRequire(join(partners, "x.cjs"))("playwright-core");
    browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** A page with all that it asks for, and all that goes wrong on it. */
  async function opened(url: string, options: Record<string, unknown> = {}) {
    const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, ...options });
    const asked: string[] = [];
    const wrong: unknown[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error));
    page.on("dialog", (dialog) => wrong.push(dialog));
    await page.goto(url);
    return { page, asked, wrong };
  }

  const fileOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const seen = (selector: string) =>
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.checkVisibility()).length`;
  const picture = (page: Page, name: string) =>
    pictures === undefined ? undefined : page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

  /** The policy of the pages lets nothing wait in them. */
  async function until(page: Page, condition: string): Promise<void> {
    while (!(await page.evaluate(condition))) await new Promise((after) => setTimeout(after, 50));
  }

  /** What a checker of accessibility finds. */
  async function faults(page: Page): Promise<readonly unknown[]> {
    await page.evaluate(readFileSync(join(partners, "axe-core/axe.min.js"), "utf8"));
    return page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) })))",
    );
  }

  test.each(["light", "dark"])("a report is shown and asks for nothing, %s", async (colorScheme) => {
    const { page, asked, wrong } = await opened(fileOf("report.html"), { colorScheme });
    expect(await page.evaluate(seen("#findings article"))).toBe(5);
    expect(await page.evaluate(seen("#drawing svg.box"))).toBe(5);
    const [red = 0] = await page.evaluate<number[]>(
      "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)",
    );
    expect(red > 128).toBe(colorScheme === "light");
    await picture(page, `report-${colorScheme}`);
    expect(await faults(page)).toEqual([]);
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([fileOf("report.html")]);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test("a filter leaves what was chosen, on the map as well, and says how much that is", async () => {
    const { page, wrong } = await opened(fileOf("report.html"));
    await page.selectOption("[name=caller]", { label: "ExampleMulti (444455556666)" });
    expect(await page.evaluate(seen("#grants tbody tr"))).toBe(1);
    expect(await page.evaluate(seen("#findings article"))).toBe(1);
    expect(
      await page.evaluate("[...document.querySelectorAll('#drawing .box text')].map((each) => each.textContent)"),
    ).toEqual(["ExampleMulti (444455556666)", "declared vendor, multi-tenant", "VendorRole", "infra/vendor.yaml"]);
    expect(await page.evaluate("document.querySelector('[role=status]').textContent")).toMatch(
      /^Shown: 1 of 2 grants, 1 of 5 findings, 1 of 2 open questions$/,
    );
    await page.selectOption("[name=verdict]", "ok");
    expect(await page.evaluate(seen("#drawing svg"))).toBe(0);
    await page.click("[type=reset]");
    expect(await page.evaluate(seen("#findings article"))).toBe(5);
    expect(await page.evaluate(seen("#drawing svg.box"))).toBe(5);
    await page.selectOption("[name=file]", { label: "plan.json" });
    expect(await page.evaluate(seen("#findings article"))).toBe(1);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test("the keyboard reaches the content first, then the links, the filter, and what scrolls", async () => {
    const { page } = await opened(fileOf("report.html"));
    const reached: string[] = [];
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate(
          "(({ className, name, type, hash, ariaLabel }) => className || name || type || hash || ariaLabel)(document.activeElement)",
        ),
      );
    }
    expect(reached.slice(0, 2)).toEqual(["skip", "#map"]);
    expect(reached).toEqual(expect.arrayContaining(["caller", "verdict", "file", "reset", "drawing", "scrolls"]));
    await page.evaluate("document.querySelector('.skip').focus()");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.close();
  });

  test.each(["light", "dark"])("the grants alone are a map that can be filtered, %s", async (colorScheme) => {
    const { page, asked, wrong } = await opened(fileOf("grants.html"), { colorScheme });
    expect(await page.evaluate(seen("#grants tbody tr"))).toBe(2);
    expect(await page.evaluate(seen("#drawing svg.box"))).toBe(5);
    await picture(page, `grants-${colorScheme}`);
    expect(await faults(page)).toEqual([]);
    await page.selectOption("[name=caller]", { label: "ExampleMulti (444455556666)" });
    expect(await page.evaluate("document.querySelector('[role=status]').textContent")).toBe("Shown: 1 of 2 grants");
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([fileOf("grants.html")]);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test("without scripts all is there but the filter", async () => {
    const { page } = await opened(fileOf("report.html"), { javaScriptEnabled: false });
    await picture(page, "report-without-scripts");
    await page.close();
    const text = readFileSync(join(folder, "report.html"), "utf8");
    expect(text).toMatch(/<form id="filters"[^>]* hidden=""/);
  });

  test("nothing that an input says runs", async () => {
    const { page, asked, wrong } = await opened(fileOf("hostile.html"));
    expect(await page.evaluate("document.querySelectorAll('img, script').length")).toBe(1);
    await page.selectOption("[name=verdict]", "finding");
    expect(await page.evaluate("document.querySelectorAll('img, script').length")).toBe(1);
    await picture(page, "report-hostile");
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([fileOf("hostile.html")]);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test("a report fits a telephone", async () => {
    const { page } = await opened(fileOf("report.html"), { viewport: { width: 390, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await picture(page, "report-narrow");
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  describe("the playground", () => {
    const done = "!/^(?:|Checking …)$/.test(document.querySelector('#progress').textContent)";
    const heading = "document.querySelector('#result h2')?.textContent";

    test.each(["light", "dark"])("judges what is pasted, and asks for nothing, %s", async (colorScheme) => {
      const { page, asked, wrong } = await opened(site, { colorScheme });
      await page.selectOption("#example", { label: "A trust policy alone" });
      await until(page, done);
      expect(await page.evaluate(heading)).toBe("1 finding");
      await picture(page, `playground-${colorScheme}`);
      expect(await faults(page)).toEqual([]);
      expect(asked.filter((url) => !/^(?:data|blob):/.test(url))).toEqual([site]);
      expect(wrong).toEqual([]);
      await page.close();
    });

    test("opens a file, and checks again by the keyboard with another tenancy", async () => {
      const { page, wrong } = await opened(site);
      await page.setInputFiles("#file", join(folder, "main.tf"));
      await until(page, done);
      expect(await page.evaluate("document.querySelector('#findings').textContent")).toContain("main.tf:2:");
      await page.fill("#config", "tenancy: both");
      await page.keyboard.press("Control+Enter");
      await until(page, `/mistake/.test(${heading} ?? "")`);
      await page.fill("#config", "");
      await page.selectOption("#tenancy", "single");
      await page.click("[type=submit]");
      await until(page, `/finding/.test(${heading} ?? "")`);
      expect(wrong).toEqual([]);
      await page.close();
    });

    test("nothing can be sent, neither by the page nor by where it judges", async () => {
      const text = readFileSync(join(ROOT, "site/index.html"), "utf8");
      const spy = "fetch('https://example.com').then(() => postMessage('sent'), () => postMessage('refused'))";
      // The same page, with a program that tries to send.
      const changed = text.replace(
        /(<script type="application\/json" id="worker">).*?(<\/script>)/s,
        (_, open, close) => `${open}${JSON.stringify(`onmessage = () => ${spy}`)}${close}`,
      );
      writeFileSync(join(folder, "spy.html"), changed);
      const { page, asked } = await opened(fileOf("spy.html"));
      expect(await page.evaluate("fetch('https://example.com').then(() => 'sent', () => 'refused')")).toBe("refused");
      await page.evaluate(
        "globalThis.told = ''; const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage'); Object.defineProperty(Worker.prototype, 'onmessage', { set(listener) { post.set.call(this, ({ data }) => { globalThis.told = data; }); } }); undefined",
      );
      await page.fill("#text", "x");
      await page.click("[type=submit]");
      await until(page, "globalThis.told !== ''");
      expect(await page.evaluate("globalThis.told")).toBe("refused");
      expect(asked.filter((url) => url.startsWith("http"))).toEqual([]);
      await page.close();
    });
  });
});
