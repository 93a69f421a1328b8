// Findings and unknowns on the page: what, where, the lines, the request that gets through, and what to do.

import type { Finding, Place, Unknown } from "../../findings/report.ts";
import { helpsFor } from "../help.ts";
import { position } from "../position.ts";
import type { RenderContext } from "../render.ts";
import { rulePage } from "../rule-page.ts";
import { printable } from "../screen.ts";
import { excerptsOf } from "../text/excerpts.ts";
import { othersInWords, requestInWords, worldInWords } from "../witness.ts";
import { type Element, element, type Given } from "./elements.ts";
import { framesOf } from "./frames.ts";

/** A request names all that it carries. */
const LONGEST = 5000;

/** `attributes`: by what it can be filtered. */
export function findingOnPage(
  finding: Finding,
  context: RenderContext,
  attributes: Readonly<Record<string, string>>,
): Element {
  const { severity, message, resource, witness, world, callers, related, file } = finding;
  const excerpts = excerptsOf(finding, context);
  const elsewhere = related.filter((place) => excerpts.length < 2 || place.file !== file);
  return element(
    "article",
    { class: `card ${severity}`, ...attributes },
    element("h3", {}, element("span", { class: "badge" }, severity), " ", printable(message)),
    whereOf(finding, [finding.rule], context),
    framesOf(excerpts),
    element(
      "dl",
      {},
      told("Gets in", witness && element("code", {}, printable(requestInWords(witness), LONGEST))),
      told("When", worldInWords(world, resource.format)),
      told("So can", othersInWords(callers, witness)),
      elsewhere.map((place) => told("See", `${printable(place.message)} (${position(place)})`)),
      helpsFor(finding, context).map((help) => told("What to do", help)),
    ),
  );
}

/** What cannot be told, and what would decide it. */
export function doubtOnPage(
  { first, rules }: { readonly first: Unknown; readonly rules: readonly string[] },
  context: RenderContext,
  attributes: Readonly<Record<string, string>>,
): Element {
  const question = printable(first.message.replace(/^cannot tell /, ""));
  return element(
    "article",
    { class: "card doubt", ...attributes },
    element("h3", {}, element("span", { class: "badge" }, "cannot tell"), " ", question),
    whereOf(first, rules, context),
    element(
      "dl",
      {},
      told("Because", `of ${printable(first.source)}`),
      told("If it does", first.wouldAllow && element("code", {}, printable(requestInWords(first.wouldAllow), LONGEST))),
      told("When", worldInWords(first.world, first.resource.format)),
      told("What to do", printable(first.help)),
    ),
  );
}

function whereOf(
  { resource, ...place }: Place & Pick<Finding, "resource">,
  rules: readonly string[],
  context: RenderContext,
): Element {
  return element(
    "p",
    { class: "where" },
    element("code", {}, position(place)),
    element("span", {}, element("bdi", {}, printable(resource.path ?? resource.id))),
    rules.map((each) => ruleOnPage(each, context)),
  );
}

/** With a link to where people read about it. */
export function ruleOnPage(rule: string, context: Pick<RenderContext, "rules" | "homepage">): Element {
  const page = rulePage(rule, context);
  const isPage = page !== undefined && /^https:\/\//i.test(page);
  const name = element("code", {}, printable(rule));
  return isPage ? element("a", { href: page, class: "rule", rel: "noreferrer" }, name) : element("span", {}, name);
}

function told(label: string, words: Given): readonly Element[] {
  return words === undefined ? [] : [element("dt", {}, label), element("dd", {}, words)];
}
