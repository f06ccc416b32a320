import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const src = path.resolve(import.meta.dirname, "src");

// What a test sees of the environment; DATABASE_URL comes from src/test/setup/database.ts.
const env = {
  NODE_ENV: "test" as const,
  TZ: "UTC",
  NEXTAUTH_SECRET: "a secret for the tests alone",
  TICKET_SECRET: "a ticket secret for the tests alone",
  JWT_SECRET: "another secret for the tests alone",
  NEXTAUTH_URL: "http://localhost:3000",
  CRON_SECRET: "a cron secret for the tests",
  PAYMENT_GATEWAY: "sandbox",
};

// The counts, for .ci/run.
const counts = process.env.VITEST_JSON;

// What wants the machine, or a server, for itself.
const heavy = [
  "src/test/races/**/*.test.ts",
  "src/test/money/interleave.test.ts",
  "src/test/money/storm/*.test.ts",
  "src/cli/**/*.test.ts",
  "src/server/db/pool.test.ts",
  "prisma/*.test.ts",
  "src/**/*.heavy.test.ts",
];

const setup = (...names: string[]) => names.map((name) => `src/test/setup/${name}.ts`);

export default defineConfig({
  plugins: [react()],
  resolve: {
    // `server-only` refuses to load outside a React server; the tests are none.
    alias: { "~": src, "server-only": path.resolve("node_modules/server-only/empty.js") },
  },
  test: {
    env,
    reporters: counts ? ["default", "json"] : ["default"],
    outputFile: counts,
    restoreMocks: true,
    unstubGlobals: true,
    // Once for the run, whatever runs in it.
    globalSetup: setup("server"),
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          environment: "node",
          include: ["src/**/*.test.ts", "prisma/**/*.test.ts"],
          exclude: heavy,
          setupFiles: setup("patience", "console", "database"),
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Components, and whole screens over the real API and database.
        extends: true,
        test: {
          name: "screen",
          environment: "jsdom",
          include: ["src/**/*.test.tsx"],
          setupFiles: setup("patience", "console", "database", "dom"),
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Last and alone.
        extends: true,
        test: {
          name: "heavy",
          environment: "node",
          include: heavy,
          setupFiles: setup("patience", "console", "database"),
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
