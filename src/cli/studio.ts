import { spawn } from "node:child_process";
import { runCommand, withDatabase } from "~/cli/with-database";

// `npm run db:studio`: Prisma's table browser on the database that the product uses.
await runCommand(() =>
  withDatabase(async (databaseUrl) => {
    const studio = spawn("prisma", ["studio", ...process.argv.slice(2)], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: "inherit",
    });
    // Ctrl-C is for Studio; the database is stopped when it has ended.
    process.on("SIGINT", () => undefined);
    return new Promise<number>((resolve, reject) => {
      studio.on("error", reject);
      studio.on("exit", (code) => resolve(code ?? 0));
    });
  }),
);
