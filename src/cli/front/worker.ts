import next from "next";
import { env } from "~/env";
import { runWorker } from "./run-worker";

// A process of `npm start`: Next's production server behind our front.
await runWorker(async () => {
  const app = next({ dev: false, dir: process.cwd(), hostname: env.HOST ?? "localhost", port: env.PORT });
  await app.prepare();
  return app.getRequestHandler();
});
