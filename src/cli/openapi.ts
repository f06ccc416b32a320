import { writeFileSync } from "node:fs";
import { openApi } from "~/server/rest/openapi";

/** `npm run openapi -- FILE`: the public API's document as a file, for linters and generators. */
const [file = "openapi.json"] = process.argv.slice(2);
writeFileSync(file, `${JSON.stringify(openApi(), null, 2)}\n`);
