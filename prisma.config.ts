import { defineConfig } from "prisma/config";

// `prisma generate` looks for a schema engine binary that it never runs; without this it would try to
// download one. Any executable satisfies the check.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/aisle" },
});
