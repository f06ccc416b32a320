import { pino } from "pino";
import { env } from "~/env";

/** One JSON object a line on stdout. Never given a password, a token or a card: what could hold one is cut out. */
export const log = pino({
  level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "*.password",
      "token",
      "*.token",
      "secret",
      "*.secret",
      "authorization",
      "*.authorization",
    ],
    remove: true,
  },
});
