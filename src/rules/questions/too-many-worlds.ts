// What is said of a policy that has more worlds than are looked at: which parameters make them so many.

import type { Doubt } from "../../values/doubt.ts";
import type { Outcomes } from "../../values/worlds.ts";

export const TOO_MUCH: Doubt = { reason: "budget", source: "a policy with more worlds and requests than the limit" };

/** Names of parameters and variables; what else a world is asked about nobody can give. */
const NAME = /^[\w-]+(?:\.[\w-]+)*$/;
const MOST_NAMED = 6;

export function tooManyWorlds({ outcomes }: Outcomes<unknown>): Doubt {
  const answers = new Map<string, Set<string | undefined>>();
  const add = (subject: string, word?: string) => answers.set(subject, (answers.get(subject) ?? new Set()).add(word));
  for (const { parameters, others } of outcomes) {
    for (const [subject, word] of parameters) add(subject, word);
    for (const subject of others) add(subject);
  }
  const names = [...answers].flatMap(([subject, words]) => (words.size > 1 && NAME.test(subject) ? [subject] : []));
  if (names.length === 0) return TOO_MUCH;
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  const source = `the parameters ${names.slice(0, MOST_NAMED).join(", ")}${more}, which make more worlds than are looked at`;
  return { reason: "parameter", source };
}
