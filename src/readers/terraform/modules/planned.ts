// Which of the plans at hand speaks in a world.

import type { PlanValues } from "../model/plan-values.ts";
import type { InModule } from "./scope.ts";

/** No world is split for it where none may be. */
export function planOf({ scope: { module }, world, mode }: InModule): PlanValues | undefined {
  const { plans } = module;
  if (plans.length > 1 && mode === "quiet") return undefined;
  return plans.slice(1).find(({ document }) => world.is("plan", document.source.path)) ?? plans[0];
}
