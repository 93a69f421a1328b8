// Ends the program where Node is too old, before anything else is loaded.

import { refusalOf } from "./node-guard.ts";

const refusal = refusalOf(process.versions.node);
if (refusal !== undefined) {
  process.stderr.write(refusal);
  process.exit(2);
}
