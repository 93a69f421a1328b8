// The report as SARIF 2.1.0, shaped for GitHub code scanning: one run, failing results only, the worst first.

import type { Finding, Place, Report, ReportError, ReportNote } from "../findings/report.ts";
import { grouped } from "../text/grouped.ts";
import { withoutTags } from "./markup.ts";
import { ownershipQuestion } from "./ownership.ts";
import type { Render, RenderContext } from "./render.ts";
import { fixInSarif } from "./sarif/fixes.ts";
import { limited, MOST_RESULTS } from "./sarif/limit.ts";
import { errorLocation, location, locationInContext } from "./sarif/places.ts";
import { lineHashes } from "./sarif/rolling-hash.ts";
import { CWE, cweTaxonomy, ruleDescriptor, weaknesses } from "./sarif/rules.ts";
import { shardInSarif } from "./sarif/shard.ts";
import type { Invocation, Notification, Result, SarifLog } from "./sarif/types.ts";
import { printable, printableJson } from "./screen.ts";
import { IN_SARIF, worstFirst } from "./severities.ts";
import { requestInWords, worldInWords } from "./witness.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export const sarif: Render = (report, context) => printableJson(sarifLog(report, context));

export function sarifLog(report: Report, context: RenderContext): SarifLog {
  const taxa = weaknesses(context.rules);
  const ruleIndexes = new Map(context.rules.map(({ id }, index) => [id, index]));
  const ignored = report.shard?.ignores.flatMap(({ finding }) => finding ?? []) ?? [];
  const hashOf = lineHasher([...report.findings, ...ignored], context);
  const asResult = (finding: Finding): Result => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndexes.get(finding.rule) ?? -1,
    ...result(finding, context),
    partialFingerprints: {
      // Without the text, the finding's own: GitHub needs one that no edit elsewhere changes.
      primaryLocationLineHash: hashOf(finding) ?? `${finding.fingerprint.slice(0, 16)}:1`,
      "unconfused/v1": finding.fingerprint,
    },
  });
  const findings = worstFirst(report.findings);
  const log: SarifLog = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: context.homepage,
            supportedTaxonomies: [CWE],
            rules: context.rules.map((rule) => ruleDescriptor(rule, taxa, context)),
          },
        },
        ...(context.category !== undefined && {
          automationDetails: { id: `${context.category.replace(/\/*$/, "")}/` },
        }),
        taxonomies: [cweTaxonomy(taxa)],
        columnKind: "utf16CodeUnits",
        invocations: [invocation(report, context)],
        results: findings.map(asResult),
        ...(report.shard !== undefined && {
          properties: { shard: shardInSarif(report, report.shard, findings, asResult, ofNote) },
        }),
      },
    ],
  };
  return limited(log, context.mostResults ?? MOST_RESULTS);
}

/** `upload-sarif` takes a false `executionSuccessful` as "keep the alerts that this run did not see". */
function invocation({ errors, notes }: Report, { exitCode }: RenderContext): Invocation {
  return {
    executionSuccessful: exitCode !== 2,
    toolExecutionNotifications: [
      ...errors.map((error) => notification("error", error, [error.message, error.help])),
      ...notes.map(ofNote),
    ],
  };
}

function ofNote(note: ReportNote): Notification {
  return notification("note", note, [note.message]);
}

function notification(
  level: Notification["level"],
  place: ReportError | ReportNote,
  text: readonly string[],
): Notification {
  const where = errorLocation(place);
  return {
    level,
    message: { text: sentences(text.map((each) => printable(each))) },
    ...(where !== undefined && { locations: [where] }),
  };
}

function result(
  finding: Finding,
  { source }: RenderContext,
): Omit<Result, "ruleId" | "ruleIndex" | "partialFingerprints"> {
  const { severity, message, resource, witness, world } = finding;
  const when = worldInWords(world, resource.format);
  const { question } = ownershipQuestion(finding) ?? {};
  const places = elsewhere(finding);
  const request = witness && requestInWords(witness);
  const steps = places.map((place, index) => ({
    place,
    // The request is told at the first of them, for the finding has its own words.
    words: [printable(place.message), ...(index === 0 && request !== undefined ? [request] : [])].join(": "),
    says: index === 0 && request !== undefined ? "Allowed" : "See",
    linked: index === 0 && request !== undefined ? request : printable(place.message),
  }));
  return {
    level: IN_SARIF[severity].level,
    message: {
      text: sentences([
        unlinked(printable(message)),
        ...(request === undefined || places.length > 0 ? [] : [`Allowed: ${unlinked(request)}`]),
        // GitHub shows a related location only where the message links to it.
        ...steps.map(({ says, linked }, index) => `${says}: [${linked.replace(/[\\[\]]/g, "\\$&")}](${index + 1})`),
        ...(when === undefined ? [] : [`When ${unlinked(when)}`]),
        ...[finding.help, question].flatMap((help) => (help === undefined ? [] : [unlinked(printable(help))])),
      ]),
    },
    locations: [
      {
        ...locationInContext(finding, source(finding.file)),
        logicalLocations: [{ name: resource.id, fullyQualifiedName: resource.path ?? resource.id, kind: "resource" }],
      },
    ],
    relatedLocations: steps.map(({ place, words }, index) => ({
      id: index + 1,
      ...location(place, source(place.file)),
      message: { text: withoutTags(words) },
    })),
    ...(request !== undefined && { codeFlows: wayIn(finding, places, request, source) }),
    ...(finding.fixes !== undefined && { fixes: finding.fixes.map(fixInSarif) }),
    properties: {
      severity,
      ...(witness !== undefined && { witness }),
      ...(world !== undefined && { world }),
    },
  };
}

/** Other places than the finding's own, each once. */
function elsewhere({ related, ...finding }: Finding): Finding["related"] {
  const seen = new Set([placeKey(finding)]);
  return related.filter((place) => !seen.has(placeKey(place)) && seen.add(placeKey(place)));
}

function placeKey({ file, line, column }: Place): string {
  return JSON.stringify([file, line, column]);
}

function wayIn(
  finding: Finding,
  places: Finding["related"],
  request: string,
  source: RenderContext["source"],
): NonNullable<Result["codeFlows"]> {
  const step = (place: Place, words: string) => ({
    location: { ...location(place, source(place.file)), message: { text: withoutTags(words) } },
  });
  const locations = [
    ...places.map((place) => step(place, printable(place.message))),
    step(finding, `allowed: ${request}`),
  ];
  return [{ threadFlows: [{ locations }] }];
}

/** Text of the input that would read as a link (section 3.11.6) does so no more; other brackets stay as they are. */
function unlinked(text: string): string {
  return text.replaceAll("](", "\\](");
}

function sentences(parts: readonly string[]): string {
  return withoutTags(parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(" "));
}

/** The hash of a place's line, where the text can be had; the places are those that it will be asked of. */
function lineHasher(places: readonly Place[], { source }: RenderContext): (place: Place) => string | undefined {
  const hashes = new Map(
    Array.from(
      grouped(places, ({ file }) => file),
      ([file, inFile]) => {
        const text = source(file)?.text;
        return [file, text === undefined ? undefined : lineHashes(text, new Set(inFile.map(({ line }) => line - 1)))];
      },
    ),
  );
  return ({ file, line }) => hashes.get(file)?.get(line - 1);
}
