// The ESLint plugin: a language for JSON, YAML and HCL files, and an ESLint rule for each of our rules.

import type { Finding, Place } from "../../findings/report.ts";
import { tool } from "../../findings/tool.ts";
import { requestInWords, worldInWords } from "../../reporters/witness.ts";
import { builtinRules } from "../../rules/files/builtin.ts";
import { inSentences } from "../judged.ts";
import { language } from "./language.ts";
import type { EslintConfig, EslintRule, Location, Mend, Mending, Plugin, SourceCode } from "./types.ts";

/** The name under which the configuration below registers the plugin. */
const NAME = tool.name;
/** Findings of the rules that `extends` of unconfused.yaml brings. */
const OWN_RULES = "own-rules";
/** Unknowns of all rules, and what was not read. */
const CANNOT_TELL = "cannot-tell";
/** The files that a check reads in folders, without names that nearly always are other tools'. */
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
    [CANNOT_TELL]: doubts(),
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
    [`${NAME}/${CANNOT_TELL}`, "warn"] as const,
  ]),
};

/** In eslint.config.js: `export default [...unconfused.configs.recommended]`. */
export const plugin: Plugin = { ...bare, configs: { recommended: [recommended] } };

function ruleOf(title: string, anchor: string, isTold: (finding: Finding) => boolean): EslintRule {
  return {
    meta: {
      type: "problem",
      docs: { description: title, url: `${tool.home}/blob/main/rules/README.md${anchor}` },
      fixable: "code",
      hasSuggestions: true,
      schema: [],
    },
    create: (context) => ({
      Document() {
        const { findings } = context.sourceCode as SourceCode;
        for (const { finding, place, mendings } of findings.filter((each) => isTold(each.finding))) {
          const [first] = mendings;
          // What is safe is done by --fix; all else somebody has to choose.
          const others = mendings.filter((each) => !(each.safe && each === first));
          context.report({
            loc: locationOf(place),
            message: words(finding),
            ...(first?.safe && { fix: mend(first) }),
            suggest: others.map((each) => ({ desc: inSentences([each.description]), fix: mend(each) })),
          });
        }
      },
    }),
  };
}

function doubts(): EslintRule {
  const description = "Whether a rule is kept cannot be told";
  return {
    meta: {
      type: "problem",
      docs: { description, url: `${tool.home}/blob/main/docs/embedding.md#eslint` },
      schema: [],
    },
    create: (context) => ({
      Document() {
        const { doubts: unknowns, notes } = context.sourceCode as SourceCode;
        for (const { unknown, rules } of unknowns) {
          const { message, help, source } = unknown;
          const why = `${message} (${rules.join(", ")}), because of ${source}; ${help}`;
          context.report({ loc: locationOf(unknown), message: inSentences([why]) });
        }
        for (const { message, line, column } of notes) {
          const place = { line, column };
          context.report({ loc: { start: place, end: place }, message: inSentences([message]) });
        }
      },
    }),
  };
}

function locationOf({ line, column, endLine, endColumn }: Place): Location {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function mend({ edits }: Mending): Mend {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange(range, text));
}

/** ESLint fills in what stands in double braces: ours are meant as they are. */
function words({ message, help, witness, world, resource }: Finding): string {
  const when = worldInWords(world, resource.format);
  return inSentences([message, witness && `Allowed: ${requestInWords(witness)}`, when && `When ${when}`, help]);
}
