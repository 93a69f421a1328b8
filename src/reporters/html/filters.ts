// The filters of the page: callers, verdicts and files, each choice with a number that marks the elements to show.

import { type Element, element } from "./elements.ts";

/** A longer list would be of no use. */
const MOST_CHOICES = 500;

export const VERDICTS = [
  ["finding", "Finding"],
  ["unknown", "Cannot tell"],
  ["ok", "As it should be"],
] as const;

/** Something of the report that can be shown or not. */
export interface Filtered {
  /** As people read them, and what is known of each. */
  readonly callers: readonly (readonly [name: string, known: string])[];
  readonly file: string;
  readonly verdict: (typeof VERDICTS)[number][0];
}

export interface Filters {
  /** Undefined where there is nothing to choose. */
  readonly form: Element | undefined;
  /** The attributes by which the page's script knows what to show. */
  marks(filtered: Filtered): Readonly<Record<string, string>>;
  /** The numbers of callers that can be chosen. */
  numbersOf(callers: readonly string[]): string;
}

/** `all`: everything on the page, in its order. */
export function filtersOf(all: readonly Filtered[]): Filters {
  const callers = new Map(all.flatMap((each) => each.callers));
  const files = new Set(all.map(({ file }) => file));
  const callerNumbers = numbered([...callers.keys()].sort());
  const fileNumbers = numbered([...files].sort());
  const option = (text: string, value: string | number, known?: string) =>
    element("option", { value, "data-known": known }, text);
  const choices = (numbers: ReadonlyMap<string, number>, known?: ReadonlyMap<string, string>) =>
    Array.from(numbers, ([name, number]) => option(name, number, known?.get(name)));
  const verdicts = VERDICTS.map(([verdict, words]) => option(words, verdict));
  const form = element(
    "form",
    { id: "filters", class: "filters", hidden: "", "aria-label": "What is shown" },
    select("caller", "Caller or vendor", [option("All callers", ""), choices(callerNumbers, callers)]),
    select("verdict", "Verdict", [option("All verdicts", ""), verdicts]),
    select("file", "File", [option("All files", ""), choices(fileNumbers)]),
    element("button", { type: "reset" }, "Show all"),
    element("p", { role: "status", "aria-live": "polite", class: "shown" }),
  );
  const numbersOf = (some: readonly string[]) =>
    [...new Set(some.flatMap((name) => callerNumbers.get(name) ?? []))].join(" ");
  return {
    form: all.length === 0 ? undefined : form,
    numbersOf,
    marks: ({ callers: some, file, verdict }) => ({
      "data-caller": numbersOf(some.map(([name]) => name)),
      "data-file": `${fileNumbers.get(file) ?? ""}`,
      "data-verdict": verdict,
    }),
  };
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.slice(0, MOST_CHOICES).map((name, index) => [name, index]));
}

function select(name: string, label: string, options: readonly (Element | readonly Element[])[]): Element {
  return element("label", {}, element("span", {}, label), element("select", { name }, options));
}
