/** A service worker's script, for `scope` alone: asked for anew each time, so that a new build's worker takes over. */
export function workerScript(script: string, scope: string): Response {
  const headers = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    "service-worker-allowed": scope,
    // What it fetches goes by its own policy, not by its pages'.
    "content-security-policy": "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
  };
  return new Response(script, { headers });
}
