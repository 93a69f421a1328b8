"use strict";
module.exports = require("./cli/main.cjs").eslint.plugin;
