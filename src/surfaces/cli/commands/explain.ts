// The command `explain`: a rule file as text for the terminal.

import { carriedBy } from "../../../examples/carried.ts";
import { indented, markdownForScreen, type Page } from "../../../reporters/prose.ts";
import { allVisible, painter } from "../../../reporters/screen.ts";
import { DECLARED, UNDER, WHO_IS_WHO } from "../../../rules/example.ts";
import { listOf } from "../../../rules/questions/requests.ts";
import type { Example, Rule } from "../../../rules/rule.ts";
import type { Json } from "../../../text/document.ts";
import { Problem } from "../../../text/problem.ts";
import type { Host } from "../../host.ts";
import { placesOf } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { loadConfig } from "../options/config.ts";
import { ruleNamed } from "../options/selection.ts";
import { colors, colorsOf, widthOf } from "../screen.ts";
import { Stop } from "../stop.ts";
import { inYaml, type Language, parametersIn, policyIn } from "./written-policy.ts";

/** Throws Stop if there is no such rule. */
export function explain(given: Arguments, host: Host): 0 {
  const [id, ...more] = given.positionals;
  if (id === undefined || more.length > 0) {
    throw new Stop({ message: "'explain' takes the id of one rule", help: "'unconfused rules' lists them" });
  }
  const { rules } = loadConfig(given, host, placesOf(host));
  const page = { width: widthOf(host), paint: painter(colors(host, "stdout", colorsOf(given))) };
  host.write("stdout", `${explanation(allVisible(ruleNamed(id, rules)), languageOf(host), page)}\n`);
  return 0;
}

/** Policies are shown as the files of the working directory are written. */
function languageOf(host: Host): Language {
  return filesHere(host).some((name) => /\.(?:tf|tofu)$/i.test(name)) ? "hcl" : "yaml";
}

/** None where the folder may not be looked at. */
function filesHere(host: Host): readonly string[] {
  try {
    return host.list(host.cwd).flatMap(({ name, kind }) => (kind === "file" ? [name] : []));
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

function explanation(rule: Rule, language: Language, page: Page): string {
  const { id, severity, title, why, fix, references = [], examples, cwe = [] } = rule;
  const pages = [...references, ...cwe.map((number) => `https://cwe.mitre.org/data/definitions/${number}.html`)];
  const heading = (text: string) => page.paint(text, "bold");
  return [
    `${heading(`${id} (${severity})`)}: ${title}`,
    markdownForScreen(why, page),
    ...example("Bad", examples.bad[0], rule, language, heading),
    ...example("Good", examples.good[0], rule, language, heading),
    markdownForScreen(WHO_IS_WHO, page),
    heading("How to fix it"),
    markdownForScreen(fix, page),
    ...(pages.length > 0 ? [heading("See also"), pages.join("\n")] : []),
  ].join("\n\n");
}

function example(
  heads: string,
  one: Example | undefined,
  { policy: kinds }: Rule,
  language: Language,
  heading: (text: string) => string,
): readonly string[] {
  if (one === undefined) return [];
  const [kind = "trust"] = listOf(kinds);
  const carried = carriedBy(kind, one.carrier);
  const type = (language === "hcl" ? carried.terraform : carried.cloudformation)?.type;
  // Of a role everybody knows where it stands.
  const on = kind === "trust" || type === undefined ? "" : ` (${type})`;
  return [
    `${heading(`${heads}:`)} ${one.name}${on}\n\n${indented(policyIn(language, one.policy, carried))}`,
    ...(one.config === undefined ? [] : [`${UNDER}:\n\n${indented(inYaml(one.config as Json))}`]),
    ...(one.parameters === undefined ? [] : [`${DECLARED}:\n\n${indented(parametersIn(language, one.parameters))}`]),
  ];
}
