import { join } from "node:path";
import { folderOf, ROOT, run } from "./run.ts";

/** A new project with these files, and the package installed from its tarball. Offline: the package brings everything that it needs. */
export function projectWithPackage(files: Readonly<Record<string, string>> = {}): string {
  const project = folderOf({ "package.json": '{ "private": true }', ...files });
  const packed = run("npm", ["pack", "--silent", "--pack-destination", project], { cwd: ROOT });
  const tarball = join(project, packed.stdout.trim());
  const { status, stderr } = run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: project });
  if (status !== 0) throw new Error(stderr);
  return project;
}
