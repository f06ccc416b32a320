import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

const TYPES: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
  ".map": "application/json; charset=UTF-8",
  ".svg": "image/svg+xml",
};

/** Kinds of built files that compressing makes smaller. */
export const compressible = (file: string) => path.extname(file) in TYPES;

/**
 * Answers what the build made, compressed once and as well as can be (cli/build), to whoever reads brotli; the rest
 * is Next's. A file's name changes with its content, so that it is kept for good.
 *
 * @param folder .next/static
 */
export function builtFiles(folder: string): (request: IncomingMessage, response: ServerResponse, path: string) => boolean {
  const files = new Map(listFiles(folder).map((file) => [`/_next/static/${file.slice(0, -3)}`, file]));
  const kept = new Map<string, Buffer>();
  return (request, response, target) => {
    if (!target.startsWith("/_next/static/") || (request.method !== "GET" && request.method !== "HEAD")) return false;
    if (request.headers.range || !/\bbr\b/.test(String(request.headers["accept-encoding"]))) return false;
    const file = files.get(target.includes("%") ? decode(target) : target);
    if (!file) return false;
    const body = kept.get(file) ?? readFileSync(path.join(folder, file));
    kept.set(file, body);
    response.writeHead(200, {
      "content-type": TYPES[path.extname(file.slice(0, -3))] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}

function listFiles(folder: string): string[] {
  try {
    const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return all.filter((file) => file.endsWith(".br")).map((file) => file.split(path.sep).join("/"));
  } catch {
    return [];
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
