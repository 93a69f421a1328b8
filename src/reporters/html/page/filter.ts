// Shows what matches the chosen caller, verdict and file, and draws the trust map of that.

import type { Verdict } from "../../trust-map/way.ts";
import { drawing } from "../drawing.ts";
import { nodeOf } from "./nodes.ts";

/** Where scripts do not run, the form stays hidden and everything is shown. */
export function enableFilters(): void {
  const form = document.querySelector<HTMLFormElement>("#filters");
  if (form === null) return;
  form.hidden = false;
  const apply = () => filter(form);
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    // A form is reset after the event, when it is too late to ask what is chosen.
    event.preventDefault();
    for (const select of form.querySelectorAll("select")) select.value = "";
    apply();
  });
}

function filter(form: HTMLFormElement): void {
  const chosen = new FormData(form);
  const [caller, verdict, file] = ["caller", "verdict", "file"].map((name) => chosen.get(name) as string);
  const isShown = ({ dataset }: HTMLElement) =>
    (caller === "" || dataset.caller?.split(" ").includes(caller ?? "") === true) &&
    (verdict === "" || dataset.verdict === verdict) &&
    (file === "" || dataset.file === file);
  const counts: string[] = [];
  for (const [selector, one, many] of COUNTED) {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    for (const each of all) each.hidden = !isShown(each);
    if (all.length > 0) {
      counts.push(`${all.filter(isShown).length} of ${all.length} ${all.length === 1 ? one : many}`);
    }
  }
  draw(form, caller ?? "");
  const status = form.querySelector("[role=status]");
  if (status !== null) status.textContent = `Shown: ${counts.join(", ")}`;
}

const COUNTED = [
  ["#grants tbody tr", "grant", "grants"],
  ["#findings article", "finding", "findings"],
  ["#cannot-tell article", "open question", "open questions"],
] as const;

/** Of the rows that are shown; of the chosen caller alone, where one is. */
function draw(form: HTMLFormElement, chosen: string): void {
  const place = document.querySelector("#drawing");
  if (place === null) return;
  const callers = new Map(optionsOf(form, "caller").map(({ value, text, dataset }) => [value, { text, dataset }]));
  const files = new Map(optionsOf(form, "file").map(({ value, text }) => [value, text]));
  const known = new Map([...callers.values()].map(({ text, dataset }) => [text, dataset.known ?? ""]));
  const rows = [...document.querySelectorAll<HTMLElement>("#grants tbody tr:not([hidden])")];
  const ways = rows.flatMap(({ dataset }) => {
    const role = { file: files.get(dataset.file ?? "") ?? "", name: dataset.name ?? "" };
    const harmless = dataset.ok?.split(" ") ?? [];
    const some = dataset.caller?.split(" ").filter((each) => chosen === "" || each === chosen) ?? [];
    return some.flatMap((each) => {
      const caller = callers.get(each)?.text;
      const verdict = harmless.includes(each) ? "ok" : (dataset.verdict as Verdict);
      return caller === undefined ? [] : [{ caller, role, verdict }];
    });
  });
  const tree = drawing(ways, (caller) => known.get(caller) ?? "");
  place.replaceChildren(...(tree === undefined ? [] : [nodeOf(tree)]));
}

function optionsOf(form: HTMLFormElement, name: string): readonly HTMLOptionElement[] {
  const select = form.elements.namedItem(name);
  return select instanceof HTMLSelectElement ? [...select.options].filter(({ value }) => value !== "") : [];
}
