// Accounts that a configuration calls ours although they are publicly known as a vendor's.

import { builtinCatalogue } from "./catalogue.ts";
import type { Config } from "./config.ts";

/** A sentence for each: whoever copied it to the wrong list would pass what the vendor may do. A vendor whose own templates are judged lists its own. */
export function claimedAccounts(config: Config): readonly string[] {
  const layers = [config, ...(config.scopes ?? [])].filter(
    ({ audience = config.audience }) => audience !== "customers",
  );
  const claimed = layers.flatMap(({ accounts }) => [...(accounts?.own ?? []), ...(accounts?.organization ?? [])]);
  return [...new Set(claimed)].flatMap((account) => {
    const known = builtinCatalogue().get(account);
    if (known?.kind !== "vendor") return [];
    return [`the configuration calls ${account} yours, which is publicly known as ${known.vendor}'s`];
  });
}
