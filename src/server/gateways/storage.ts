import path from "node:path";
import { env } from "~/env";
import { folderStorage } from "./storage/folder";
import { s3Storage } from "./storage/s3";

/** A file that is kept. */
export type StoredFile = { key: string; modifiedAt: Date };

/** Where uploaded files are kept. Keys are ours ("x1y2.webp"), never a visitor's file name. */
export type FileStorage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null where there is no such file. */
  get: (key: string) => Promise<Uint8Array | null>;
  /** Also where there is no such file. */
  remove: (key: string) => Promise<void>;
  /** All that is kept, some hundred at a time. */
  list: () => AsyncIterable<StoredFile[]>;
};

/** The storage that the environment names: a bucket where S3_BUCKET is set, else the folder `uploads` of DATA_DIR. */
export function fileStorage(): FileStorage {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket) return folderStorage(path.resolve(/* turbopackIgnore: true */ env.DATA_DIR, "uploads"));
  // The environment's rules say that the keys are there where the bucket is.
  const keys = { accessKeyId: accessKeyId ?? "", secretAccessKey: secretAccessKey ?? "" };
  return s3Storage({ bucket, ...keys, region: env.S3_REGION, endpoint: env.S3_ENDPOINT });
}
