// The artifacts in a manifest: the properties that all versions of its schema share.

import { entry, isObject, type Json, type Path } from "../../../text/document.ts";

export const STACK = "aws:cloudformation:stack";

export interface Artifact {
  readonly id: string;
  readonly type: string;
  readonly body: Json;
  /** In the manifest. */
  readonly path: Path;
}

export function artifactsOf(manifest: Json): readonly Artifact[] {
  const artifacts = entry(manifest, "artifacts");
  if (!isObject(artifacts)) return [];
  return Object.keys(artifacts).flatMap((id) => {
    const body = entry(artifacts, id);
    const type = entry(body, "type");
    return body === undefined || typeof type !== "string" ? [] : [{ id, type, body, path: ["artifacts", id] }];
  });
}
