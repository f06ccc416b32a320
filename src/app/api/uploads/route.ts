import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { AppError } from "~/domain/errors";
import { toAppError, toTrpcError } from "~/server/api/errors";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies } from "~/server/session-cookie";
import { fileStorage } from "~/server/gateways/storage";
import { log } from "~/server/log";
import { MAX_PICTURE_BYTES, savePicture, tooLarge } from "~/server/services/uploads/save-picture";
import { viewerFor } from "~/server/services/session";

/** Takes an organizer's picture as the body of the request; answers `{ url, width, height }` or `{ message }`. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { db } = createContext();
    const claims = claimsFromCookies(request.headers.get("cookie"));
    const actor = claims && (await viewerFor({ db, claims }));
    if (!actor) throw new AppError("UNAUTHORIZED", "Please sign in first.");
    const bytes = await readAtMost(request, MAX_PICTURE_BYTES);
    return Response.json(await savePicture({ db, actor, storage: fileStorage(), bytes }), { status: 201 });
  } catch (error) {
    const refused = toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error }));
    const app = toAppError(refused);
    if (!app || app.code === "INTERNAL") log.error({ err: error }, "upload");
    const message = app?.userMessage ?? "Something went wrong on our side. Please try again.";
    return Response.json({ message }, { status: getHTTPStatusCodeFromError(refused) });
  }
}

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
