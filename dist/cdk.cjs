"use strict";
module.exports = require("./cli/main.cjs").cdk;
