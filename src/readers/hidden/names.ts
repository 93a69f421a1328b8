// Names of which the values are secrets.

import type { Range } from "../../text/source.ts";

export interface Hidden extends Range {
  /** The input calls it secret: it is not shown where a finding points at it either. */
  readonly declared: boolean;
}

/** A name whose value is a secret in most inputs: a provider's credentials, the password of a database. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

const SECRET =
  /pass(?:word|wd|phrase)|secret|token|credential|(?:private|access|api|auth|signing|encryption)[-_ ]?key/i;

/** Wherever a text has such a name: a blank of it may be the end of a line. */
export const SECRET_TEXT =
  /pass(?:word|wd|phrase)|secret|token|credential|(?:private|access|api|auth|signing|encryption)[-_\s]*key/i;
