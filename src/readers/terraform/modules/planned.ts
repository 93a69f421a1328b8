// Which plan counts in a world, and the value of an argument by that plan.

import type { Value } from "../../../values/value.ts";
import { Refused } from "../../../values/worlds.ts";
import { refused } from "../expressions/evaluation.ts";
import type { Argument } from "../model/body.ts";
import type { PlanValues } from "../model/plan-values.ts";
import type { InModule } from "./scope.ts";

/** Undefined where the world would have to be split, and must not be. */
export function planOf({ scope: { module }, world, mode }: InModule): PlanValues | undefined {
  const { plans } = module;
  if (plans.length > 1 && mode === "certain") return undefined;
  return plans.slice(1).find(({ document }) => world.is("plan", document.source.path)) ?? plans[0];
}

/** An argument by the configuration and, if there is one, the plan. */
export function valueIn(
  argument: Argument | undefined,
  address: string,
  name: string,
  evaluation: InModule,
): Value | undefined {
  const plan = planOf(evaluation);
  if (plan === undefined) return argument?.value(evaluation);
  const written = orElse(() => argument?.value(evaluation));
  if (written !== "refused") return plan.argument(address, name, argument, written, evaluation.world);
  return plan.argument(address, name, argument, undefined, evaluation.world) ?? refused();
}

/** What Terraform has planned is not refused. */
function orElse(run: () => Value | undefined): Value | "refused" | undefined {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Refused) return "refused";
    throw thrown;
  }
}
