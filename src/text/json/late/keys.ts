// Which parts of a long JSON text are read late: the long parts of Terraform's plans and states, and the columns of their lists, which are the values that readers ask of each object.

/** A value under such a key is parsed when somebody asks for it. */
export const LATE = ["planned_values", "resource_changes", "resource_drift", "resources"];

/** The columns of a list under such a key: it is recorded where these values of each object begin. */
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

/** Long columns, of which the end is recorded too. */
export const LONG: readonly Column[] = ["expressions", "values", "instances", "change.before", "change.after"];
