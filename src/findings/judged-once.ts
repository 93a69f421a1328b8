// A trust policy in a file of its own that a resource of the run reads (`file("trust.json")`): judged there, and not for itself as well.

import type { FileResult, PolicyResult } from "./results.ts";

export function judgedOnce(files: readonly FileResult[]): readonly FileResult[] {
  if (!files.some(({ policies }) => policies.some(standsAlone))) return files;
  const carried = new Set(
    files.flatMap(({ policies }) =>
      policies.filter((policy) => !standsAlone(policy)).flatMap((policy) => policy.files),
    ),
  );
  return files.map((file) =>
    carried.has(file.path) ? { ...file, policies: file.policies.filter((policy) => !standsAlone(policy)) } : file,
  );
}

function standsAlone({ resource }: PolicyResult): boolean {
  return resource.format === "iam" && resource.isDeployed !== true;
}
