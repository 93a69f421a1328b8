// The parameters and variables that an input declares, by name.

import { at, type Document, isObject, type Path } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";

/** CloudFormation; Terraform in JSON; a plan. */
const SECTIONS: readonly Path[] = [["Parameters"], ["variable"], ["variables"]];

export function declaredIn(document: Document): readonly string[] {
  if (isHcl(document)) {
    const variables = document.file.body.blocks.filter(({ type }) => type === "variable");
    return variables.flatMap(({ labels }) => labels.slice(0, 1));
  }
  const sections = SECTIONS.map((path) => at(document.value, path));
  return sections.flatMap((section) => (isObject(section) ? Object.keys(section) : []));
}
