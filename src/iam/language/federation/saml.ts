// Assertions of SAML: what of them a policy is asked to name, whatever provider makes them.

import type { Issuer } from "./issuer.ts";

/** Where AWS takes assertions, in whatever region or partition: https://docs.aws.amazon.com/general/latest/gr/signin-service.html */
const SIGN_IN =
  /^https:\/\/(?:[a-z0-9-]+\.)?signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/saml(?:\/acs\/[\w-]+)?$/;

/** An assertion of whatever provider of SAML: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html */
export const SAML: Issuer = {
  name: "SAML",
  url: "",
  tenancy: "private",
  application: [{ claim: "SAML:aud", names: ["{}"], example: "https://anything.example.com/saml", ours: SIGN_IN }],
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html",
};
