// The script of the playground: gives the pasted text to a worker, stops it if it takes too long, and shows the result.

import type { Body } from "../../reporters/html/body.ts";
import { enableFilters } from "../../reporters/html/page/filter.ts";
import { nodeOf } from "../../reporters/html/page/nodes.ts";
import type { Pasted } from "./judge.ts";
import type { Example } from "./playground.ts";

const LONGEST_MS = 20_000;
/** The command line takes larger files; a page that holds one would hang while it is typed in. */
const LARGEST = 5_000_000;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

function dataOf<T>(id: string): T {
  return JSON.parse(document.querySelector(`#${id}`)?.textContent ?? "null");
}

function find<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

const program = URL.createObjectURL(new Blob([dataOf<string>("worker")], { type: "text/javascript" }));
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const address =
  trustedTypes?.createPolicy("worker", { createScriptURL: () => program }).createScriptURL(program) ?? program;

const form = find<HTMLFormElement>("#pasted");
const text = find<HTMLTextAreaElement>("#text");
const config = find<HTMLTextAreaElement>("#config");
const file = find<HTMLInputElement>("#file");
const result = find("#result");
const progress = find("#progress");
const examples = dataOf<readonly Example[]>("examples");

let name = "";
let worker: Worker | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function stop(): void {
  worker?.terminate();
  worker = undefined;
  clearTimeout(timer);
}

function refused(pasted: string): string | undefined {
  if (pasted.trim() === "") return "Paste something first, or begin with an example.";
  if (pasted.length > LARGEST) return "This is too large for the page: the command line reads it.";
  return undefined;
}

function judge(): void {
  stop();
  const tenancy = find<HTMLSelectElement>("#tenancy").value;
  const pasted: Pasted = {
    name,
    text: text.value,
    config: config.value,
    tenancy: tenancy === "single" || tenancy === "multi" ? tenancy : undefined,
  };
  result.replaceChildren();
  const refusal = refused(pasted.text);
  say(refusal ?? "Checking …");
  if (refusal !== undefined) return;
  const current = new Worker(address);
  worker = current;
  timer = setTimeout(() => {
    stop();
    say(`It took longer than ${LONGEST_MS / 1000} seconds and was stopped: the command line may take its time.`);
  }, LONGEST_MS);
  current.onmessage = ({ data }: MessageEvent<Body>) => {
    stop();
    show(data);
  };
  current.onerror = (event) => {
    event.preventDefault();
    stop();
    say("The program broke on this, which is a mistake of ours: report it, please.");
  };
  current.postMessage(pasted);
}

function say(words: string): void {
  progress.textContent = words;
}

function show({ title, header, main }: Body): void {
  const heading = document.createElement("h2");
  heading.textContent = title;
  result.replaceChildren(heading, ...[...header, ...main].map((each) => nodeOf(each)));
  enableFilters();
  say(`Checked: ${title}.`);
  result.focus({ preventScroll: true });
  result.scrollIntoView({ block: "start" });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  judge();
});
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) judge();
});
// What is typed is no longer the file that was opened.
text.addEventListener("input", () => {
  if (text.value === "") name = "";
});
find("#example").addEventListener("change", ({ target }) => {
  const example = examples[Number((target as HTMLSelectElement).value || -1)];
  if (example === undefined) return;
  name = "";
  file.value = "";
  text.value = example.text;
  config.value = example.config;
  judge();
});
file.addEventListener("change", async () => {
  const [opened] = file.files ?? [];
  if (opened === undefined) return;
  if (opened.size > LARGEST) return say("This file is too large for the page: the command line reads it.");
  name = opened.name;
  text.value = await opened.text();
  judge();
});
