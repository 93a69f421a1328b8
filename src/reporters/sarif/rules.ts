// Rules in SARIF: texts within GitHub's limits, severity as a score, CWE as tag and as taxonomy.

import type { Severity } from "../../config/config.ts";
import { premises } from "../../rules/example.ts";
import type { Example, Rule } from "../../rules/rule.ts";
import { asMarkdown, withoutTags } from "../markup.ts";
import type { RenderContext } from "../render.ts";
import { rulePage } from "../rule-page.ts";
import { IN_SARIF, WORST_FIRST } from "../severities.ts";
import type { ComponentReference, RuleDescriptor, Taxonomy } from "./types.ts";

/** GitHub refuses longer descriptions. */
const LONGEST_DESCRIPTION = 1024;

export const CWE: ComponentReference = { name: "CWE", index: 0 };

/** All weaknesses that the rules name, in numerical order. */
export function weaknesses(rules: readonly Rule[]): readonly number[] {
  return [...new Set(rules.flatMap(({ cwe = [] }) => cwe))].sort((a, b) => a - b);
}

export function cweTaxonomy(numbers: readonly number[]): Taxonomy {
  return {
    name: CWE.name,
    organization: "MITRE",
    informationUri: "https://cwe.mitre.org/",
    shortDescription: { text: "Common Weakness Enumeration" },
    taxa: numbers.map((number) => ({
      id: `CWE-${number}`,
      helpUri: `https://cwe.mitre.org/data/definitions/${number}.html`,
    })),
  };
}

export function ruleDescriptor(rule: Rule, taxa: readonly number[], context: RenderContext): RuleDescriptor {
  const { level, score } = IN_SARIF[worst(rule)];
  const { cwe = [] } = rule;
  const helpUri = rulePage(rule.id, context);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    ...(rule.aliases !== undefined && { deprecatedIds: rule.aliases }),
    shortDescription: { text: withoutTags(shortened(rule.title)) },
    fullDescription: { text: withoutTags(shortened(rule.why)) },
    help: { text: withoutTags(`${rule.why.trim()}\n\n${rule.fix.trim()}\n`), markdown: markdown(rule) },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
    relationships: cwe.map((number) => ({
      target: { id: `CWE-${number}`, index: taxa.indexOf(number), toolComponent: CWE },
      kinds: ["superset"],
    })),
    properties: {
      tags: ["security", ...cwe.map((number) => `external/cwe/cwe-${`${number}`.padStart(3, "0")}`)],
      precision: rule.precision,
      "security-severity": score,
    },
  };
}

/** `external-id-required` as SARIF wants names to be (section 3.49.7 and its SARIF2012). */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** A question may outrank its rule. */
function worst(rule: Rule): Severity {
  const severities = new Set([rule, ...(rule.deny ?? []), ...(rule.admit ?? [])].map(({ severity }) => severity));
  return WORST_FIRST.find((severity) => severities.has(severity)) ?? rule.severity;
}

function markdown({ why, fix, examples, references = [] }: Rule): string {
  return [
    asMarkdown(why.trim()),
    `## Fix\n\n${asMarkdown(fix.trim())}`,
    ...examples.bad.slice(0, 1).map((one) => exampleOf("Bad", one)),
    ...examples.good.slice(0, 1).map((one) => exampleOf("Good", one)),
    ...(references.length > 0 ? [`## References\n\n${references.map((url) => `- <${url}>`).join("\n")}`] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function exampleOf(kind: string, example: Example): string {
  const around = premises(example).map(([words, value]) => `\n\n${words}:\n\n${fenced(value)}`);
  return `## ${kind}: ${asMarkdown(example.name)}\n\n${fenced(example.policy)}${around.join("")}`;
}

function fenced(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

function shortened(markdown: string): string {
  const text = markdown.trim();
  if (text.length <= LONGEST_DESCRIPTION) return text;
  return `${text.slice(0, LONGEST_DESCRIPTION - 1).replace(/\s+\S*$/, "")}…`;
}
