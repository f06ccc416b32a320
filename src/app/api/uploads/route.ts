import { AppError } from "~/domain/errors";
import { standingOf } from "~/domain/permissions";
import { reaches } from "~/domain/team";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies } from "~/server/session-cookie";
import { fileStorage } from "~/server/gateways/storage";
import { route } from "~/server/http/route";
import { MAX_PICTURE_BYTES, savePicture, tooLarge } from "~/server/services/uploads/save-picture";
import { viewerFor } from "~/server/services/session";
import { actingFor } from "~/server/services/team/acting-for";

/** Takes an organizer's picture as the body of the request; answers `{ url, width, height }` or `{ message }`. */
export const POST = route("api", async (request) => {
  const { db } = createContext();
  const claims = claimsFromCookies(request.headers.get("cookie"));
  const viewer = claims && (await viewerFor({ db, claims }));
  if (!viewer) throw new AppError("UNAUTHORIZED", "Please sign in first.");
  const actor = await actingFor({ db, viewer });
  if (!reaches(standingOf(actor), "MANAGER")) throw new AppError("FORBIDDEN", "Only organizers add pictures.");
  const bytes = await readAtMost(request, MAX_PICTURE_BYTES);
  return Response.json(await savePicture({ db, actor, storage: fileStorage(), bytes }), { status: 201 });
});

/** The body, given up as soon as it is too long: what a header claims of its length is not believed. */
async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > limit) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
