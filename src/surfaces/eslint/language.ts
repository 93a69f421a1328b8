// Infrastructure as code as a language of ESLint: a file is judged as a whole when it is parsed, and is one node.

import { resolve } from "node:path";
import type { Report } from "../../findings/report.ts";
import { machine } from "../host.ts";
import { inWords, judged } from "../judged.ts";
import { named, placesOf } from "../places.ts";
import type { Ast, Language, ParseError, SourceCode, Told } from "./types.ts";

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
      return { ok: true, ast: astOf(text), findings: told(report, name) };
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown;
      return { ok: false, errors: [{ message: thrown.message, line: 1, column: 1 }] };
    }
  },
  createSourceCode: ({ body }, { ast, findings }): SourceCode => ({
    text: typeof body === "string" ? body : new TextDecoder().decode(body),
    lines: ast.lines,
    ast,
    findings,
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
function told({ findings }: Report, name: string): readonly Told[] {
  return findings.flatMap((finding) => {
    const place = [finding, ...finding.related].find(({ file }) => file === name);
    return place === undefined ? [] : [{ finding, place }];
  });
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
