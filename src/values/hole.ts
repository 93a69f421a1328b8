// Holes made: from a reason and a source, and from other holes whose value a function takes apart or puts together.

import { hex } from "../text/digests/blocks.ts";
import { sha256 } from "../text/digests/sha256.ts";
import type { Reason } from "./doubt.ts";
import {
  type Hole,
  isKnown,
  type OpenEntries,
  type Origin,
  originKey,
  type Text,
  type Unknown,
  type Value,
} from "./value.ts";
import type { World } from "./worlds.ts";

/** `source` is for people ("parameter VendorAccount"); the name is the id unless `more` says otherwise. */
export function hole(id: string, reason: Reason, source: string, more: Partial<Hole> = {}): Hole {
  const known = id.length > LONGEST_ID ? `digest ${hex(sha256(id))}` : id;
  return { id: known, name: known, reason, source, admits: anything, ...more };
}

/** What is made of holes again and again would have a name without end. */
const LONGEST_ID = 2000;

// Holes are compared by the functions that they have: where they do the same they are the same.
const anything = (): boolean => true;
const isUniqueId = (word: string): boolean => /^A(?:ROA|IDA)[A-Z\d]{12,}$/.test(word);

/** The unique id of a role or user that is ours: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function uniqueIdOf(address: string, more: Partial<Hole>): Hole {
  const source = `the unique id of ${address}`;
  return hole(source, "known-after-apply", source, {
    sort: "unique-id",
    alphabet: /[A-Z\d]/,
    admits: isUniqueId,
    ...more,
  });
}

const hasNoWildcard = (word: string): boolean => !/[*?]/.test(word);

/** AWS gives no resource an id or ARN with a wildcard in it. */
export const IDENTIFIER: Pick<Hole, "alphabet" | "admits"> = { alphabet: /[^*?]/, admits: hasNoWildcard };

const isOfBucket = (word: string): boolean => /^arn:[^:]*:s3:::./.test(word) && hasNoWildcard(word);
const isOfNoBucket = (word: string): boolean => !isOfBucket(word) && hasNoWildcard(word);

/** The ARN of an S3 bucket, which tells nobody's account; and what identifies anything else. */
export const BUCKET_ARN: Pick<Hole, "alphabet" | "admits"> = { alphabet: /[^*?]/, admits: isOfBucket };
export const NO_BUCKET: Pick<Hole, "alphabet" | "admits"> = { alphabet: /[^*?]/, admits: isOfNoBucket };

const isAccountId = (word: string): boolean => /^\d{12}$/.test(word);
const isOrganizationId = (word: string): boolean => /^o-[a-z\d]{10,32}$/.test(word);

/** Of twelve digits. */
export const ACCOUNT_ID: Pick<Hole, "alphabet" | "admits"> = { alphabet: /\d/, admits: isAccountId };

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html: no wildcard, where a pattern begins with it. */
export const ORGANIZATION_ID: Pick<Hole, "alphabet" | "admits"> = { alphabet: /[a-z\d-]/, admits: isOrganizationId };

/** What a function makes of a hole: decided by the same thing, for the same reason, but any word may come out. */
export function derivedHole(from: Hole, id: string, many = false): Hole {
  const { name, reason, source, owner, hiddenDefault } = from;
  const kept = { ...(owner && { owner }), ...(hiddenDefault && { hiddenDefault: () => false }) };
  return hole(id, reason, source, { name, many, ...kept });
}

/** One element of a list that deployment decides. */
export function elementHole(list: Hole, id: string): Hole {
  return { ...list, id, many: false };
}

/** What the world has excluded it does not admit; of lists that is said as a whole, of no element. */
export function openIn(world: World, subject: Hole): Hole {
  const excluded = world.excluded(subject.id);
  if (subject.many || excluded.size === 0) return subject;
  return { ...subject, admits: admittingLess(subject.admits, [...excluded]) };
}

const lesser = new WeakMap<Hole["admits"], Map<string, Hole["admits"]>>();

function admittingLess(admits: Hole["admits"], excluded: readonly string[]): Hole["admits"] {
  const known = lesser.get(admits) ?? new Map<string, Hole["admits"]>();
  lesser.set(admits, known);
  const key = JSON.stringify(excluded);
  const found = known.get(key) ?? ((word: string) => !excluded.includes(word) && admits(word));
  known.set(key, found);
  return found;
}

/** The hole as a value: a text, or if it is a list of values something of any shape. */
export function valueOfHole(hole: Hole, origin: Origin): Text | Unknown {
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

/** The value with something else known of its holes. */
export function withHoles(value: Value, change: (hole: Hole) => Hole): Value {
  switch (value.kind) {
    case "text":
      return { ...value, parts: value.parts.map((part) => (isKnown(part) ? part : { hole: change(part.hole) })) };
    case "list":
      return { ...value, items: value.items.map((item) => withHoles(item, change)) };
    case "map": {
      const changed = Array.from(value.entries, ([name, entry]) => {
        return [name, { ...entry, value: withHoles(entry.value, change) }] as const;
      });
      return { ...value, entries: new Map(changed) };
    }
    case "unknown":
      return { ...value, why: change(value.why), ...(value.entries && { entries: changedIn(value.entries, change) }) };
    case "absent":
      return value;
  }
}

function changedIn(entries: OpenEntries, change: (hole: Hole) => Hole): OpenEntries {
  return entries.map(([key, value]) => [withHoles(key, change), withHoles(value, change)]);
}
