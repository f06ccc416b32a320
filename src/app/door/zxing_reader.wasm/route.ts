import { readFile } from "node:fs/promises";
import path from "node:path";
import { route } from "~/server/http/route";

/** The reader of codes for browsers that have none, from this server: it would come from another's otherwise. */
export const GET = route("file", async () => {
  const bytes = await readFile(path.join(process.cwd(), "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"));
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "application/wasm", "cache-control": "public, max-age=86400" } });
});
