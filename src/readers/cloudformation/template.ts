// A template's sections, read one entry at a time and late.

import { at, type Document, isObject } from "../../text/document.ts";
import type { Deployment } from "../reader.ts";
import { type Parameter, readParameter } from "./parameter.ts";
import { rewriterOf } from "./rewriters.ts";

export interface Template {
  readonly document: Document;
  readonly deployment: Deployment;
  /** What rewrites the template before CloudFormation reads it: "macro Replace", "org-formation". */
  readonly rewriter: string | undefined;
  parameter(name: string): Parameter | undefined;
}

export function readTemplate(document: Document, deployment: Deployment): Template {
  const parameters = new Map<string, Parameter | undefined>();
  return {
    document,
    deployment,
    rewriter: rewriterOf(document.value),
    parameter(name) {
      if (!parameters.has(name)) {
        const declaration = at(document.value, ["Parameters", name]);
        parameters.set(name, isObject(declaration) ? readParameter(name, declaration) : undefined);
      }
      return parameters.get(name);
    },
  };
}
