import cdk from "./cdk.cjs";
export const { unconfused, pluginWith } = cdk;
