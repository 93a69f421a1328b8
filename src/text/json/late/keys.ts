// What of a long JSON text is read late: the parts of Terraform's plans and states that are long, and what is asked of each object in their lists.

/** Whatever stands under such a key is read when somebody asks for it. */
export const LATE = ["planned_values", "resource_changes", "resource_drift", "resources"];

/** Of the objects of a list under such a key: where these values begin is known without reading them. */
export const COLUMNS = [
  "address",
  "mode",
  "type",
  "name",
  "index",
  "module_address",
  "previous_address",
  "deposed",
  "provider_name",
  "provider_config_key",
  "expressions",
  "values",
  "sensitive_values",
  "module",
  "provider",
  "instances",
  "change",
  "change.before",
  "change.after",
  "change.after_unknown",
  "change.before_sensitive",
  "change.after_sensitive",
] as const;

export type Column = (typeof COLUMNS)[number];

/** What is long in them: where it ends is known as well. */
export const LONG: readonly Column[] = ["expressions", "values", "instances", "change.before", "change.after"];
