// The form on the page of the playground.

import { type Element, element } from "../../reporters/html/elements.ts";

/** `names`: what one can begin with. */
export function form(names: readonly string[]): readonly Element[] {
  return [
    element(
      "form",
      { id: "pasted", class: "pasted" },
      element(
        "div",
        { class: "field wide" },
        element("label", { for: "text" }, "Template, Terraform file, plan or trust policy"),
        element("textarea", {
          id: "text",
          name: "text",
          rows: 22,
          spellcheck: "false",
          autocapitalize: "off",
          wrap: "off",
        }),
      ),
      element(
        "div",
        { class: "settings" },
        field(
          "example",
          "Begin with",
          element(
            "select",
            { id: "example", name: "example" },
            element("option", { value: "" }, "an example …"),
            names.map((name, index) => element("option", { value: index }, name)),
          ),
        ),
        field("file", "Or open a file", element("input", { id: "file", type: "file" })),
        field(
          "tenancy",
          "An account that nobody declared serves",
          element(
            "select",
            { id: "tenancy", name: "tenancy" },
            element("option", { value: "" }, "as the configuration says (else many)"),
            element("option", { value: "multi" }, "many customers (multi-tenant)"),
            element("option", { value: "single" }, "you alone (single-tenant)"),
          ),
        ),
        field(
          "config",
          "Configuration (unconfused.yaml)",
          element("textarea", {
            id: "config",
            name: "config",
            rows: 9,
            spellcheck: "false",
            autocapitalize: "off",
            wrap: "off",
          }),
        ),
        element("button", { class: "main", type: "submit" }, "Check"),
        element("p", { class: "remark" }, "Ctrl and Enter check as well."),
      ),
    ),
    element("noscript", {}, element("p", {}, "The playground judges in your browser, and needs scripts for it.")),
    element("p", { role: "status", "aria-live": "polite", id: "progress", class: "remark" }),
    element("div", { id: "result", tabindex: -1 }),
  ];
}

function field(id: string, label: string, control: Element): Element {
  return element("div", { class: "field" }, element("label", { for: id }, label), control);
}
