// The program `unconfused`: starts what is beside it in parts.

// First of all: an old Node may not be able to run the rest.
import "../start/require-node.ts";

import { join } from "node:path";
import { cacheFolder, codeCache } from "../start/code-cache.ts";
import { lateOptimizing } from "../start/optimizer.ts";
import { partsIn } from "../start/parts.ts";

/** Set by the bundler: the digest of each part. */
declare const PARTS: Readonly<Record<string, string>>;

// Set before our parts are loaded: V8 accepts kept code only under the flags under which it was compiled.
const optimizing = lateOptimizing(process.versions.node);
if (optimizing !== undefined) (require("node:v8") as typeof import("node:v8")).setFlagsFromString(optimizing);
const code = codeCache(cacheFolder(process.env, process.platform), PARTS);
const parts = partsIn(join(__dirname, "cli"), code, require);
const { run } = parts.load("main.cjs") as typeof import("./main.ts");
// A run that judged nothing has compiled only a small part of the code that other runs need.
if (run(PARTS)) code.keep(parts.scripts());
