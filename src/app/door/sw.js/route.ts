import { route } from "~/server/http/route";
import { workerScript } from "~/server/http/worker-script";

/**
 * The door's service worker, for /door/ alone. Pages: from the network where it answers soon, else as they were kept.
 * What a build names by its content, and the reader of codes: as kept. Nothing else is touched.
 */
const script = `
const CACHE = "aisle-door-1";
const SOON_MS = 2500;
const isPage = (request, url) => request.mode === "navigate" && url.pathname.startsWith("/door/");
const isKept = (url) => url.pathname.startsWith("/_next/static/") || url.pathname === "/door/zxing_reader.wasm";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const paths = event.data && event.data.keep;
  if (!Array.isArray(paths)) return;
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(paths.map(async (path) => {
    if (path.startsWith("/_next/static/") && await cache.match(path)) return;
    const answer = await fetch(path).catch(() => null);
    if (answer && answer.ok) await cache.put(path, answer);
  }))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isPage(request, url)) event.respondWith(page(request, url));
  else if (isKept(url)) event.respondWith(kept(request));
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function page(request, url) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(url.pathname);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(url.pathname, answer.clone());
    return answer;
  });
  if (!known) return fresh;
  const late = new Promise((resolve) => setTimeout(() => resolve(known), SOON_MS));
  return Promise.race([fresh.catch(() => known), late]);
}
`;

export const GET = route("file", () => workerScript(script, "/door/"));
