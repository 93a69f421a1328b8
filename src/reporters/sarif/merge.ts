// Merges our SARIF logs into one; that of all shards of a run equals the log of a single run.

import type { Severity } from "../../config/config.ts";
import { idleIgnores } from "../../findings/merge/ignores.ts";
import { renumbered } from "../../findings/merge/renumber.ts";
import { type Mergeable, runsOf } from "../../findings/merge/runs.ts";
import { staleEntries } from "../../findings/merge/stale.ts";
import { inOrderMet, inReadingOrder, type Met, valuesOf } from "../../findings/order.ts";
import { WORST_FIRST, worstFirst } from "../severities.ts";
import type { Invocation, Notification, Result, RuleDescriptor, SarifLog, SarifRun, Taxonomy } from "./types.ts";

export interface NamedLog extends Mergeable {
  readonly log: SarifLog;
}

/** Throws Problem on shards that are not all of a run. There is at least one. */
export function mergedLog(parts: readonly NamedLog[]): SarifLog {
  const runs = runsOf(parts).map((shards) => shards.map(({ log }) => log.runs[0]));
  const all = runs.flat();
  const [first] = all;
  if (first === undefined) throw new Error("no log to merge");
  const rules = uniqueById(all.flatMap(({ tool }) => tool.driver.rules));
  const taxa = uniqueById(all.flatMap(({ taxonomies }) => taxonomies.flatMap(({ taxa }) => taxa)));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results = inReadingOrder(
    runs.flatMap(resultsOf).map((value, order) => ({ value: { ...placeOf(value), result: value }, order })),
  );
  const bySeverity = worstFirst(valuesOf(results).map((one) => ({ ...one, severity: one.result.properties.severity })));
  const run: SarifRun = {
    ...first,
    tool: { driver: { ...first.tool.driver, rules: rules.map((rule) => withTaxa(rule, taxa)) } },
    taxonomies: first.taxonomies.map((taxonomy) => ({ ...taxonomy, taxa })),
    invocations: [invocationOf(runs)],
    results: bySeverity.map(({ result }) => ({ ...result, ruleIndex: indexes.get(result.ruleId) ?? -1 })),
  };
  const { properties: _, ...whole } = run;
  return { ...parts[0]?.log, version: "2.1.0", runs: [whole] } as SarifLog;
}

/** Of one run, in the order in which it came to them. */
function resultsOf(shards: readonly SarifRun[]): readonly Result[] {
  const idle = idleIgnores(
    shards.map(({ properties }) => properties?.shard.ignores ?? []),
    ({ result }) => result?.partialFingerprints["unconfused/v1"],
  );
  const all = shards.flatMap((run, shard) =>
    run.results.map((result, index) => ({
      result,
      fingerprint: result.partialFingerprints["unconfused/v1"],
      shard,
      order: run.properties?.shard.order.results[index] ?? index,
    })),
  );
  const numbers = shards.length < 2 ? new Map<unknown, string>() : renumbered(all);
  return [
    ...valuesOf(
      inOrderMet(all.map((one) => ({ value: withFingerprint(one.result, numbers.get(one)), order: one.order }))),
    ),
    ...idle.flatMap(({ ignore, isSilenced, fingerprint }) =>
      isSilenced || ignore.result === null ? [] : [withFingerprint(ignore.result, fingerprint)],
    ),
  ];
}

function withFingerprint(result: Result, fingerprint: string | undefined): Result {
  const { primaryLocationLineHash: hash, "unconfused/v1": before } = result.partialFingerprints;
  if (fingerprint === undefined || fingerprint === before) return result;
  const isOwn = hash === `${before.slice(0, 16)}:1`;
  const primaryLocationLineHash = isOwn ? `${fingerprint.slice(0, 16)}:1` : hash;
  return { ...result, partialFingerprints: { primaryLocationLineHash, "unconfused/v1": fingerprint } };
}

function placeOf({ locations }: Result) {
  const { artifactLocation, region } = locations[0].physicalLocation;
  return {
    file: decoded(artifactLocation.uri),
    line: region?.startLine ?? 0,
    column: region?.startColumn ?? 0,
  };
}

/** As it is where it is no encoded text. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (thrown) {
    if (thrown instanceof URIError) return uri;
    throw thrown;
  }
}

/** Errors before notes, as one run tells them. */
function invocationOf(runs: readonly (readonly SarifRun[])[]): Invocation {
  const told = runs.flatMap((shards) => [
    ...valuesOf(
      inOrderMet(
        shards.flatMap(({ invocations: [{ toolExecutionNotifications }], properties }): readonly Met<Notification>[] =>
          toolExecutionNotifications.map((value, index) => ({
            value,
            order: properties?.shard.order.notifications[index] ?? index,
          })),
        ),
      ),
    ),
    ...staleEntries(shards.map(({ properties }) => properties?.shard.stale ?? [])).map(
      ({ notification }) => notification,
    ),
  ]);
  return {
    executionSuccessful: runs.flat().every(({ invocations: [{ executionSuccessful }] }) => executionSuccessful),
    toolExecutionNotifications: (["error", "warning", "note"] as const).flatMap((level) =>
      told.filter((notification) => notification.level === level),
    ),
  };
}

function withTaxa(rule: RuleDescriptor, taxa: Taxonomy["taxa"]): RuleDescriptor {
  return {
    ...rule,
    relationships: rule.relationships.map((relationship) => ({
      ...relationship,
      target: { ...relationship.target, index: taxa.findIndex(({ id }) => id === relationship.target.id) },
    })),
  };
}

function uniqueById<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();
}

/** How many results there are of each severity. */
export function severitiesIn({ runs }: SarifLog): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) =>
    runs[0].results.filter(({ properties }) => properties.severity === severity).length;
  return Object.fromEntries(WORST_FIRST.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}
