// The progress of a run: shown at a terminal once it takes long, and the time of each stage for `--debug`.

import type { Host } from "../host.ts";

export interface Progress {
  /** Enters a stage, or goes on in it; `count`: of files, where they are counted. */
  readonly at: (stage: Stage, done?: number, all?: number) => void;
  /** Removes the progress line. To be called before something else is written to the terminal. */
  clear(): void;
  /** The time of each stage, for people. */
  times(): string;
}

const WORDS = {
  configuration: "reading the configuration",
  files: "finding the files",
  reading: "reading the files",
  judging: "judging the policies",
  findings: "putting the findings together",
  before: "judging what was there before",
  passes: "finding what denies",
  fixes: "finding fixes",
  report: "writing the report",
};

export type Stage = keyof typeof WORDS;

/** In milliseconds: shorter runs show no progress, and faster changes could not be read. */
const DELAY = 1000;
const REFRESH = 100;

export function progressOf(host: Host, isQuiet: boolean): Progress {
  const started = host.milliseconds();
  const mayShow = !isQuiet && host.terminal.stderr && host.env.TERM !== "dumb";
  const spent = new Map<Stage, number>();
  let current: Stage = "configuration";
  let since = started;
  let shown: number | undefined;

  const settle = (now: number) => {
    spent.set(current, (spent.get(current) ?? 0) + now - since);
    since = now;
  };
  const clear = () => {
    if (shown !== undefined) host.write("stderr", "\r\u001b[2K");
    shown = undefined;
  };
  return {
    clear,
    at(stage, done, all) {
      const now = host.milliseconds();
      if (stage !== current) settle(now);
      current = stage;
      if (!mayShow || now - started < DELAY || (shown !== undefined && now - shown < REFRESH)) return;
      clear();
      host.write("stderr", `${WORDS[stage]}${counted(done, all)} …`);
      shown = now;
    },
    times() {
      settle(host.milliseconds());
      const stages = Array.from(spent, ([stage, time]) => `${WORDS[stage]} ${Math.round(time)} ms`);
      return `time: ${stages.join(", ")}`;
    },
  };
}

function counted(done: number | undefined, all: number | undefined): string {
  if (done === undefined) return "";
  const number = done.toLocaleString("en");
  return all === undefined ? ` (${number})` : ` (${number} of ${all.toLocaleString("en")})`;
}
