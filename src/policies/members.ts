// Parts of what a resource is given, by the way to them.

import type { Resource } from "../readers/reader.ts";
import type { Origin, Value } from "../values/value.ts";
import { NoSuchWorld, type World } from "../values/worlds.ts";

/** `path`: a property, and steps into it with dots between them. What is not known as a whole is not known in its parts. */
export function memberAt(resource: Resource, path: string, world: World): Value {
  const [name = "", ...steps] = path.split(".");
  return steps.reduce(memberOf, resource.property(name, world));
}

export function memberOf(value: Value, step: string): Value {
  const { kind, origin } = value;
  if (kind === "unknown") return value;
  if (kind === "list") return value.items[Number(step)] ?? absent(origin);
  // A block that is the only one of its kind may stand for a list of one.
  if (kind === "map") return step === "0" ? value : (value.entries.get(step)?.value ?? absent(origin));
  return absent(origin);
}

/** In the letters of CloudFormation or of Terraform. */
export function memberCalled(item: Value, name: string): Value {
  const plain = (one: string): string => one.replaceAll("_", "").toLowerCase();
  const names = item.kind === "map" ? [...item.entries.keys()] : [];
  return memberOf(item, names.find((one) => plain(one) === plain(name)) ?? name);
}

/** A property of a resource that is deployed beside another; absent where that is not there. */
export function memberBeside(other: Resource, name: string, resource: Resource, world: World): Value {
  try {
    return other.property(name, other === resource ? world : besideInstance(other, resource, world));
  } catch (thrown) {
    if (thrown instanceof NoSuchWorld) return absent(other.origin);
    throw thrown;
  }
}

function absent(origin: Origin): Value {
  return { kind: "absent", origin };
}

/** Of two blocks with an instance for each of the same keys those belong together that have the same. */
function besideInstance(other: Resource, resource: Resource, world: World): World {
  const keyOf = (subject: string): string | undefined => {
    const kind = ["each.key", "count.index"].find((one) => subject === `${one} of ${other.id}`);
    return kind === undefined ? undefined : (world.known(`${kind} of ${resource.id}`) ?? "");
  };
  return {
    ...world,
    is(subject, word) {
      const key = keyOf(subject);
      return key === undefined ? world.is(subject, word) : key === "" || key === word;
    },
    known(subject) {
      const key = keyOf(subject);
      return key === undefined ? world.known(subject) : key === "" ? undefined : key;
    },
    excluded: (subject) => (keyOf(subject) === undefined ? world.excluded(subject) : new Set()),
  };
}
