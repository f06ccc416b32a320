import type { StoredFile } from "../storage";

/** Amazon S3 API, ListObjectsV2: what is listed, and what to ask for the next piece with (null: that was the last). */
export function readListing(xml: string): { files: StoredFile[]; next: string | null } {
  const files = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = ""]) => ({
    key: inside(entry, "Key") ?? "",
    modifiedAt: new Date(inside(entry, "LastModified") ?? Number.NaN),
  }));
  const more = inside(xml, "IsTruncated") === "true";
  return { files, next: more ? inside(xml, "NextContinuationToken") : null };
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#13": "\r" };

function inside(xml: string, tag: string): string | null {
  const [, text] = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(xml) ?? [];
  return text?.replace(/&([a-z0-9#]+);/g, (all, name: string) => signs[name] ?? all) ?? null;
}
