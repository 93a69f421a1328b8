// The plugin by which ESLint lints infrastructure as code: a language for files of JSON, YAML and HCL, and one rule of ESLint for each of ours.

import type { Finding } from "../../findings/report.ts";
import { tool } from "../../findings/tool.ts";
import { requestInWords, worldInWords } from "../../reporters/witness.ts";
import { builtinRules } from "../../rules/files/builtin.ts";
import { language } from "./language.ts";
import type { EslintConfig, EslintRule, Plugin, SourceCode } from "./types.ts";

/** The name under which the configuration below registers the plugin. */
const NAME = tool.name;
/** Findings of the rules that `extends` of unconfused.yaml brings. */
const OWN_RULES = "own-rules";
/** What a check reads in folders, without those that are nearly always other tools' files. */
const FILES = [
  "**/*.template",
  "**/*.template.{json,yaml,yml}",
  "**/{template,cloudformation,cfn}*.{json,yaml,yml}",
  "**/{cloudformation,cfn,templates}/**/*.{json,yaml,yml}",
  "**/*.{tf,tofu}",
  "**/*.{tf,tofu}.json",
];

const known = new Set(builtinRules().map(({ id }) => id));

const bare = {
  meta: { name: NAME, version: tool.version },
  languages: { iac: language },
  rules: {
    ...Object.fromEntries(
      builtinRules().map(({ id, title }) => [id, ruleOf(title, `#${id}`, ({ rule }) => rule === id)]),
    ),
    [OWN_RULES]: ruleOf("What the configuration's own rules find", "", ({ rule }) => !known.has(rule)),
  },
};

const recommended: EslintConfig = {
  name: `${NAME}/recommended`,
  files: FILES,
  plugins: { [NAME]: bare },
  language: `${NAME}/iac`,
  rules: Object.fromEntries([
    ...builtinRules().map(({ id, severity }) => [`${NAME}/${id}`, severity === "low" ? "warn" : "error"] as const),
    [`${NAME}/${OWN_RULES}`, "error"] as const,
  ]),
};

/** In eslint.config.js: `export default [...unconfused.configs.recommended]`. */
export const plugin: Plugin = { ...bare, configs: { recommended: [recommended] } };

function ruleOf(title: string, anchor: string, isTold: (finding: Finding) => boolean): EslintRule {
  return {
    meta: {
      type: "problem",
      docs: { description: title, url: `${tool.home}/blob/main/rules/README.md${anchor}` },
      schema: [],
    },
    create: (context) => ({
      Document() {
        const { findings } = context.sourceCode as SourceCode;
        for (const { finding, place } of findings.filter((each) => isTold(each.finding))) {
          context.report({
            loc: {
              start: { line: place.line, column: place.column },
              end: { line: place.endLine, column: place.endColumn },
            },
            message: inSentences(finding),
          });
        }
      },
    }),
  };
}

/** ESLint fills in what stands in double braces: ours are meant as they are. */
function inSentences({ message, help, witness, world, resource }: Finding): string {
  const when = worldInWords(world, resource.format);
  return [
    message,
    ...(witness === undefined ? [] : [`Allowed: ${requestInWords(witness)}`]),
    ...(when === undefined ? [] : [`When ${when}`]),
    ...(help === undefined ? [] : [help]),
  ].join(". ");
}
