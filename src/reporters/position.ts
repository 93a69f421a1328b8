// A place as `file:line:column`, which editors and terminals make a link.

import type { Place } from "../findings/report.ts";
import { printable } from "./screen.ts";

/** "infra/vendor.yaml:12:29", as far as it is known; "." is the folder that names count from. */
export function position({
  file,
  line,
  column,
}: Pick<Place, "file"> & Partial<Pick<Place, "line" | "column">>): string {
  return [printable(file === "" ? "." : file), line, column].filter((part) => part !== undefined).join(":");
}
