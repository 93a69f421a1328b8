// The report as workflow commands, of which GitHub makes annotations; findings beyond its limits are plain lines of the log.

import { type Annotation, annotationsOf, command } from "./github/annotations.ts";
import { position } from "./position.ts";
import type { Render } from "./render.ts";
import { printable, withoutCommands } from "./screen.ts";
import { summary } from "./text/summary.ts";
import { unknownCauses } from "./text/unknown-causes.ts";

/** Text of inputs is escaped, so that only our own lines are workflow commands. */
export const github: Render = (report, context) => {
  const cannotTell = unknownCauses(report);
  const { shown, rest } = annotationsOf(report, context);
  const doubts = cannotTell.map(
    ({ first, rules }) => `${position(first)}: unknown[${rules.join(", ")}] ${printable(first.message)}`,
  );
  const log = [
    ...(rest.length > 0 ? [`${rest.length} more, for GitHub shows ten annotations of each level:`] : []),
    ...rest.map(inLog),
    ...doubts,
    ...summary(report, cannotTell.length, context),
  ];
  return `${[...shown.map(command), withoutCommands(log.join("\n"))].join("\n")}\n`;
};

function inLog({ title, place: { file, line, column }, lines: [first = ""] }: Annotation): string {
  const where = file === undefined ? [] : [position({ file, ...(line && { line }), ...(column && { column }) })];
  return [...where, `${title} ${first}`].join(": ");
}
