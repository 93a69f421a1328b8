"use strict";
const { unconfused, pluginWith } = require("./cli/main.cjs").cdk;
module.exports = { unconfused, pluginWith };
