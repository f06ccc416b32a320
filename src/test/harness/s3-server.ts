import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type S3Keys = { accessKeyId: string; secretAccessKey: string };
type Answer = { status: number; body?: string | Uint8Array };

/**
 * A bucket in memory that speaks S3 over HTTP and believes nobody: it works out each signature for itself, by the
 * words of Amazon's "Signature Version 4", and the hash of each body.
 */
export class S3Server {
  readonly objects = new Map<string, { bytes: Buffer; at: Date }>();
  readonly requests: string[] = [];
  /** Answers the next request with this instead. */
  failNext: Answer | null = null;
  private readonly server: Server;

  constructor(
    private readonly bucket: string,
    private readonly keys: S3Keys,
  ) {
    this.server = createServer((request, response) => {
      void readBody(request).then((body) => {
        this.requests.push(`${request.method} ${request.url}`);
        const { status, body: sent } = this.failNext ?? this.answer(request, body);
        this.failNext = null;
        response.writeHead(status).end(sent);
      });
    });
  }

  async start(): Promise<string> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private answer(request: IncomingMessage, body: Buffer): Answer {
    const url = new URL(request.url ?? "/", "http://s3");
    if (request.headers["x-amz-content-sha256"] !== hash(body)) return refused("XAmzContentSHA256Mismatch");
    if (request.headers.authorization !== this.signed(request, url)) return refused("SignatureDoesNotMatch");
    const [bucket, ...rest] = url.pathname.slice(1).split("/").map(decodeURIComponent);
    const key = rest.join("/");
    if (bucket !== this.bucket) return { status: 404, body: "<Error><Code>NoSuchBucket</Code></Error>" };
    if (request.method === "PUT") this.objects.set(key, { bytes: body, at: new Date() });
    if (request.method === "DELETE") return this.removed(key);
    if (request.method === "GET" && key === "") return { status: 200, body: this.listing(url.searchParams) };
    const found = this.objects.get(key);
    if (!found) return { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
    return { status: 200, body: request.method === "GET" ? found.bytes : "" };
  }

  /** Deleting what is not there is no fault, as with Amazon. */
  private removed(key: string): Answer {
    this.objects.delete(key);
    return { status: 204 };
  }

  private listing(query: URLSearchParams): string {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
    const from = Number(query.get("continuation-token") ?? 0);
    const size = Number(query.get("max-keys") ?? 1_000);
    const entries = keys.slice(from, from + size).map((key) => {
      return `<Contents><Key>${key}</Key><LastModified>${this.objects.get(key)!.at.toISOString()}</LastModified></Contents>`;
    });
    const more = from + size < keys.length;
    const next = more ? `<NextContinuationToken>${from + size}</NextContinuationToken>` : "";
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${entries.join("")}${next}</ListBucketResult>`;
  }

  /** What the Authorization header has to say: four steps, as Amazon describes them. */
  private signed(request: IncomingMessage, url: URL): string {
    const { authorization = "" } = request.headers;
    const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? "";
    const [, date = "", region = "", service = ""] =
      /Credential=[^/]+\/([^/]+)\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
    const headers = names.split(";").map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`);
    const query = [...url.searchParams].map((pair) => pair.map(encode).join("=")).sort();
    const path = url.pathname.split("/").map(decodeURIComponent).map(encode).join("/");
    const canonical = [
      request.method,
      path,
      query.join("&"),
      headers.join(""),
      names,
      request.headers["x-amz-content-sha256"],
    ];
    const scope = `${date}/${region}/${service}/aws4_request`;
    const words = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, hash(canonical.join("\n"))].join(
      "\n",
    );
    const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(
      hmac,
      `AWS4${this.keys.secretAccessKey}`,
    );
    const credential = `${this.keys.accessKeyId}/${scope}`;
    return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${hmac(key, words).toString("hex")}`;
  }
}

const hash = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");
const hmac = (key: string | Buffer, content: string) => createHmac("sha256", key).update(content).digest();
const refused = (code: string): Answer => ({ status: 403, body: `<Error><Code>${code}</Code></Error>` });
/** RFC 3986: everything but letters, digits and - . _ ~. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
