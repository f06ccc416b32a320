import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { compressible } from "~/server/front/static-files";

const brotli = promisify(brotliCompress);
/** Smaller ones gain nothing. */
const LEAST_BYTES = 1_000;

/** Lays beside each built file its best brotli, as `.br`: made once, so that it may take its time. */
export async function compressBuilt(folder = ".next/static"): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(names.filter(compressible).map((name) => compress(path.join(folder, name))));
}

async function compress(file: string): Promise<void> {
  const { size } = await stat(file);
  if (size < LEAST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: size };
  await writeFile(`${file}.br`, await brotli(await readFile(file), { params }));
}
