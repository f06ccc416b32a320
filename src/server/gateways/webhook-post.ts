import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "~/domain/public-address";
import { env } from "~/env";

const TIMEOUT_MS = 10_000;
/** Of the receiver's answer, for the log. */
const READ_BYTES = 1_024;

/** What came of one attempt. `status` null: nobody answered. */
export type Posted = { status: number | null; error: string | null };

export type PostOptions = {
  /** All addresses of a host; DNS unless told. */
  resolve?: (host: string) => Promise<string[]>;
  /** Whether an address may be called. */
  allow?: (address: string, port: number) => boolean;
  timeoutMs?: number;
};

const isListed = (address: string, port: number) => env.WEBHOOK_PRIVATE_HOSTS.includes(`${address}:${port}`);

/**
 * Posts to an address that a stranger chose. The host is looked up once, every address it has must be public, and the
 * connection goes to the one that was checked: another answer of the DNS between check and call finds nobody to
 * mislead. Redirects are not followed; the answer is read no further than a kilobyte.
 */
export async function postWebhook(
  url: string,
  body: string,
  headers: Record<string, string>,
  options: PostOptions = {},
): Promise<Posted> {
  const { resolve = allAddresses, timeoutMs = TIMEOUT_MS } = options;
  const allow = options.allow ?? ((address, port) => isPublicAddress(address) || isListed(address, port));
  try {
    const target = new URL(url);
    const port = Number(target.port || (target.protocol === "https:" ? 443 : 80));
    const host = target.hostname.replace(/^\[|\]$/g, "");
    const addresses = isIP(host) ? [host] : await resolve(host);
    const [first] = addresses;
    if (!first) return { status: null, error: "That host has no address." };
    if (!addresses.every((address) => allow(address, port))) return { status: null, error: "That address is not on the public internet." };
    return await post({ target, host, address: first, port, body, headers, timeoutMs });
  } catch (error) {
    return { status: null, error: wordsOf(error) };
  }
}

async function allAddresses(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

type Post = { target: URL; host: string; address: string; port: number; body: string; headers: Record<string, string>; timeoutMs: number };

function post({ target, host, address, port, body, headers, timeoutMs }: Post): Promise<Posted> {
  const secure = target.protocol === "https:";
  const options: RequestOptions = {
    // The checked address itself, not the name: nothing is looked up again.
    host: address,
    port,
    path: target.pathname + target.search,
    method: "POST",
    headers: { ...headers, host: target.host, "content-length": Buffer.byteLength(body), "user-agent": "Aisle-Webhooks/1" },
    signal: AbortSignal.timeout(timeoutMs),
    agent: false,
    ...(secure && !isIP(host) && { servername: host }),
  };
  return new Promise((resolve, reject) => {
    const sent = (secure ? httpsRequest : httpRequest)(options, (response) => {
      const status = response.statusCode ?? 0;
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        if (text.length > READ_BYTES) response.destroy();
      });
      response.on("error", () => undefined);
      response.on("close", () => resolve({ status, error: status >= 200 && status < 300 ? null : said(status, text) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function said(status: number, text: string): string {
  const where = status >= 300 && status < 400 ? " (redirects are not followed)" : "";
  return `${status}${where}: ${text.slice(0, 200)}`.trim();
}

function wordsOf(error: unknown): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (name === "AbortError" || name === "TimeoutError") return "No answer in time.";
  return String(code ?? message).slice(0, 200);
}
