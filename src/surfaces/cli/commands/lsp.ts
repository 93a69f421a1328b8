// The command `lsp`: starts the language server.

import type { Host } from "../../host.ts";
import { serve } from "../../lsp/server.ts";
import type { Arguments } from "../options/arguments.ts";
import { Stop } from "../stop.ts";

/** Goes on listening after it has returned. Throws Stop on a path: the editor says which files are open. */
export function lsp(given: Arguments, host: Host): 0 {
  if (given.positionals.length > 0) {
    throw new Stop({ message: "'lsp' takes no path", help: "the editor tells which files are open: 'unconfused lsp'" });
  }
  serve(given, host);
  return 0;
}
