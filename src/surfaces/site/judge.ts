// Judges a pasted text, and makes what the page shows of it. Touches nothing but its arguments.

import { checked } from "../../check.ts";
import type { Config, Tenancy } from "../../config/config.ts";
import { ConfigError, parseConfig } from "../../config/load.ts";
import { settingsFor } from "../../config/scopes.ts";
import { errorIn } from "../../findings/problem.ts";
import { tool } from "../../findings/tool.ts";
import { type Body, bodyOf, errorOnPage } from "../../reporters/html/body.ts";
import { mistakeLines } from "../../reporters/text/errors.ts";
import { builtinRules } from "../../rules/files/builtin.ts";
import { isAsked } from "../../rules/setting.ts";
import { source } from "../../text/source.ts";
import { sourcesOf } from "../sources.ts";

export interface Pasted {
  /** Of the file that it was read from; empty: it was typed. */
  readonly name: string;
  readonly text: string;
  readonly config: string;
  /** Undefined: as the configuration says. */
  readonly tenancy: Tenancy | undefined;
}

const CONFIG = "unconfused.yaml";

/** `today`: an ISO date. */
export function judged(pasted: Pasted, today: string): Body {
  const { name, text, tenancy } = pasted;
  const config = configIn(pasted.config);
  if (config instanceof ConfigError) return mistakeIn(config, pasted.config);
  const path = name === "" ? nameOf(text) : name;
  const settings = { ...config, ...(tenancy !== undefined && { tenancy }) };
  const { report, hidden } = checked({ files: [{ path, content: text }], config: settings, today }, { isWhole: true });
  const asked = settingsFor(settings, path);
  return bodyOf(report, {
    ...EVERYWHERE,
    rules: builtinRules().filter((rule) => isAsked(asked, rule)),
    source: sourcesOf((file) => (file === path ? text : undefined), report),
    hidden,
  });
}

const EVERYWHERE = { color: false, exitCode: 0, homepage: tool.home } as const;

function configIn(text: string): Config | ConfigError {
  try {
    return parseConfig(text, CONFIG);
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown;
    throw thrown;
  }
}

function mistakeIn(mistake: ConfigError, text: string): Body {
  const all = [mistake, ...mistake.others].map((each) => {
    const error = errorIn(CONFIG, each);
    return errorOnPage(
      error,
      mistakeLines(error, source(CONFIG, text), () => []),
    );
  });
  return { title: "The configuration has a mistake", header: [], main: all };
}

/** Begins a line of HCL, and no line of YAML. */
const BLOCK =
  /^(?:resource|data|variable|locals|module|provider|terraform|output|import|moved|removed|check)\b(?:\s+"[^"\n]*")*\s*\{/m;
const OF_TERRAFORM = new Set(["resource", "data", "variable", "locals", "module", "provider", "terraform"]);

/** A name by which the readers know what a text is: they tell YAML, JSON and HCL apart by it. */
export function nameOf(text: string): string {
  if (/^\s*[[{]/.test(text)) return isConfiguration(text) ? "pasted.tf.json" : "pasted.json";
  return BLOCK.test(text) ? "pasted.tf" : "pasted.yaml";
}

/** Terraform's JSON syntax, which is read as such by the name of its file. */
function isConfiguration(text: string): boolean {
  try {
    const keys = Object.keys(JSON.parse(text));
    return keys.length > 0 && keys.every((key) => OF_TERRAFORM.has(key) || key === "output" || key === "//");
  } catch {
    return false;
  }
}
