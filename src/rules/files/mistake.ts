// A mistake in a rule file that its schema cannot see: what is wrong, where, and what to do about it.

import type { Path } from "../../text/document.ts";

export interface Mistake {
  readonly message: string;
  readonly help: string;
  readonly path: Path;
  /** The key is what is wrong, and not its value. */
  readonly what?: "key";
}
