import { writeFileSync } from "node:fs";

/** `npm run openapi -- FILE`: the public API's document as a file, for linters and generators. Asks no database. */
const [file = "openapi.json"] = process.argv.slice(2);
process.env.DATABASE_URL ??= "postgresql://127.0.0.1/none";
const { openApi } = await import("~/server/rest/openapi");
writeFileSync(file, `${JSON.stringify(openApi(), null, 2)}\n`);
