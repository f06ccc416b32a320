import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const src = path.resolve(import.meta.dirname, "src");

// What a test sees of the environment; DATABASE_URL comes from src/test/setup/database.ts.
const env = {
  NODE_ENV: "test" as const,
  TZ: "UTC",
  NEXTAUTH_SECRET: "a secret for the tests alone",
  JWT_SECRET: "another secret for the tests alone",
  NEXTAUTH_URL: "http://localhost:3000",
  CRON_SECRET: "a cron secret for the tests",
  PAYMENT_GATEWAY: "sandbox",
};

// The counts, for .ci/run.
const counts = process.env.VITEST_JSON;

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
    maxWorkers: 2,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["src/**/*.test.ts", "prisma/**/*.test.ts"],
          globalSetup: ["src/test/setup/server.ts"],
          setupFiles: ["src/test/setup/console.ts", "src/test/setup/database.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["src/**/*.test.tsx"],
          exclude: ["src/**/*.screen.test.tsx"],
          setupFiles: ["src/test/setup/console.ts", "src/test/setup/dom.ts"],
          // A busy machine types slowly.
          testTimeout: 20_000,
        },
      },
      {
        // Whole screens over the real API and database.
        extends: true,
        test: {
          name: "screen",
          environment: "jsdom",
          include: ["src/**/*.screen.test.tsx"],
          globalSetup: ["src/test/setup/server.ts"],
          setupFiles: ["src/test/setup/console.ts", "src/test/setup/database.ts", "src/test/setup/dom.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
