import { inject } from "vitest";
import { query } from "./query";

// Before any module of the product is loaded: the environment is read once, when src/env.ts is.
const template = new URL(inject("templateUrl"));
const name = `worker_${process.env.VITEST_POOL_ID ?? "1"}`;
const admin = Object.assign(new URL(template), { pathname: "/postgres" }).href;

const found = await query(admin, "SELECT 1 FROM pg_database WHERE datname = $1", [name]);
if (found.rowCount === 0) await query(admin, `CREATE DATABASE ${name} TEMPLATE template`);
process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${name}` }).href;
