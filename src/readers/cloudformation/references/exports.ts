// Values that other stacks of the run export: known where the template that exports them is.

import type { Origin, Value } from "../../../values/value.ts";
import type { StackExport } from "../../reader.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { asSeenFromOtherAccount, readTemplate, type Template } from "../model/template.ts";
import { outputValue } from "./outputs.ts";
import { entryOf } from "./sections.ts";

const exportersTo = new WeakMap<Template, Map<string, Template | undefined>>();

/** Undefined where it is unknown which output it is, or its template is not in the run. */
export function exportedValue(name: string, origin: Origin, evaluation: Evaluation): Value | undefined {
  const exported = evaluation.template.deployment.exporting?.(name);
  const exporter = exported && exporterOf(exported, evaluation.template);
  if (exported === undefined || exporter === undefined || exporter.rewriter !== undefined) return undefined;
  const { parent: _, ...rest } = evaluation;
  const template = evaluation.template.isInOtherAccount ? asSeenFromOtherAccount(exporter) : exporter;
  const inner: Evaluation = { ...rest, template, conditionOutcomes: new Map(), certainOutcomes: new Map() };
  const output = entryOf("Outputs", exported.output, inner);
  return output && outputValue(output, origin, inner);
}

/** A stack of its own in the same account, which shares no parameter with this one. */
function exporterOf({ stack, file }: StackExport, importer: Template): Template | undefined {
  const known = exportersTo.get(importer) ?? new Map<string, Template | undefined>();
  exportersTo.set(importer, known);
  if (!known.has(file)) {
    const { deployment, readLocal, templateCount } = importer;
    const document = readLocal(file, importer.document);
    const isRead = document !== undefined && !(document instanceof Error);
    // No resource, which a scope may also be named after, has a colon in its name.
    const idPrefix = `${stack}:`;
    known.set(file, isRead ? readTemplate({ document, deployment, readLocal, templateCount, idPrefix }) : undefined);
  }
  return known.get(file);
}
