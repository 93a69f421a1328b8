// Infrastructure as code as an ESLint language: a file is judged when it is parsed, and is a single node.

import { resolve } from "node:path";
import { isOfContext } from "../../findings/context.ts";
import type { Fix, Report } from "../../findings/report.ts";
import { unknownCauses } from "../../reporters/text/unknown-causes.ts";
import { machine } from "../host.ts";
import { inWords, judged } from "../judged.ts";
import { named, placesOf } from "../places.ts";
import type { Ast, Doubt, Language, Mending, ParseError, SourceCode, Told } from "./types.ts";

export const language: Language = {
  fileType: "text",
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: "type",
  visitorKeys: { Document: [] },
  defaultLanguageOptions: { options: [] },
  validateLanguageOptions({ options = [] }) {
    if (Array.isArray(options) && options.every((each) => typeof each === "string")) return;
    throw new TypeError(
      'languageOptions.options is a list of texts, as they are typed: ["--config", "unconfused.yaml"]',
    );
  },
  parse({ body, path }, { languageOptions: { options = [] } }) {
    const text = typeof body === "string" ? body : new TextDecoder().decode(body);
    const name = named(placesOf(machine()), resolve(path));
    try {
      const { report } = judged([...options, "--stdin-name", name, "--", "-"], text);
      const errors = errorsOf(report, name);
      if (errors.length > 0) return { ok: false, errors };
      return {
        ok: true,
        ast: astOf(text),
        findings: told(report, name, offsetsIn(text)),
        doubts: doubts(report, name),
        notes: report.notes.filter((note) => note.file === name && !isOfContext(note)),
      };
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown;
      return { ok: false, errors: [{ message: thrown.message, line: 1, column: 1 }] };
    }
  },
  createSourceCode: ({ body }, { ast, findings, doubts, notes }): SourceCode => ({
    text: typeof body === "string" ? body : new TextDecoder().decode(body),
    lines: ast.lines,
    ast,
    findings,
    doubts,
    notes,
    getLoc: (node) => node.loc,
    getRange: (node) => node.range,
    getParent: () => undefined,
    getAncestors: () => [],
    getText: () => (typeof body === "string" ? body : new TextDecoder().decode(body)),
    traverse: () => [
      { kind: 1, target: ast, phase: 1, args: [ast] },
      { kind: 1, target: ast, phase: 2, args: [ast] },
    ],
  }),
};

function errorsOf({ errors }: Report, name: string): ParseError[] {
  return errors.map(({ line = 1, column = 1, ...error }) => {
    const { file: _, ...here } = error;
    return { message: inWords(error.file === name ? here : { ...error, line }), line, column };
  });
}

/** What is found in the file; of what the program around it made, where it stands in the file. */
function told({ findings }: Report, name: string, offsetOf: OffsetOf): readonly Told[] {
  return findings.flatMap((finding) => {
    const place = [finding, ...finding.related].find(({ file }) => file === name);
    if (place === undefined) return [];
    // ESLint changes no file but the one that it reads.
    const own = (finding.fixes ?? []).filter(({ edits }) => edits.every(({ file }) => file === name));
    return [{ finding, place, mendings: own.map((fix) => mendingOf(fix, offsetOf)) }];
  });
}

function doubts(report: Report, name: string): readonly Doubt[] {
  return unknownCauses(report).flatMap(({ first, rules }) => (first.file === name ? [{ unknown: first, rules }] : []));
}

type OffsetOf = (line: number, column: number) => number;

function offsetsIn(text: string): OffsetOf {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: { length }, index }) => index + length)];
  return (line, column) => (starts[line - 1] ?? 0) + column - 1;
}

function mendingOf({ description, safe, edits }: Fix, offsetOf: OffsetOf): Mending {
  return {
    description,
    safe,
    edits: edits.map(({ line, column, endLine, endColumn, text }) => ({
      range: [offsetOf(line, column), offsetOf(endLine, endColumn)],
      text,
    })),
  };
}

function astOf(text: string): Ast {
  const lines = text.split(/\r\n|\r|\n/);
  return {
    type: "Document",
    loc: { start: { line: 1, column: 1 }, end: { line: lines.length, column: (lines.at(-1) ?? "").length + 1 } },
    range: [0, text.length],
    lines,
  };
}
