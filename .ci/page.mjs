// Makes the script and the style of the HTML pages, minified, with the hashes for their Content-Security-Policy.

import { createHash } from "node:crypto";
import { build } from "esbuild";

/** Browsers of the last years: each of them knows what the policies of our pages say. */
const target = ["chrome111", "firefox115", "safari16.4"];

/** @returns {Promise<string>} the script or the style sheet, without a line break at its end */
export async function forBrowsers(root, entry, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target,
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
  return outputFiles[0].text.trim();
}

export function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** @returns {Promise<string>} an ES module with what a report has of them */
export async function reportPage(root) {
  const script = await forBrowsers(root, "src/reporters/html/page/report.ts");
  const style = await forBrowsers(root, "src/reporters/html/page/style.css");
  const names = { script, scriptHash: hashOf(script), style, styleHash: hashOf(style) };
  return Object.entries(names)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`)
    .join("");
}

export const reportPageDeclaration = ["script", "scriptHash", "style", "styleHash"]
  .map((name) => `export declare const ${name}: string;\n`)
  .join("");
