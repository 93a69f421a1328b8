// Reads Terraform configuration in HCL; syntax errors are reported beside what could be read.

import type { Document } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import type { Deployment, FilesIn, Reader, ReadFile, Reading } from "./reader.ts";
import { mislabelled } from "./terraform/model/hcl-declarations.ts";
import { readConfiguration } from "./terraform/modules/reading.ts";

export const hcl: Reader = { format: "hcl", recognises: isHcl, read };

function read(document: Document, deployment: Deployment, readFile: ReadFile, filesIn: FilesIn = () => []): Reading {
  const problems = isHcl(document) ? [...document.file.problems, ...mislabelled(document)] : [];
  return readConfiguration(document, deployment, readFile, filesIn, problems);
}
