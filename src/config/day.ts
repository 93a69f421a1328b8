// What a day is in a configuration, a comment or an option: YYYY-MM-DD, and one that the calendar has.

export const DAY_HELP = "write a day of the calendar as YYYY-MM-DD";

export function hasFormOfDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

export function isDay(text: string): boolean {
  if (!hasFormOfDay(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
