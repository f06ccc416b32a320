import { existsSync } from "node:fs";

/** Reads `.env` where there is one; what is set already stays. */
export function loadDotEnv(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}
