// The CDK validation plugin: checks the cloud assembly, and reports the findings in the CDK's form.

import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Finding, Place, ReportError, ReportNote } from "../../findings/report.ts";
import { tool } from "../../findings/tool.ts";
import { MANIFEST } from "../../readers/cdk.ts";
import { type UnknownCause, unknownCauses } from "../../reporters/text/unknown-causes.ts";
import { requestInWords, worldInWords } from "../../reporters/witness.ts";
import { builtinRules } from "../../rules/files/builtin.ts";
import { machine } from "../host.ts";
import { inSentences, inWords, judged } from "../judged.ts";
import { pathOf, placesOf } from "../places.ts";
import type { Plugin, PluginReport, ValidationContext, Violation } from "./types.ts";

/** Registered by `Validations.of(app).addPlugins(unconfused)`; before aws-cdk-lib 2.251 by `policyValidationBeta1: [unconfused]` of the App. */
export const unconfused: Plugin = pluginWith();

/** The plugin with options of the command line: `pluginWith("--config", "security/unconfused.yaml", "--fail-on", "high")`. */
export function pluginWith(...options: readonly string[]): Plugin {
  return {
    name: tool.name,
    version: tool.version,
    ruleIds: builtinRules().map(({ id }) => id),
    validate: (context) => validated(context, options),
  };
}

/** What this throws the CDK shows as the failure of the plugin, and of the synthesis. */
function validated({ templatePaths }: ValidationContext, options: readonly string[]): PluginReport {
  const [first] = templatePaths;
  if (first === undefined) return { success: true, violations: [], pluginVersion: tool.version };
  const { report, status, failing, context } = judged([...options, "--", assemblyOf(resolve(first))]);
  const fixes = new Map(context.rules.map(({ id, fix }) => [id, fix.trim()]));
  const ofNoConstruct = (ruleName: string, severity: Violation["severity"], description: string, fix?: string) => ({
    ...{ ruleName, severity, description },
    ...(fix !== undefined && { fix }),
    violatingResources: [{ resourceLogicalId: "", templatePath: first, locations: [] }],
    ruleMetadata: {},
  });
  const unread = (error: ReportError): Violation =>
    ofNoConstruct("unreadable-input", "error", inWords(error), inSentences([error.help]));
  // Nobody says which template a doubt is in, so its description names the construct.
  const doubt = ({ first: { rule, message, source, help, ...place }, rules }: UnknownCause): Violation => {
    const question = `${message} (${placeInWords(place)})`;
    const why = `Because of ${source}, for ${rules.join(", ")}`;
    return ofNoConstruct(rule, "warning", inSentences([question, why]), inSentences([help]));
  };
  const notRead = ({ message, ...place }: ReportNote): Violation =>
    ofNoConstruct("not-judged", "warning", inSentences([`${message} (${placeInWords(place)})`]));
  const violation = (finding: Finding): Violation => ({
    ruleName: finding.rule,
    description: words(finding),
    severity: failing.includes(finding.severity) ? "error" : "warning",
    fix: [finding.help && inSentences([finding.help]), fixes.get(finding.rule)]
      .filter((each) => each !== undefined)
      .join(" "),
    violatingResources: [
      {
        // That of a resource in a nested stack has the stack's before it.
        resourceLogicalId: inSentences([finding.resource.id.replace(/^.*\//s, "")]),
        templatePath: templateOf(finding) ?? first,
        locations: [placeInWords(finding)],
      },
    ],
    ruleMetadata: { severity: finding.severity, fingerprint: finding.fingerprint },
  });
  return {
    success: status === 0 || status === 3,
    violations: [
      ...report.errors.map(unread),
      ...report.findings.map(violation),
      ...unknownCauses(report).map(doubt),
      ...report.notes.map(notRead),
    ],
    pluginVersion: tool.version,
  };
}

/** The folder of the whole app: the assemblies of its stages lie within it. */
function assemblyOf(template: string): string {
  let folder = dirname(template);
  while (basename(folder).startsWith("assembly-") && existsSync(join(dirname(folder), MANIFEST))) {
    folder = dirname(folder);
  }
  return folder;
}

/** The template that the finding stands in, or that the line of the program made. */
function templateOf(finding: Finding): string | undefined {
  const template = [finding, ...finding.related].find(({ file }) => file.endsWith(".template.json"));
  return template && pathOf(placesOf(machine()), template.file);
}

function words({ message, witness, world, resource, ...place }: Finding): string {
  const when = worldInWords(world, resource.format);
  return inSentences([
    `${message} (${placeInWords(place)})`,
    witness && `Allowed: ${requestInWords(witness)}`,
    when && `When ${when}`,
  ]);
}

function placeInWords({ file, line, column }: Pick<Place, "file" | "line" | "column">): string {
  return inSentences([`${file}:${line}:${column}`]);
}
