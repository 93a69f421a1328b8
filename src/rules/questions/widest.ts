// Which request to show where several worlds let one in: the one that gets through in most of them.

import type { Document } from "../../iam/language/document.ts";
import type { Word, Words } from "../../iam/patterns/words.ts";
import type { Outcome } from "../../values/worlds.ts";
import type { Hit } from "./policy-check.ts";

export interface WidestHit {
  readonly hit: Hit;
  /** The worlds in which its request gets through for certain. */
  readonly worlds: readonly Outcome<Document>[];
}

/** `hits`: `first` and others of its question and caller, in whatever worlds. Of equally wide ones the first. */
export function widestHit(first: Hit, hits: readonly Hit[]): WidestHit {
  if (hits.length === 1) return { hit: first, worlds: [first.world] };
  const texts = hits.map((hit) => ({ hit, text: requestText(hit, hit.world) }));
  const distinct = new Map(texts.toReversed().map(({ hit, text }) => [text, hit]));
  let best: WidestHit = { hit: first, worlds: [] };
  for (const hit of [...distinct.values()].reverse()) {
    const worlds = texts.filter(({ hit: { world }, text }) => requestText(hit, world) === text);
    if (worlds.length > best.worlds.length) best = { hit, worlds: worlds.map((one) => one.hit.world) };
  }
  return best;
}

/** Equal for equal requests; a deploy-time value that the world knows stands as itself. */
function requestText({ trial, document: { words } }: Hit, { parameters }: Outcome<Document>): string {
  const { caller, action, context } = trial;
  const inWorld = (word: Word): string => textInWorld(word, words, parameters);
  const sent = [...context].filter(([, { values }]) => values.length > 0);
  return JSON.stringify([
    [caller.uniqueId ?? inWorld(caller.arn), inWorld(caller.session ?? ""), action],
    sent.map(([key, { values }]) => [key, ...values.map(inWorld)]).sort(),
  ]);
}

function textInWorld(word: Word, words: Words, parameters: ReadonlyMap<string, string>): string {
  return [...word]
    .map((char) => {
      const hole = words.hole(char);
      return hole === undefined ? char : (parameters.get(hole.id) ?? words.show(char));
    })
    .join("");
}
