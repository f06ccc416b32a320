import { TICKET_CACHE } from "~/lib/kept-tickets";
import { route } from "~/server/http/route";
import { workerScript } from "~/server/http/worker-script";

/**
 * The tickets' service worker, for /tickets alone: pages from the network where it answers soon, else as they were kept
 * on this phone, marked with when that was. The cache is opened before anything is fetched: what comes after it was
 * thrown away (somebody signed out meanwhile) is written to a cache that nobody can open again.
 */
const script = `
const CACHE = ${JSON.stringify(TICKET_CACHE)};
const SOON_MS = 4000;
const isPage = (url) => /^[/]tickets([/][^/.]+)?$/.test(url.pathname);
const isKept = (url) => url.pathname.startsWith("/_next/static/");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// { keep: pages and files to have, only: whether other pages are to be forgotten }
self.addEventListener("message", (event) => {
  const { keep, only } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep, only === true));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && isPage(url)) event.respondWith(page(request, url));
  else if (isKept(url)) event.respondWith(kept(request));
});

async function keepAll(paths, only) {
  const cache = await caches.open(CACHE);
  if (only) {
    for (const known of await cache.keys()) {
      const url = new URL(known.url);
      if (isPage(url) && !paths.includes(url.pathname)) await cache.delete(known);
    }
  }
  await Promise.all(paths.map((path) => keepOne(cache, path)));
}

// A page with all that its text names: scripts, styles, and the fonts that the styles name.
async function keepOne(cache, path) {
  const url = new URL(path, self.location.origin);
  if (isKept(url) && await cache.match(path)) return;
  const answer = await fetch(path, { redirect: "manual" }).catch(() => null);
  if (!answer || !answer.ok) return;
  const text = isPage(url) || url.pathname.endsWith(".css") ? await answer.clone().text() : "";
  await cache.put(path, isPage(url) ? await dated(answer) : answer);
  const named = text.match(/[/]_next[/]static[/][^"'()<>\\\\\\s]+/g) ?? [];
  const beside = url.pathname.endsWith(".css") ? [...text.matchAll(/url[(]"?([.][.][/][^")]+)"?[)]/g)].map(([, file]) => new URL(file, url).pathname) : [];
  await Promise.all([...new Set([...named, ...beside])].map((file) => keepOne(cache, file)));
}

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
    if (answer.ok) await cache.put(url.pathname, await dated(answer.clone()));
    // Led to the sign-in: who kept them is not signed in any more.
    else if (answer.type === "opaqueredirect") await caches.delete(CACHE);
    else if (answer.status === 404) await cache.delete(url.pathname);
    return answer;
  });
  if (!known) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, SOON_MS));
  const first = await Promise.race([fresh.catch(() => null), late]);
  return first ?? marked(known);
}

// With when it was kept, by this phone's clock.
async function dated(answer) {
  const headers = new Headers(answer.headers);
  headers.set("x-kept-at", String(Date.now()));
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(await answer.text(), { status: answer.status, headers });
}

async function marked(known) {
  const text = await known.text();
  return new Response(text.replace("<html ", '<html data-kept-at="' + known.headers.get("x-kept-at") + '" '), { headers: known.headers });
}
`;

export const GET = route("file", () => workerScript(script, "/tickets"));
