import type { TestProject } from "vitest/node";
import { startTemporaryPostgres } from "~/cli/temporary-postgres";
import { deployApart } from "~/cli/deploy-apart";
import { query } from "./query";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated, empty database that workers copy. */
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run, thrown away with it; one migrated template for the workers' databases. */
export default async function setup(project: TestProject) {
  // The projects inherit the root's setups, and have what the root provides.
  if (!project.isRootProject()) return;
  const server = await startTemporaryPostgres();
  const templateUrl = Object.assign(new URL(server.url), { pathname: "/template" }).href;
  await query(server.url, "CREATE DATABASE template");
  await deployApart({ databaseUrl: templateUrl });
  project.provide("templateUrl", templateUrl);
  return server.remove;
}
