// Holes made: from a reason and a source, and from other holes whose value a function takes apart or puts together.

import { type Hole, type Origin, originKey, type Reason, type Text, type Unknown } from "./value.ts";
import type { World } from "./worlds.ts";

/** `source` is for people ("parameter VendorAccount"); the name is the id unless `more` says otherwise. */
export function hole(id: string, reason: Reason, source: string, more: Partial<Hole> = {}): Hole {
  return { id, name: id, reason, source, admits: () => true, ...more };
}

/** What a function makes of a hole: decided by the same thing, for the same reason, but any word may come out. */
export function derived(from: Hole, id: string, many = false): Hole {
  const { name, reason, source, owner } = from;
  return hole(id, reason, source, { name, many, ...(owner && { owner }) });
}

/** One element of a list that deployment decides. */
export function element(list: Hole, id: string): Hole {
  return { ...list, id, many: false };
}

/** What the world has excluded it does not admit; of lists that is said as a whole, of no element. */
export function openIn(world: World, subject: Hole): Hole {
  if (subject.many) return subject;
  return { ...subject, admits: (word) => !world.excluded(subject.id).has(word) && subject.admits(word) };
}

/** The hole as a value: a text, or if it is a list of values something of any shape. */
export function undecided(hole: Hole, origin: Origin): Text | Unknown {
  return hole.many ? unknown(hole, origin) : { kind: "text", parts: [{ hole }], type: "string", origin };
}

/** Anything at all, of any shape. */
export function unknown(why: Hole, origin: Origin): Unknown {
  return { kind: "unknown", why, origin };
}

/** What was not worked out at a place: equal to nothing that was not worked out elsewhere. */
export function unknownHere(name: string, reason: Reason, source: string, origin: Origin): Unknown {
  return unknown(hole(`${name} at ${originKey(origin)}`, reason, source, { name }), origin);
}
