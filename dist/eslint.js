import plugin from "./eslint.cjs";
export default plugin;
