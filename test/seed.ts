// The seed of all that is drawn at random: the same for every run, so that a change is judged by what it changes, unless UNCONFUSED_SEED names another or is "random".

import fc from "fast-check";

const { UNCONFUSED_SEED = "1" } = process.env;

if (UNCONFUSED_SEED !== "random") fc.configureGlobal({ seed: Number(UNCONFUSED_SEED) });
