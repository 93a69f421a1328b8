// The report's types as tables, which the compiler holds against the types.

import type { Severity, Tenancy } from "../../src/config/config.ts";
import type * as shape from "../../src/findings/report.ts";
import type { Format } from "../../src/readers/reader.ts";
import type { Reason } from "../../src/values/doubt.ts";

/** Every key of an interface, and whether it may be left out. */
type Keys<T> = { readonly [K in keyof T]-?: object extends Pick<T, K> ? "optional" : "required" };
/** Every word of a union. */
type Words<T extends string> = Readonly<Record<T, true>>;

const place: Keys<shape.Place> = {
  file: "required",
  line: "required",
  column: "required",
  endLine: "required",
  endColumn: "required",
};
const finding: Keys<shape.Finding> = {
  ...place,
  rule: "required",
  severity: "required",
  message: "required",
  resource: "required",
  callers: "required",
  help: "optional",
  vendor: "optional",
  witness: "optional",
  world: "optional",
  related: "required",
  fingerprint: "required",
  fixes: "optional",
};
const fix: Keys<shape.Fix> = { description: "required", safe: "required", edits: "required" };
const fixEdit: Keys<shape.FixEdit> = { ...place, text: "required" };
const suppressed: Keys<shape.Suppressed> = { ...finding, by: "required", reason: "required", until: "optional" };
const related: Keys<shape.Finding["related"][number]> = { ...place, message: "required" };
const unknown: Keys<shape.Unknown> = {
  ...place,
  rule: "required",
  reason: "required",
  source: "required",
  message: "required",
  help: "required",
  resource: "required",
  callers: "required",
  wouldAllow: "optional",
  world: "optional",
};
const grant: Keys<shape.Grant> = {
  ...place,
  resource: "required",
  principal: "required",
  callers: "required",
  conditions: "required",
  verdict: "required",
  rules: "required",
};
const caller: Keys<shape.Caller> = {
  class: "required",
  account: "optional",
  vendor: "optional",
  tenancy: "optional",
  tenancyFrom: "optional",
};
const resource: Keys<shape.Resource> = { format: "required", type: "required", id: "required", path: "optional" };
const request: Keys<shape.Request> = {
  principal: "required",
  session: "optional",
  action: "required",
  context: "required",
  absent: "required",
};
const world: Keys<shape.World> = { parameters: "required", conditions: "required" };
const error: Keys<shape.ReportError> = {
  message: "required",
  help: "required",
  file: "optional",
  line: "optional",
  column: "optional",
  opened: "optional",
};
const note: Keys<shape.ReportNote> = {
  message: "required",
  file: "required",
  line: "required",
  column: "required",
};
const summary: Keys<shape.Summary> = {
  files: "required",
  resources: "required",
  policies: "required",
  grants: "required",
  findings: "required",
  unknowns: "required",
  suppressed: "required",
  baselined: "required",
  errors: "required",
};
const whole: Keys<shape.Report> = {
  version: "required",
  tool: "required",
  summary: "required",
  findings: "required",
  unknowns: "required",
  grants: "required",
  suppressed: "required",
  errors: "required",
  notes: "required",
  shard: "optional",
};
const shard: Keys<shape.Shard> = {
  index: "required",
  count: "required",
  run: "required",
  files: "required",
  failOn: "required",
  order: "required",
  ignores: "required",
  stale: "required",
};
const shardStale: Keys<shape.ShardStale> = { entry: "required", looked: "required", note: "required" };
const shardIgnore: Keys<shape.ShardIgnore> = {
  used: "required",
  met: "required",
  finding: "required",
  suppressed: "required",
  silencedBy: "required",
  silences: "required",
};

/** By the name of the definition in the schema. */
export const keysOf = {
  place,
  finding,
  suppressed,
  related,
  unknown,
  grant,
  caller,
  resource,
  request,
  world,
  error,
  note,
  summary,
  report: whole,
  shard,
  shardIgnore,
  shardStale,
  fix,
  fixEdit,
};

export const severity: Words<Severity> = { low: true, medium: true, high: true, critical: true };
export const format: Words<Format> = {
  cloudformation: true,
  cdk: true,
  "terraform-plan": true,
  "terraform-state": true,
  "terraform-json": true,
  hcl: true,
  iam: true,
};
export const callerClass: Words<shape.CallerClass> = {
  own: true,
  organization: true,
  aws: true,
  vendor: true,
  catalogued: true,
  undeclared: true,
  deployTime: true,
  unnamed: true,
  service: true,
  federated: true,
};
export const tenancy: Words<Tenancy> = { single: true, multi: true };
export const tenancyFrom: Words<NonNullable<shape.Caller["tenancyFrom"]>> = {
  vendor: true,
  metadata: true,
  scope: true,
  option: true,
  config: true,
  catalogue: true,
  default: true,
};
export const by: Words<shape.Suppressed["by"]> = {
  comment: true,
  metadata: true,
  config: true,
  baseline: true,
  acknowledge: true,
};
export const reason: Words<Reason> = {
  parameter: true,
  import: true,
  "known-after-apply": true,
  "dynamic-reference": true,
  macro: true,
  sensitive: true,
  file: true,
  network: true,
  time: true,
  "condition-key": true,
  "undefined-by-aws": true,
  malformed: true,
  undeclared: true,
  budget: true,
};
export const verdict: Words<shape.Grant["verdict"]> = { ok: true, finding: true, unknown: true };
