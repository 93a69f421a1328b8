// The program `unconfused`.

import { machine } from "../host.ts";
import { main } from "./main.ts";

process.exitCode = main(process.argv.slice(2), machine());
