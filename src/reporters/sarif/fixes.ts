// Fixes in SARIF: replacements, file by file (section 3.55).

import type { Fix } from "../../findings/report.ts";
import { uri } from "./places.ts";
import type { SarifFix } from "./types.ts";

export function fixInSarif({ description, safe, edits }: Fix): SarifFix {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: safe ? description : `${description} (look at it before you deploy it)` },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uri(file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ line, column, endLine, endColumn, text }) => ({
          deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
          insertedContent: { text },
        })),
    })),
  };
}
