// A value that a plan tells at the places where the configuration writes it: part by part where both have one shape, else as a whole.

import { parseObject } from "../../../values/embedded.ts";
import { sameText } from "../../../values/equality.ts";
import { jsonText } from "../../../values/json-text.ts";
import { isKnown, type Origin, type Value } from "../../../values/value.ts";
import { isNull } from "../expressions/evaluation.ts";

/** All of it at one place. */
export function placedAt(value: Value, origin: Origin): Value {
  switch (value.kind) {
    case "text":
      return {
        ...value,
        origin,
        parts: value.parts.map((part) =>
          isKnown(part) ? { text: part.text, ...(part.from && { from: part.from }) } : part,
        ),
      };
    case "list":
      return { ...value, origin, items: value.items.map((item) => placedAt(item, origin)) };
    case "map": {
      const entries = Array.from(value.entries, ([name, each]) => {
        return [name, { key: origin, value: placedAt(each.value, origin) }] as const;
      });
      return { ...value, origin, entries: new Map(entries) };
    }
    default:
      return { ...value, origin };
  }
}

/** False only where the written value cannot be the planned one: it was changed since, or deployment normalises it. */
export function mayBe(planned: Value, written: Value): boolean {
  return agree(opened(planned), opened(written));
}

/** `written` where all of it is known; what is not is as planned. */
export function placedAsWritten(planned: Value, written: Value): Value {
  const [plan, configuration] = [opened(planned), opened(written)];
  if (isSettled(configuration)) return written;
  const value = merged(plan, configuration);
  return planned.kind === "text" && value.kind !== "text" ? jsonText(value, written.origin) : value;
}

/** The object that a text is, if it is one. */
function opened(value: Value): Value {
  const inside = value.kind === "text" ? parseObject(value) : value;
  return inside.kind === "unknown" ? value : inside;
}

function agree(planned: Value, written: Value): boolean {
  if (written.kind === "unknown") return true;
  if (isNull(planned) || isNull(written)) return (isNull(planned) && isNull(written)) || hasHole(written);
  if (planned.kind === "map" && written.kind === "map") {
    const names = new Set([...planned.entries.keys(), ...written.entries.keys()]);
    return [...names].every((name) => {
      const [one, other] = [planned, written].map(({ entries }) => entries.get(name)?.value);
      if (one !== undefined && other !== undefined) return agree(one, other);
      return [one, other].every((each) => each === undefined || isNull(each));
    });
  }
  if (planned.kind === "text" && written.kind === "text") return sameText(planned, written) !== false;
  if (planned.kind === "map" || written.kind === "map") return hasHole(written) && written.kind === "text";
  // The provider writes one word for a list of one, and puts lists in an order of its own.
  const [all, others] = [itemsOf(planned), itemsOf(written)];
  return (
    all.every((item) => others.some((other) => agree(item, other))) &&
    others.every((other) => hasHole(other) || all.some((item) => agree(item, other)))
  );
}

function merged(planned: Value, written: Value): Value {
  if (isSettled(written)) return written;
  if (planned.kind === "map" && written.kind === "map") {
    const entries = Array.from(planned.entries, ([name, { value }]) => {
      const there = written.entries.get(name);
      return there === undefined
        ? ([name, { key: written.origin, value: placedAt(value, written.origin) }] as const)
        : ([name, { key: there.key, value: merged(value, there.value) }] as const);
    });
    return { ...planned, origin: written.origin, entries: new Map(entries) };
  }
  if (planned.kind === "list" && written.kind === "list") {
    const left = [...written.items];
    const items = planned.items.map((item) => {
      const index = left.findIndex((other) => agree(item, other));
      const [found] = index < 0 ? [] : left.splice(index, 1);
      return found === undefined ? placedAt(item, written.origin) : merged(item, found);
    });
    return { ...planned, origin: written.origin, items };
  }
  const [only, ...others] = written.kind === "list" && planned.kind !== "list" ? written.items : [];
  if (only !== undefined && others.length === 0) return merged(planned, only);
  if (planned.kind === "list" && planned.items.length === 1) {
    const [item = planned] = planned.items;
    return merged(item, written);
  }
  return placedAt(planned, written.origin);
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [value];
}

/** The symbol of the own account is kept, because it says more than the number. */
const OWN = new Set(["own-account", "partition"]);

/** Whether a plan knows nothing better in it. */
function isSettled(value: Value): boolean {
  switch (value.kind) {
    case "text":
      return value.parts.every((part) => isKnown(part) || OWN.has(part.hole.sort ?? ""));
    case "list":
      return value.items.every(isSettled);
    case "map":
      return [...value.entries.values()].every((each) => isSettled(each.value));
    case "absent":
      return true;
    case "unknown":
      return false;
  }
}

function hasHole(value: Value): boolean {
  switch (value.kind) {
    case "text":
      return value.parts.some((part) => !isKnown(part));
    case "list":
      return value.items.some(hasHole);
    case "map":
      return [...value.entries.values()].some((each) => hasHole(each.value));
    case "absent":
      return false;
    case "unknown":
      return true;
  }
}
