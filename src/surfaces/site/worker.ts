// Where the playground judges, apart from its page: an input that is made to take long can be stopped, and the page stays alive.

import { judged, type Pasted } from "./judge.ts";

addEventListener("message", ({ data }: MessageEvent<Pasted>) => {
  postMessage(judged(data, new Date().toISOString().slice(0, 10)));
});
