import { plugin } from "./surfaces/eslint/plugin.js";
export default plugin;
