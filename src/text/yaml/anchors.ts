// The targets of aliases: cycles, and aliases that multiply to huge documents, are refused.

import type { Alias } from "yaml";
import { Problem } from "../problem.ts";
import type { Source } from "../source.ts";
import { heightOf, type Target } from "./node.ts";
import { DEPTH, tooDeep } from "./stream.ts";

const ALIASES = 100;
const NODES = 1_000_000;

/** The anchors of one document, while a walk goes through its nodes in the order of the text. */
export interface Anchors {
  /** The walk enters a node; to be called back when all below it has been walked. */
  enter(name: string | undefined): (target: Target) => void;
  /** What the alias repeats; `level` maps and lists stand around it. Throws a Problem. */
  repeated(alias: Alias.Parsed, level: number): Target;
}

interface Anchor {
  /** Undefined while the walk is still inside. */
  target?: Target;
  /** Nodes within, aliases followed. */
  size: number;
}

export function collectAnchors(source: Source): Anchors {
  const anchors = new Map<string, Anchor>();
  let nodes = 0;
  let aliases = 0;
  return {
    enter(name) {
      const anchor: Anchor = { size: 0 };
      if (name !== undefined) anchors.set(name, anchor);
      const before = nodes;
      nodes += 1;
      return (target) => Object.assign(anchor, { target, size: nodes - before });
    },
    repeated(alias, level) {
      const [offset] = alias.range;
      const refuse = (message: string, help: string) => new Problem(message, help, source.position(offset));
      const anchor = anchors.get(alias.source);
      if (anchor === undefined) {
        const help = "write &name before the value that *name is to repeat, or quote the text";
        throw refuse("an alias, and no anchor of its name above it", help);
      }
      if (anchor.target === undefined) {
        throw refuse("an alias within the value that it repeats", "such a value never ends; write out what is meant");
      }
      aliases += 1;
      nodes += anchor.size;
      if (aliases > ALIASES || nodes > NODES) {
        throw refuse(
          `more than ${ALIASES} aliases, or ${NODES} values behind them`,
          "write the values out, or split the file",
        );
      }
      if (level + heightOf(anchor.target) > DEPTH) throw tooDeep(source, offset);
      return anchor.target;
    },
  };
}
