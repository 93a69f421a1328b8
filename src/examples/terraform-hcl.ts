// Policies as Terraform configuration in HCL: the forms of the JSON syntax, written as blocks.

import type { JsonObject } from "../text/document.ts";
import type { Form, Location } from "./form.ts";
import { inHcl } from "./hcl-text.ts";
import { terraformDocument } from "./terraform-document.ts";
import { terraformJsonencode } from "./terraform-jsonencode.ts";

export const hclJsonencode = written("HCL (jsonencode)", terraformJsonencode);
export const hclDocument = written("HCL (aws_iam_policy_document)", terraformDocument);

const FILE = "example.tf";

function written(name: string, { write }: Form): Form {
  return {
    name,
    write(policy, parameters, carried) {
      const json = write(policy, parameters, carried);
      if ("reason" in json) return json;
      const configuration: JsonObject = JSON.parse(json.files[0]?.content ?? "{}");
      const { text, place } = inHcl(configuration);
      return {
        files: [{ path: FILE, content: text }],
        path: FILE,
        locations: (part) =>
          json.locations(part).flatMap(({ path, what }): Location[] => {
            const range = place(path, what);
            return range === undefined ? [] : [{ path: [], what: range }];
          }),
      };
    },
  };
}
