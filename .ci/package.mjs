// What package.json puts into the code: the constant that src/findings/tool.ts declares.

import { readFileSync } from "node:fs";

const { version, repository } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export const define = {
  "PACKAGE.version": JSON.stringify(version),
  "PACKAGE.repository": JSON.stringify(repository),
};
