import { EnvError, readEnv } from "~/env-rules";
import type { LocalSecrets } from "~/cli/data-dir";
import { StartError } from "~/cli/start-error";

export type AppEnvironment = ReturnType<typeof readEnv>;

/**
 * Someone who sets NODE_ENV=production runs a shop: secrets must be given, no demo data is made.
 * Everybody else has the local product.
 */
export const isProduction = (): boolean => process.env.NODE_ENV === "production";

/** What the web server is started with: what was given, and on a local product what is missing. */
export function appVariables(
  known: { databaseUrl?: string; dataDir: string; secrets?: LocalSecrets },
  dev: boolean,
): Record<string, string> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value)) as Record<
    string,
    string
  >;
  const made: Record<string, string> = isProduction()
    ? {}
    : {
        AISLE_LOCAL: "1",
        NEXTAUTH_SECRET: known.secrets?.nextauthSecret ?? "made at the start",
        TICKET_SECRET: known.secrets?.ticketSecret ?? "made at the start",
        JWT_SECRET: known.secrets?.jwtSecret ?? "made at the start",
        CRON_SECRET: known.secrets?.cronSecret ?? "made at the start",
        NEXTAUTH_URL: `http://localhost:${given.PORT ?? 3000}`,
        PAYMENT_GATEWAY: "sandbox",
      };
  return {
    PORT: "3000",
    ...made,
    ...given,
    DATABASE_URL: known.databaseUrl ?? given.DATABASE_URL ?? "postgresql://127.0.0.1/aisle",
    DATA_DIR: known.dataDir,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Checks what the app will be given, before anything is started. @throws StartError naming what is wrong. */
export function checkVariables(variables: Record<string, string>): AppEnvironment {
  try {
    return readEnv(variables);
  } catch (error) {
    throw error instanceof EnvError ? new StartError(error.message) : error;
  }
}
