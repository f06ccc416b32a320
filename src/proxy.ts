import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { securityHeaders } from "~/server/http/security-headers";
import { siteFacts } from "~/server/http/site-facts";

/** Pages alone: the API's routes and pictures see to themselves (http/route.ts), and a crowd asks them. */
export const config = {
  matcher: ["/((?!api/|posters/|_next/|favicon\\.ico|icon|apple-icon|manifest\\.webmanifest).*)"],
};

/**
 * Pages that show nothing of a person but the name in the bar: browsers may keep them for the way back, as they stood
 * (docs/decisions/0190). All others go by what Next says, and are stored nowhere.
 */
const KEPT = /^\/($|events(\/|$)|booking\/|(login|register|help|about|contact|terms|privacy|refunds)$)/;

const READS = new Set(["GET", "HEAD"]);

/** Each document gets a nonce of its own; its scripts carry it, and no other script runs. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const paying = pathname.startsWith("/payment/");
  const nonce = randomBytes(16).toString("base64");
  const secretAddress = pathname === "/reset-password" || pathname === "/verify-email";
  const wasm = pathname.startsWith("/door/");
  const headers = securityHeaders(paying ? "payment" : "page", { ...siteFacts, nonce, secretAddress, wasm });

  if (!READS.has(request.method)) return answer(405, { ...headers, allow: "GET, HEAD" });
  if (!isUtf8(pathname)) return answer(404, headers);
  // A page's policy is its document's: going over by script would bring the last one's along. What is no page makes
  // Next's router load the address anew.
  if (paying && request.headers.get("sec-fetch-dest") === "empty") return answer(200, headers);

  const passed = new Headers(request.headers);
  // By these Next and the layout find the nonce.
  passed.set("content-security-policy", headers["content-security-policy"] ?? "");
  passed.set("x-nonce", nonce);
  const kept: Record<string, string> = KEPT.test(pathname) ? { "cache-control": "private, no-cache, max-age=0, must-revalidate" } : {};
  return withHeaders(NextResponse.next({ request: { headers: passed } }), { ...headers, ...kept });
}

function answer(status: number, headers: Record<string, string>): NextResponse {
  const body = status === 404 ? "There is no such page." : null;
  return withHeaders(new NextResponse(body, { status }), { ...headers, "content-type": "text/plain; charset=utf-8" });
}

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function isUtf8(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}
