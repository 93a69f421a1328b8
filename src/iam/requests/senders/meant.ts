// Whom a principal means that is of no account: the service that it names, or whoever has a token or an assertion of the provider.

import type { Caller } from "../../evaluation/caller.ts";
import type { Document } from "../../language/document.ts";
import type { Element } from "../../language/principal.ts";
import { OWN_ACCOUNT } from "../../patterns/hole.ts";
import { hasHole } from "../../patterns/words.ts";
import { possibleClaims, tokenOfProvider } from "./tokens.ts";

const OF_NO_ACCOUNT = { resource: "", freshName: true, named: false } as const;

/** With whatever they may send; undefined where deployment decides who that is, or it is of an account. */
export function meantBy(element: Element | undefined, { words }: Document): Caller | undefined {
  if (element === undefined || !("name" in element) || hasHole(element.name)) return undefined;
  const { kind, name } = element;
  if (kind === "service")
    return { ...OF_NO_ACCOUNT, kind: "service", arn: name, account: words.token(OWN_ACCOUNT), own: true };
  if (kind !== "federated") return undefined;
  const token = tokenOfProvider(name);
  const languages = possibleClaims(token);
  return { ...OF_NO_ACCOUNT, kind: "token", arn: name, account: "", own: false, token, languages };
}
