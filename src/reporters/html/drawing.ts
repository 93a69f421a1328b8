// The trust map as SVG: callers to the left, resources to the right, and lines between them by verdict. The page draws it again for what a filter leaves.

import { oneEach, type Verdict, type Way, worse } from "../trust-map/way.ts";
import { type Element, element } from "./elements.ts";

/** More lines could not be told apart. */
const MOST_WAYS = 40;

const WIDTH = 960;
const BOX = 330;
const HEIGHT = 46;
const GAP = 12;

const LEGEND: readonly (readonly [verdict: Verdict, words: string])[] = [
  ["finding", "finding"],
  ["unknown", "cannot tell"],
  ["ok", "as it should be"],
];

/** Undefined where there are no grants. `known`: the words below the name of a caller. */
export function drawing(all: readonly Way[], known: (caller: string) => string): Element | undefined {
  const ways = oneEach(all);
  if (ways.length === 0) return undefined;
  const shown = ways.slice(0, MOST_WAYS);
  const callers = boxesOf(shown.map((way) => [way.caller, way] as const));
  const at = new Map(callers.map(({ key }, index) => [key, index]));
  const entered = [...boxesOf(shown.map((way) => [keyOf(way), way] as const))].sort(
    (one, other) => middle(one, at) - middle(other, at),
  );
  const height = tall(Math.max(callers.length, entered.length));
  const left = placed(callers, height);
  const right = placed(entered, height);
  const lines = shown.map((way) => line(way, left.get(way.caller) ?? 0, right.get(keyOf(way)) ?? 0));
  const view = { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-labelledby": "map-title map-description" };
  return element(
    "div",
    { class: "drawing", tabindex: 0, role: "region", "aria-label": "Drawing of who may enter what" },
    element(
      "svg",
      { ...view, width: WIDTH, height },
      element("title", { id: "map-title" }, "Who may enter what"),
      element("desc", { id: "map-description" }, inWords(ways, shown.length)),
      // What is worst is drawn last, above the others.
      [...lines].reverse(),
      callers.map(({ key, worst }) => box(key, known(key), worst, 0, left.get(key) ?? 0)),
      entered.map(({ key, ways: [way], worst }) =>
        box(way?.role.name ?? "", way?.role.file ?? "", worst, WIDTH - BOX, right.get(key) ?? 0),
      ),
    ),
    element("p", { class: "legend", "aria-hidden": "true" }, LEGEND.map(legend)),
    ways.length > shown.length
      ? element(
          "p",
          { class: "remark" },
          `Drawn are ${shown.length} of ${ways.length} ways, those with findings first; the table below has more.`,
        )
      : undefined,
  );
}

interface Box {
  readonly key: string;
  readonly ways: readonly Way[];
  readonly worst: Verdict;
}

function boxesOf(entries: readonly (readonly [key: string, way: Way])[]): readonly Box[] {
  const boxes = new Map<string, Way[]>();
  for (const [key, way] of entries) boxes.set(key, [...(boxes.get(key) ?? []), way]);
  return Array.from(boxes, ([key, ways]) => ({
    key,
    ways,
    worst: ways.map(({ verdict }) => verdict).reduce(worse, "ok"),
  }));
}

function keyOf({ role }: Way): string {
  return JSON.stringify([role.file, role.name]);
}

/** Beside the callers that come to it, so that few lines cross. */
function middle({ ways }: Box, at: ReadonlyMap<string, number>): number {
  return ways.reduce((sum, { caller }) => sum + (at.get(caller) ?? 0), 0) / ways.length;
}

function tall(boxes: number): number {
  return boxes * HEIGHT + (boxes - 1) * GAP;
}

/** The upper edge of each. */
function placed(boxes: readonly Box[], height: number): ReadonlyMap<string, number> {
  const top = (height - tall(boxes.length)) / 2;
  return new Map(boxes.map(({ key }, index) => [key, top + index * (HEIGHT + GAP)]));
}

function line({ caller, role, verdict }: Way, from: number, to: number): Element {
  const [x, end] = [BOX, WIDTH - BOX];
  const [y, target] = [from + HEIGHT / 2, to + HEIGHT / 2];
  const bend = (x + end) / 2;
  const path = element("path", { d: `M${x} ${y}C${bend} ${y} ${bend} ${target} ${end} ${target}` });
  return element("g", { class: `way ${verdict}` }, element("title", {}, `${caller} → ${role.name}`), path);
}

/** An inner `svg` cuts what is longer than the box. */
function box(name: string, below: string, worst: Verdict, x: number, y: number): Element {
  return element(
    "svg",
    { x, y, width: BOX, height: HEIGHT, class: `box ${worst}` },
    element("title", {}, `${name} (${below})`),
    element("rect", { x: 0.5, y: 0.5, width: BOX - 1, height: HEIGHT - 1, rx: 8 }),
    element("rect", { x: 0.5, y: 0.5, width: 5, height: HEIGHT - 1, rx: 2, class: "mark" }),
    element("text", { x: 18, y: 20 }, cut(name, 38)),
    element("text", { x: 18, y: 36, class: "below" }, fromEnd(below, 48)),
  );
}

function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}

/** A long path is cut at its beginning. */
function fromEnd(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `…${characters.slice(1 - longest).join("")}` : text;
}

function legend([verdict, words]: (typeof LEGEND)[number]): Element {
  const sample = element("path", { d: "M0 5H30" });
  return element(
    "span",
    {},
    element("svg", { width: 30, height: 10, viewBox: "0 0 30 10" }, element("g", { class: `way ${verdict}` }, sample)),
    ` ${words}`,
  );
}

function inWords(ways: readonly Way[], drawn: number): string {
  const counts = LEGEND.flatMap(([verdict, words]) => {
    const some = ways.filter((way) => way.verdict === verdict).length;
    return some > 0 ? [`${some} ${words}`] : [];
  });
  return `${ways.length} ways in: ${counts.join(", ")}.${drawn < ways.length ? ` ${drawn} of them are drawn.` : ""} The table below names them.`;
}
