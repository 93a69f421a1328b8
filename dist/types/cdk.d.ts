export * from "./surfaces/cdk/plugin.js";
