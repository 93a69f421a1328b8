// Whether a resource that deploys another template or module exists in any world; worked out once for each.

import { isInSomeWorld } from "../../values/worlds.ts";
import type { Reading } from "../reader.ts";

type Resources = Pick<Reading, "resources">;

const known = new WeakMap<Resources, boolean>();

/** What is made in no world is not deployed; it is judged for itself, if it is a file of the run. */
export function existsInSomeWorld(reading: Resources): boolean {
  const found = known.get(reading) ?? isMadeInSomeWorld(reading);
  known.set(reading, found);
  return found;
}

function isMadeInSomeWorld({ resources }: Resources): boolean {
  try {
    return resources.length === 0 || resources.some(({ property }) => isInSomeWorld((world) => property("", world)));
  } catch {
    // The error comes again, and is told, where the resource is judged.
    return true;
  }
}
