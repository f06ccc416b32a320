import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { patience } from "~/server/patience";
import { GatewayError } from "../gateway-error";
import type { FileStorage } from "../storage";
import { assertStorageKey, isStorageKey } from "./key";
import { readListing } from "./s3-listing";

/** Files of ours stand under this in a bucket that may hold other things. */
const PREFIX = "uploads/";
/** A busy or broken storage is asked once more. */
const RETRIES = 1;

export type S3Options = {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Of another maker than Amazon: "https://s3.example.com". The bucket is named in the path. */
  endpoint?: string;
  /** Files named in one listing; the storage's own 1,000 where left out. */
  pieceSize?: number;
};

/**
 * A bucket that speaks Amazon's S3 (AWS, R2, MinIO, Ceph, ...). Every request is signed (Signature Version 4), the
 * body with it.
 * @throws GatewayError where the storage is away or refuses
 */
export function s3Storage(options: S3Options): FileStorage {
  const { bucket, region, accessKeyId, secretAccessKey, pieceSize } = options;
  const endpoint = options.endpoint ?? `https://s3.${region}.amazonaws.com`;
  const root = `${endpoint.replace(/\/+$/, "")}/${encodeURIComponent(bucket)}`;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });

  async function ask(method: string, address: string, body?: Uint8Array): Promise<Response> {
    const headers = {
      "x-amz-content-sha256": createHash("sha256")
        .update(body ?? "")
        .digest("hex"),
      ...(body && { "content-type": "image/webp" }),
    };
    const signal = AbortSignal.timeout(patience.storageMs);
    const sent = body && new Uint8Array(body);
    const answer = await client
      .fetch(address, { method, headers, body: sent, signal })
      .catch((cause: unknown) => {
        throw new GatewayError("UNKNOWN", "The storage cannot be reached.", null, { cause });
      });
    if (answer.ok || answer.status === 404) return answer;
    const failure = answer.status >= 500 ? "UNKNOWN" : "REFUSED";
    throw new GatewayError(
      failure,
      `The storage says: ${(await answer.text()).slice(0, 300)}`,
      answer.status,
    );
  }
  const place = (key: string) => {
    assertStorageKey(key);
    return `${root}/${PREFIX}${key}`;
  };

  return {
    async put(key, bytes) {
      const answer = await ask("PUT", place(key), bytes);
      if (!answer.ok) throw new GatewayError("REFUSED", `There is no bucket named ${bucket}.`, answer.status);
    },
    async get(key) {
      const answer = await ask("GET", place(key));
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    async remove(key) {
      await ask("DELETE", place(key));
    },
    async *list() {
      let token: string | null = "";
      while (token !== null) {
        const query = new URLSearchParams({ "list-type": "2", prefix: PREFIX });
        if (pieceSize) query.set("max-keys", String(pieceSize));
        if (token) query.set("continuation-token", token);
        const listing = readListing(await (await ask("GET", `${root}?${query}`)).text());
        yield listing.files
          .map((file) => ({ ...file, key: file.key.slice(PREFIX.length) }))
          .filter((file) => isStorageKey(file.key));
        token = listing.next;
      }
    },
  };
}
