// A page of one file without external resources: its Content-Security-Policy, head and layout.

import { tool } from "../../findings/tool.ts";
import { type Element, element, markup } from "./elements.ts";
import { style, styleHash } from "./generated/page.js";

export interface Page {
  readonly title: string;
  /** Below the title, at the top of the page. */
  readonly header: readonly Element[];
  readonly main: readonly Element[];
  readonly footer: readonly (Element | string)[];
  /** Minified, so that it has no line that a runner of pipelines takes for a command. */
  readonly script: string;
  /** CSP: `sha256-…` of the script. */
  readonly scriptHash: string;
  /** More of the policy than a report needs. */
  readonly policy?: Readonly<Record<string, string>>;
  /** What the script reads: JSON, by the id of the element that holds it. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Nothing is fetched, sent or framed; nothing runs but the script of the page, and nothing that a text says becomes markup. */
const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "connect-src": "'none'",
  "img-src": "data:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

const ICON =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='#3b5bdb'/><path d='M8 16h11m-5-5 5 5-5 5M24 8v16' fill='none' stroke='#fff' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/></svg>";

export function page({ title, header, main, footer, script, scriptHash, policy, data = {} }: Page): string {
  const directives = {
    ...POLICY,
    "script-src": `'${scriptHash}'`,
    "style-src": `'${styleHash}'`,
    ...policy,
  };
  const meta = (attributes: Record<string, string>) => element("meta", attributes);
  const head = [
    meta({
      "http-equiv": "Content-Security-Policy",
      content: Object.entries(directives)
        .map(([name, value]) => `${name} ${value}`)
        .join("; "),
    }),
    meta({ name: "viewport", content: "width=device-width, initial-scale=1" }),
    meta({ name: "color-scheme", content: "light dark" }),
    meta({ name: "referrer", content: "no-referrer" }),
    element("title", {}, `${title} · Unconfused`),
    element("link", { rel: "icon", href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }),
  ];
  const body = [
    element("a", { class: "skip", href: "#main" }, "Skip to the content"),
    element("header", {}, element("p", { class: "product" }, "Unconfused"), element("h1", {}, title), header),
    element("main", { id: "main", tabindex: -1 }, main),
    element("footer", {}, footer),
  ];
  return [
    '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">',
    ...head.map(markup),
    `<style>${style}</style>`,
    "</head>\n<body>",
    ...body.map(markup),
    ...Object.entries(data).map(
      ([id, value]) => `<script type="application/json" id="${id}">${inScript(value)}</script>`,
    ),
    `<script>${script}</script>`,
    "</body>\n</html>\n",
  ].join("\n");
}

/** The footer of a page that a run wrote, by a version of ours. */
export function writtenBy(version: string, { homepage }: { readonly homepage: string }): Page["footer"] {
  return [
    "Written by ",
    element("a", { href: homepage, rel: "noreferrer" }, `${tool.name} ${version}`),
    ". Service control policies, permission boundaries and what vendors do behind their accounts are not judged.",
  ];
}

/** JSON that ends no element, and begins no comment. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
