// The Markdown of rule files as text for a terminal: wrapped paragraphs, bold, code and lists.

import { displayWidth, type Paint } from "./screen.ts";

export interface Page {
  /** In columns. */
  readonly width: number;
  readonly paint: Paint;
}

const FENCE = /^```/;
const ITEM = /^(?:[-*]|\d+\.) /;

/** Blocks with an empty line between them; code stands as it is, four columns in. */
export function markdownForScreen(markdown: string, page: Page): string {
  return blocksOf(markdown)
    .map((block) => (FENCE.test(block) ? code(block) : paragraph(block, page)))
    .join("\n\n");
}

/** One line without marks, for a sentence that stands in another text. */
export function plain(markdown: string): string {
  return piecesOf(markdown.replace(/\s+/g, " "))
    .map(({ text }) => text)
    .join("");
}

function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let fenced = false;
  let block: string[] = [];
  const close = () => {
    if (block.length > 0) blocks.push(block.join("\n"));
    block = [];
  };
  for (const line of markdown.trim().split("\n")) {
    if (FENCE.test(line)) {
      if (!fenced) close();
      block.push(line);
      if (fenced) close();
      fenced = !fenced;
    } else if (line.trim() === "" && !fenced) close();
    else block.push(line);
  }
  close();
  return blocks;
}

function code(block: string): string {
  return indented(
    block
      .split("\n")
      .filter((line) => !FENCE.test(line))
      .join("\n"),
  );
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}

/** A heading, a list, or text. */
function paragraph(block: string, page: Page): string {
  const heading = /^#+ (.*)$/.exec(block)?.[1];
  if (heading !== undefined) return page.paint(plain(heading), "bold");
  const items = block.split(/\n(?=(?:[-*]|\d+\.) )/);
  return items
    .map((item) => {
      const [mark = ""] = ITEM.exec(item) ?? [];
      const lead = mark.length > 0 ? `  ${mark.replace("*", "-")}` : "";
      return wrapped(item.slice(mark.length), lead, page);
    })
    .join("\n");
}

interface Piece {
  readonly text: string;
  readonly style?: "bold" | "cyan";
}

const MARKED = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g;

function piecesOf(markdown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: all, 1: inCode, 2: bold, 3: label, 4: address, index } of markdown.matchAll(MARKED)) {
    pieces.push({ text: markdown.slice(end, index) });
    if (inCode !== undefined) pieces.push({ text: asCode(inCode), style: "cyan" });
    else if (bold !== undefined) pieces.push({ text: bold, style: "bold" });
    else pieces.push({ text: `${label} (${address})` });
    end = index + all.length;
  }
  return [...pieces, { text: markdown.slice(end) }];
}

/** Code that is only signs is hard to see without its backquotes. */
function asCode(text: string): string {
  // The first pattern nearly always decides, and V8 takes long to compile the second.
  return /[0-9A-Za-z"]/.test(text) || /[\p{L}\p{N}]/u.test(text) ? text : `"${text}"`;
}

/** A line ends between words, and not within code that fits on one. */
function wrapped(text: string, lead: string, { width, paint }: Page): string {
  const lines: string[] = [];
  let line = lead;
  let length = displayWidth(lead);
  for (const word of wordsOf(text.replace(/\s+/g, " ").trim(), width - length)) {
    const room = displayWidth(word.map((piece) => piece.text).join(""));
    const isFirst = length === displayWidth(lead);
    if (!isFirst && length + 1 + room > width) {
      lines.push(line);
      line = " ".repeat(displayWidth(lead));
      length = displayWidth(lead);
    } else if (!isFirst) {
      line += " ";
      length += 1;
    }
    line += word.map(({ text: part, style }) => (style === undefined ? part : paint(part, style))).join("");
    length += room;
  }
  return [...lines, line].join("\n");
}

/** The text between two spaces, which may have several styles. */
function wordsOf(markdown: string, width: number): readonly (readonly Piece[])[] {
  const words: Piece[][] = [[]];
  for (const { text, style } of piecesOf(markdown)) {
    const parts = style === "cyan" && displayWidth(text) <= width ? [text] : text.split(" ");
    for (const [index, part] of parts.entries()) {
      if (index > 0) words.push([]);
      if (part !== "") words.at(-1)?.push({ text: part, ...(style && { style }) });
    }
  }
  return words.filter((word) => word.length > 0);
}
