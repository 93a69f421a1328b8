// The parameters of a conformance case, as the examples of rules declare them.

import type { ExampleParameter } from "../../src/rules/rule.ts";

export interface Parameter {
  readonly Type?: string;
  readonly Default?: string;
  readonly AllowedValues?: readonly string[];
  readonly AllowedPattern?: string;
  readonly Bound?: string;
}

export function exampleParameters(
  parameters: Readonly<Record<string, Parameter>> = {},
): Record<string, ExampleParameter> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { Type, Default, AllowedValues, AllowedPattern }]) => [
      name,
      {
        ...(Default === undefined ? {} : { default: Default }),
        ...(AllowedValues === undefined ? {} : { allowedValues: AllowedValues }),
        ...(AllowedPattern === undefined ? {} : { allowedPattern: AllowedPattern }),
        ...(Type === "CommaDelimitedList" ? { list: true } : {}),
      },
    ]),
  );
}
