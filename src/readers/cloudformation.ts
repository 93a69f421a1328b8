// Reads CloudFormation and SAM templates: their resources, and those of the templates that they deploy, evaluated in a world when asked for.

import type { Document } from "../text/document.ts";
import { localFiles } from "./cloudformation/model/local-files.ts";
import { isTemplate } from "./cloudformation/model/recognise.ts";
import { hasResourceInFile, templatesIn } from "./cloudformation/model/serverless-framework.ts";
import { readTemplate } from "./cloudformation/model/template.ts";
import { readingOf } from "./cloudformation/nesting/reading.ts";
import { readStacks } from "./cloudformation/nesting/stacks.ts";
import { isDeployed } from "./cloudformation/resources/properties.ts";
import type { Deployment, Reader, ReadFile, Reading } from "./reader.ts";

export const cloudformation: Reader = { format: "cloudformation", recognises, read };

function recognises(document: Document): boolean {
  return templatesIn(document).some((each) => isTemplate(each) || (each !== document && hasResourceInFile(each)));
}

function read(document: Document, deployment: Deployment, readFile: ReadFile): Reading {
  const run = { deployment, readLocal: localFiles(readFile), templateCount: { size: 0 } };
  const written = templatesIn(document).map((each) => readTemplate({ ...run, document: each }));
  // What nothing deploys in any world is judged for itself, if it is a file of the run.
  const deployed = written.flatMap(readStacks).filter(({ template }) => isDeployed(template));
  return readingOf(document, written, deployed);
}
