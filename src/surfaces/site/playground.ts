// The playground as a page of one file: the page of reports with a form, the program, and examples.

import { tool } from "../../findings/tool.ts";
import { element } from "../../reporters/html/elements.ts";
import { page } from "../../reporters/html/page.ts";
import { form } from "./form.ts";

export interface Example {
  readonly name: string;
  readonly text: string;
  readonly config: string;
}

export interface Program {
  readonly script: string;
  readonly scriptHash: string;
  /** The text of the worker. */
  readonly worker: string;
}

/** A worker made of a text keeps to the policy of its page; one from a file would have none where a host sends none. */
const POLICY = { "worker-src": "blob:", "trusted-types": "worker" };

export function playground({ worker, ...program }: Program, examples: readonly Example[]): string {
  return page({
    title: "Who can get into your role?",
    header: [
      element(
        "p",
        { class: "counts" },
        "Paste CloudFormation, Terraform or a trust policy, and see whether somebody else can get into your account through it. It is judged in this page: nothing is sent, and nothing is kept.",
      ),
    ],
    main: form(examples.map(({ name }) => name)),
    footer: [
      element("a", { href: tool.home, rel: "noreferrer" }, `${tool.name} ${tool.version}`),
      ". Files that a text refers to (modules, nested templates) cannot be read here, and what depends on them is shown as unknown; the command line reads them.",
    ],
    ...program,
    policy: POLICY,
    data: { worker, examples },
  });
}
