// The report as GitLab's Code Quality reads it: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.

import type { Severity } from "../config/config.ts";
import type { Finding, ReportError } from "../findings/report.ts";
import { hex } from "../text/digests/blocks.ts";
import { sha256 } from "../text/digests/sha256.ts";
import { withoutTags } from "./markup.ts";
import type { Render } from "./render.ts";
import { printable, printableJson } from "./screen.ts";
import { worstFirst } from "./severities.ts";
import { requestInWords, worldInWords } from "./witness.ts";

/** One entry; GitLab ignores keys that it does not know. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const SEVERITIES: Readonly<Record<Severity, Issue["severity"]>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
};

/** A file that could not be read is an issue too; otherwise GitLab would show its findings as resolved. */
export const gitlab: Render = ({ findings, errors }) => {
  return printableJson([...errors.flatMap(ofError), ...worstFirst(findings).map(ofFinding)]);
};

function ofFinding({ rule, severity, message, fingerprint, ...finding }: Finding): Issue {
  const { file, line, endLine, witness, world, resource } = finding;
  const when = worldInWords(world, resource.format);
  const words = [
    printable(message),
    ...(witness === undefined ? [] : [`allowed: ${requestInWords(witness)}`]),
    ...(when === undefined ? [] : [`when: ${when}`]),
  ];
  return {
    description: withoutTags(words.join("; ")),
    check_name: rule,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: line, end: endLine } },
  };
}

/** GitLab takes no issue without a file. */
function ofError({ message, help, file, line = 1 }: ReportError): readonly Issue[] {
  if (file === undefined) return [];
  const hash = hex(sha256(["error", file, message].join("\0")));
  return [
    {
      description: withoutTags(`${printable(message)}; ${printable(help)}`),
      check_name: "unreadable-input",
      fingerprint: hash.slice(0, 32),
      severity: "blocker",
      location: { path: file, lines: { begin: line, end: line } },
    },
  ];
}
