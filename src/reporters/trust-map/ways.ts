// The trust map: callers, resources, and the worst verdict between each two.

import type { Caller, Grant, Report } from "../../findings/report.ts";
import { callerInWords } from "../witness.ts";
import { oneEach, type Role, type Way } from "./way.ts";

/** One way a caller and what they may enter, the worst first. */
export function waysIn({ grants }: Pick<Report, "grants">): readonly Way[] {
  return oneEach(grants.flatMap(waysOf));
}

/** Of a grant that lets in others as well, what is wrong concerns those. */
export function waysOf(grant: Pick<Grant, "callers" | "file" | "resource" | "verdict">): readonly Way[] {
  const role = entered(grant);
  const some = grant.callers.some((caller) => !isOurs(caller));
  return grant.callers.map((caller) => ({
    caller: callerInWords(caller),
    role,
    verdict: some && isOurs(caller) ? "ok" : grant.verdict,
  }));
}

function isOurs({ class: kind }: Caller): boolean {
  return kind === "own" || kind === "organization";
}

/** As people read it. */
export function entered({ file, resource }: Pick<Grant, "file" | "resource">): Role {
  return { file, name: resource.path ?? resource.id };
}
