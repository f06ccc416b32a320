import { env } from "~/env";
import { route } from "~/server/http/route";

export const dynamic = "force-dynamic";

const HALF_A_YEAR_MS = 182 * 86_400_000;

/** Where somebody who found a hole writes to (RFC 9116). */
export const GET = route("file", () => {
  const address = /<(.+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
  const lines = [
    `Contact: mailto:${address}`,
    `Expires: ${new Date(Date.now() + HALF_A_YEAR_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${env.APP_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=86400" } });
});
