// Tools that render templates before they are deployed, recognised by their tags in a text.

export interface TemplateEngine {
  /** For people: "Jinja". */
  readonly name: string;
  /** What it fills in. */
  readonly tag: RegExp;
  /** Tags that suffice anywhere in a file; other tags count only in place of a value or a key. */
  readonly block?: RegExp;
}

const SERVERLESS_FRAMEWORK = "the Serverless Framework";

/** `{{resolve:…}}` is CloudFormation's own. */
const BRACES = /\{\{(?!\s*resolve:)[^{}]*\}\}/;
const SCEPTRE = /\{[{%](?=[^{}]*\b(?:sceptre_user_data|stack_group_config|command_path)\b)[^{}]*[%}]\}/;
const JINJA_BLOCK = /\{%[-+]?\s*[a-z][^{}]*%\}/;
const JINJA = new RegExp(`${BRACES.source}|${JINJA_BLOCK.source}`);
const MUSTACHE_BLOCK = /\{\{\s*[#^/>]\s*[\w.][^{}]*\}\}/;
/** Serverless Framework, "Variables"; those of IAM policies (`${aws:…}`, `${ssm:…}`) are others. */
const SERVERLESS = /\$\{(?:(?:self|opt|env|sls|param|cf|custom):(?![-=?+])|(?:file|strToBool)\()[^{}]*\}?/;

/** In each of their tags. */
export const TAG_BEGINS = /\{\{|\{%|<%|\$\{(?:self|opt|env|sls|param|cf|custom|file|strToBool)[:(]/;

/** The first matching row counts: from tags of one tool alone to tags of several. */
const TEMPLATE_ENGINES: readonly TemplateEngine[] = [
  { name: "Sceptre (Jinja)", tag: JINJA, block: SCEPTRE },
  { name: "Jinja", tag: JINJA, block: JINJA_BLOCK },
  { name: "Mustache or Handlebars", tag: BRACES, block: MUSTACHE_BLOCK },
  {
    name: "Helm or gomplate (Go templates)",
    tag: BRACES,
    block: /\{\{-?\s*(?:(?:if|range|with|end|else|include|template|define)\b|[.$])[^{}]*\}\}/,
  },
  { name: "ERB", tag: /<%[^%]*%>/, block: /<%[-=]?\s[^%]*%>/ },
  { name: SERVERLESS_FRAMEWORK, tag: SERVERLESS },
  { name: "Jinja or Mustache", tag: BRACES },
];

/** A name in braces and nothing else: it may be an oversight, or a tag of a tool. */
const BARE = /^\{\{\s*\w+\s*\}\}$/;

/** The tool of a template, by all of its tags. `lone`: whether a name in braces suffices. */
export function templateEngineOf(text: string, lone: boolean): TemplateEngine | undefined {
  return TEMPLATE_ENGINES.find(({ tag, block }) => {
    if (block?.test(text)) return true;
    const found = block === undefined ? tag.exec(text)?.[0] : undefined;
    return found !== undefined && (lone || !BARE.test(found));
  });
}

/** Of a text that no parser takes, where one stopped at such a tag; `line` is that line. */
export function templateEngineAt(text: string, line: string): TemplateEngine | undefined {
  if (!TEMPLATE_ENGINES.some(({ tag, block }) => tag.test(line) || block?.test(line))) return undefined;
  return TEMPLATE_ENGINES.find(({ tag, block }) => block?.test(text) ?? tag.test(line));
}

/** What a tag stands for, by the name in it. */
export function nameInTag(tagged: string): string {
  return tagged.replace(/^[^\w.]+|(?<![^\w.])[^\w.]+$/g, "");
}

/** What writes the finished file, of tools that have one way. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["Sceptre (Jinja)", "sceptre generate STACK"],
  [SERVERLESS_FRAMEWORK, "serverless package"],
  ["Rain", "rain pkg TEMPLATE"],
  ["org-formation", "org-formation print-stacks TEMPLATE"],
]);

/** What to do with a file of such a tool, by its name; completes "help: …". */
export function renderingHelp(tool: string): string {
  const command = COMMANDS.get(tool);
  return `render it first${command === undefined ? "" : `, as '${command}' does`}, and check the result`;
}
