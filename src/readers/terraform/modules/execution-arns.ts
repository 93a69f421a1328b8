// The ARN by which an API of API Gateway calls: of the account of its provider, whatever the API.

import { hole, IDENTIFIER, valueOfHole } from "../../../values/hole.ts";
import { concat, text } from "../../../values/text.ts";
import type { Origin, Value } from "../../../values/value.ts";
import type { Declared } from "../model/module.ts";
import { accountOf, partition } from "./account.ts";
import { REGION } from "./clusters.ts";
import { providerOf } from "./providers.ts";
import type { InModule } from "./scope.ts";

const APIS = new Set([
  "aws_api_gateway_rest_api",
  "aws_api_gateway_stage",
  "aws_api_gateway_deployment",
  "aws_apigatewayv2_api",
  "aws_apigatewayv2_stage",
]);

/** `whole` is the address of the attribute. Undefined for other ones: website/docs/r/api_gateway_rest_api.html.markdown of hashicorp/terraform-provider-aws, `execution_arn`. */
export function executionArn(
  { type, body }: Declared,
  name: string,
  whole: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  if (name !== "execution_arn" || !APIS.has(type)) return undefined;
  const written = (characters: string): Value => text({ text: characters }, origin);
  const api = hole(`API of ${whole}`, "known-after-apply", whole, { ...IDENTIFIER, name: whole, alphabet: /[^*?:]/ });
  return concat(
    [
      written("arn:"),
      partition(origin, evaluation),
      written(":execute-api:"),
      valueOfHole(REGION, origin),
      written(":"),
      accountOf(providerOf(body, evaluation.scope.module), origin, evaluation),
      written(":"),
      valueOfHole(api, origin),
    ],
    origin,
  );
}
