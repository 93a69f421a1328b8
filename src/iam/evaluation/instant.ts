// Points in time as IAM's date operators write them.

const ISO_8601 = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Seconds since 1970 of an ISO 8601 date or an epoch number; undefined: neither, or a day or hour that there is not. */
export function instant(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const match = ISO_8601.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((field) => Number(field ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  // A field beyond its range moves those before it.
  if (instantText(at) !== `${text.slice(0, 10)}T${[hour, minute, second].map(twoDigits).join(":")}Z`) return undefined;
  const zone = /^([+-])(\d{2}):?(\d{2})$/.exec(match[7] ?? "");
  if (zone === null) return at;
  const [hours, minutes] = [Number(zone[2]), Number(zone[3])];
  if (hours > 23 || minutes > 59) return undefined;
  return at - (zone[1] === "-" ? -1 : 1) * (hours * 60 + minutes) * 60;
}

function twoDigits(field: number): string {
  return `${field}`.padStart(2, "0");
}

export function instantText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** Can a call be made then: from 1970 on, in a year of four digits? */
export function isOnClock(seconds: number): boolean {
  return seconds >= Date.UTC(1970, 0, 1) / 1000 && seconds < Date.UTC(10_000, 0, 1) / 1000;
}

/** A time past every window that a policy sensibly names. */
export const FAR_FUTURE = Date.UTC(2100, 0, 1) / 1000;
