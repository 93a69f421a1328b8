// Whether a document is a CloudFormation template: by its version, or by resources with a type of CloudFormation.

import { at, type Document, entry, isObject } from "../../../text/document.ts";
import { isExpandingKey, TRANSFORM } from "./expanding-keys.ts";

export function isTemplate({ value }: Document): boolean {
  if (entry(value, "AWSTemplateFormatVersion") !== undefined) return true;
  const resources = entry(value, "Resources");
  if (!isObject(resources)) return false;
  return (
    entry(value, "Transform") !== undefined ||
    Object.keys(resources).some((id) => {
      const type = at(resources, [id, "Type"]);
      return (
        isExpandingKey(id) ||
        at(resources, [id, TRANSFORM]) !== undefined ||
        (typeof type === "string" && type.includes("::"))
      );
    })
  );
}
