// A page for people about every rule, rules/README.md: why, a bad and a good policy, how to fix it. Reports link to its headings.

import { stringify } from "yaml";

/**
 * @param {readonly object[]} rules in the order of the page
 * @param {{ premises: Function, whoIsWho: string, pathOf: (id: string) => string, carrierText: (rule: object, example: object) => string }} words
 * @returns {string} Markdown
 */
export function rulesPage(rules, { premises, whoIsWho, pathOf, carrierText }) {
  const sections = rules.map((rule) => {
    const {
      id,
      severity,
      title,
      why,
      fix,
      since,
      cwe = [],
      references = [],
      preset,
      enabled = true,
      aliases = [],
    } = rule;
    const facts = [
      `Severity **${severity}**${preset ? `, low unless the configuration says \`rules: { preset: ${preset} }\`` : ""}${enabled ? "" : ", off unless it is turned on"}`,
      ...(cwe.length > 0
        ? [cwe.map((number) => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`).join(", ")]
        : []),
      `since ${since}`,
      ...(aliases.length > 0 ? [`before: ${aliases.map((name) => `\`${name}\``).join(", ")}`] : []),
      `[the rule](${pathOf(id).replace(/^rules\//, "")})`,
    ];
    return [
      `## ${id}`,
      `**${title}.** ${facts.join(" · ")}`,
      why.trim(),
      ...rule.examples.bad.slice(0, 1).map((one) => example("Bad", one, carrierText(rule, one), premises)),
      ...rule.examples.good.slice(0, 1).map((one) => example("Good", one, carrierText(rule, one), premises)),
      `### Fix of ${id}`,
      fix.trim(),
      ...(references.length > 0 ? [references.map((url) => `- <${url}>`).join("\n")] : []),
    ].join("\n\n");
  });
  const list = rules.map(({ id, severity, title }) => `- [\`${id}\`](#${id}) (${severity}): ${title}`).join("\n");
  return `${[
    "# The rules",
    "<!-- Made by 'npm run generate' from the rule files beside it. -->",
    "`unconfused explain RULE` tells the same in the terminal.",
    list,
    whoIsWho,
    ...sections,
  ].join("\n\n")}\n`;
}

function example(kind, one, carrier, premises) {
  const around = premises(one).map(([words, value]) => `${words}:\n\n${fenced(value)}`);
  return [`${kind}: ${one.name}${carrier === "" ? "" : ` (${carrier})`}`, fenced(one.policy), ...around].join("\n\n");
}

function fenced(value) {
  return `\`\`\`yaml\n${stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd()}\n\`\`\``;
}
