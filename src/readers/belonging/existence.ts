// Whether a resource that deploys another template or module exists in any world; worked out once for each.

import { isInSomeWorld } from "../../values/worlds.ts";
import type { Reading } from "../reader.ts";

type Resources = Pick<Reading, "resources">;

const known = new WeakMap<Resources, boolean>();

/** A template or module that is deployed in no world is judged on its own, if it is a file of the run. */
export function existsInSomeWorld(reading: Resources): boolean {
  const found = known.get(reading) ?? isMadeInSomeWorld(reading);
  known.set(reading, found);
  return found;
}

function isMadeInSomeWorld({ resources }: Resources): boolean {
  try {
    return resources.length === 0 || resources.some(({ property }) => isInSomeWorld((world) => property("", world)));
  } catch {
    // The same error is reported where the resource is judged.
    return true;
  }
}
