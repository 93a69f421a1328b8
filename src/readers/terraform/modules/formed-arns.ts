// ARNs that configurations add to (`"${….execution_arn}/*"`, `"${….arn}:*"`): of the account of their provider, whatever they name.

import { hole, IDENTIFIER, valueOfHole } from "../../../values/hole.ts";
import { concat, text } from "../../../values/text.ts";
import type { Origin, Value } from "../../../values/value.ts";
import type { Declared } from "../model/module.ts";
import { accountOf, partition } from "./account.ts";
import { REGION } from "./clusters.ts";
import { providerOf } from "./providers.ts";
import type { InModule } from "./scope.ts";

interface Form {
  readonly attribute: string;
  readonly service: string;
  /** Of the resource, before its name or id. */
  readonly before: string;
}

const API: Form = { attribute: "execution_arn", service: "execute-api", before: "" };

/** website/docs of hashicorp/terraform-provider-aws, "Attribute Reference" of each. */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ["aws_api_gateway_rest_api", API],
  ["aws_api_gateway_stage", API],
  ["aws_api_gateway_deployment", API],
  ["aws_apigatewayv2_api", API],
  ["aws_apigatewayv2_stage", API],
  ["aws_cloudwatch_log_group", { attribute: "arn", service: "logs", before: "log-group:" }],
]);

/** `whole` is the address of the attribute. Undefined for other ones. */
export function formedArn(
  { type, body }: Declared,
  name: string,
  whole: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  const form = FORMS.get(type);
  if (form?.attribute !== name) return undefined;
  const written = (characters: string): Value => text({ text: characters }, origin);
  const named = hole(`what ${whole} names`, "known-after-apply", whole, {
    ...IDENTIFIER,
    name: whole,
    alphabet: /[^*?:]/,
  });
  return concat(
    [
      written("arn:"),
      partition(origin, evaluation),
      written(`:${form.service}:`),
      valueOfHole(REGION, origin),
      written(":"),
      accountOf(providerOf(body, evaluation.scope.module), origin, evaluation),
      written(`:${form.before}`),
      valueOfHole(named, origin),
    ],
    origin,
  );
}
