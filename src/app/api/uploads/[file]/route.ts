import { fileStorage } from "~/server/gateways/storage";
import { isStorageKey } from "~/server/gateways/storage/key";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ file: string }> };

/** A picture that an organizer uploaded. Its name is never used twice, so browsers keep it for a year. */
export const GET = route("file", async (_request, { params }: Context) => {
  const { file } = await params;
  const bytes = isStorageKey(file) ? await fileStorage().get(file) : null;
  if (!bytes) return new Response("No such picture.", { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": "image/webp", "cache-control": "public, max-age=31536000, immutable" },
  });
});
