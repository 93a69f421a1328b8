// The worker of the playground: judges outside of the page, so that an input that takes too long can be stopped.

import { judged, type Pasted } from "./judge.ts";

addEventListener("message", ({ data }: MessageEvent<Pasted>) => {
  postMessage(judged(data, new Date().toISOString().slice(0, 10)));
});
