// The program `unconfused`: starts what is beside it in parts.

// It comes first: what is after it an old Node may not be able to run.
import "../start/require-node.ts";

import { join } from "node:path";
import { cacheFolder, codeCache } from "../start/code-cache.ts";
import { lateOptimizing } from "../start/optimizer.ts";
import { partsIn } from "../start/parts.ts";

/** Put in by the bundler: the digest of each part. */
declare const PARTS: Readonly<Record<string, string>>;

// After what Node loads of its own, and before ours: V8 takes code that was kept only under the flags under which it was made.
const optimizing = lateOptimizing(process.versions.node);
if (optimizing !== undefined) (require("node:v8") as typeof import("node:v8")).setFlagsFromString(optimizing);
const code = codeCache(cacheFolder(process.env, process.platform), PARTS);
const parts = partsIn(join(__dirname, "cli"), code, require);
const { run } = parts.load("main.cjs") as typeof import("./main.ts");
// What a run that judges nothing makes V8 compile is a small part of what others need.
if (run(PARTS)) code.keep(parts.scripts());
