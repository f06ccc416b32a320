/** Where the tickets' service worker keeps pages (app/tickets/sw.js). */
export const TICKET_CACHE = "aisle-tickets-1";

/**
 * Keeps these pages, and this one with all it is made of, for where there is no network. `only`: pages that are not
 * among them are forgotten.
 */
export async function keepTickets(pages: string[], { only = false } = {}): Promise<void> {
  if (!("serviceWorker" in navigator) || ofPayment()) return;
  try {
    await navigator.serviceWorker.register("/tickets/sw.js", { scope: "/tickets" });
    const { active } = await navigator.serviceWorker.ready;
    // What a turning code is drawn by; no page names it.
    await Promise.all([import("./ticket-crypto"), import("./draw-qr")]);
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const own = loaded.filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith("/_next/static/"));
    active?.postMessage({ keep: [...pages, ...own.map(({ pathname }) => pathname)], only });
  } catch {
    // Private windows and plain http have none: the tickets are there as long as the page is open.
  }
}

/** The payment's document lets no worker be made (docs/decisions/0093), and stays the document of pages it goes over to by script. */
function ofPayment(): boolean {
  const [document] = performance.getEntriesByType("navigation");
  return document !== undefined && new URL(document.name).pathname.startsWith("/payment/");
}

/** Takes away what this device keeps of anybody's tickets. */
export async function forgetTickets(): Promise<void> {
  try {
    await caches.delete(TICKET_CACHE);
  } catch {
    // No storage, no tickets in it.
  }
}

/** When this page was kept, ms by this device's clock; null where it came from the server just now. */
export function keptAt(): number | null {
  const at = document.documentElement.dataset.keptAt;
  return at ? Number(at) : null;
}
