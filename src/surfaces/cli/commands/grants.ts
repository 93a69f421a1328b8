// The command `grants`: lists who may enter what, under which conditions and with which verdict.

import { settingsFor } from "../../../config/scopes.ts";
import { tool } from "../../../findings/tool.ts";
import { grantsPage } from "../../../reporters/html/grants-page.ts";
import { printableJson, withoutCommands } from "../../../reporters/screen.ts";
import { grantsInWords, listedGrants } from "../../../reporters/trust-map/grants.ts";
import { mermaid } from "../../../reporters/trust-map/mermaid.ts";
import type { Host } from "../../host.ts";
import { located } from "../../places.ts";
import { judge } from "../inputs/judge.ts";
import type { Arguments } from "../options/arguments.ts";
import { progressOf } from "../progress.ts";
import { printError, printNote } from "../screen.ts";
import { stopOnProblem } from "../stop.ts";
import { notesOf, type Status } from "./check.ts";

/** Findings do not make it fail: it lists, and does not judge. */
export function grants(given: Arguments, host: Host): Status {
  const { report, config, loaded, here } = judge(given, host, progressOf(host, given.has("quiet")));
  const listed = listedGrants(report.grants, (file) => (settingsFor(config, file).vendors ?? []).length > 0);
  for (const error of report.errors) printError(host, error);
  if (!given.has("quiet")) {
    for (const note of notesOf(report)) printNote(host, note);
    if (report.summary.files === 0) printNote(host, "nothing to check: no infrastructure as code was found");
  }
  for (const { format, output } of given.formats) {
    const text =
      format === "json"
        ? printableJson({ version: 1, tool: { name: tool.name, version: tool.version }, grants: listed })
        : format === "mermaid"
          ? mermaid(report)
          : format === "html"
            ? grantsPage({ grants: listed, errors: report.errors }, { rules: loaded.rules, homepage: tool.home })
            : grantsInWords(listed);
    if (output === undefined) host.write("stdout", text);
    else stopOnProblem(output, () => host.save(located(here, output), withoutCommands(text)));
  }
  if (report.errors.length > 0) return 2;
  return report.summary.files === 0 && !given.has("allow-empty") ? 3 : 0;
}
