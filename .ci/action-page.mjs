// The tables of docs/github-action.md, from action.yml.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @returns {string} the page with the inputs and outputs of the Action between its marks */
export function actionPage() {
  const { inputs, outputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
  const inputRows = Object.entries(inputs).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${value === "" ? "" : `\`${value}\``} | ${description} |`,
  );
  const outputRows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${description} |`);
  const page = readFileSync(join(root, "docs/github-action.md"), "utf8");
  const withInputs = between(page, "inputs", ["| input | default | what it says |", "|---|---|---|", ...inputRows]);
  return between(withInputs, "outputs", ["| output | what it tells |", "|---|---|", ...outputRows]);
}

function between(page, mark, lines) {
  return page.replace(
    new RegExp(`(<!-- ${mark} -->\n)[\\s\\S]*?(<!-- end -->)`),
    (_, open, close) => `${open}${lines.join("\n")}\n${close}`,
  );
}
