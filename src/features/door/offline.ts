/** Keeps the page and all it is made of for times without network, by the door's own service worker. */
export async function keepForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/door/sw.js", { scope: "/door/" });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const own = loaded.filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith("/_next/static/"));
    active?.postMessage({ keep: [window.location.pathname, "/door/zxing_reader.wasm", ...own.map(({ pathname, search }) => pathname + search)] });
    await navigator.storage?.persist?.();
  } catch {
    // Private windows and plain http have none: the door works as long as the page is open.
  }
}
