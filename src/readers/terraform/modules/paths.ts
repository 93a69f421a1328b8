// The folders that paths in a configuration begin in.

import { posix } from "../../../text/posix.ts";
import type { Module } from "../model/module.ts";

const ELSEWHERE = /^(?:[A-Za-z]:|\/|\\|~)/;

/** `path.module`: from the root module's folder, where Terraform runs. */
export function relativeFolder({ folder, root }: Module): string {
  const relative = posix.relative(root, folder);
  return relative === "" ? "." : relative;
}

/** As reports name the file that a configuration names; undefined for one outside, by an absolute path. */
export function located(path: string, { root }: Module): string | undefined {
  return path === "" || ELSEWHERE.test(path) ? undefined : posix.join(root, path);
}
