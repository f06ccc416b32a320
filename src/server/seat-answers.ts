import { AppError, notFound } from "~/domain/errors";
import { toWire } from "~/domain/seating/layout-wire";
import { eventOfInput } from "~/schemas/event";
import { answerCached } from "./http/answer-cached";
import type { Db } from "./db/db";
import { seatAvailability } from "./services/seats/seat-availability";
import { seatLayout } from "./services/seats/seat-layout";

/** A CDN may answer for a second, and for five more while it asks again. */
const AVAILABILITY = "public, s-maxage=1, stale-while-revalidate=5";
/** A layout never changes under its hash. */
const LAYOUT = "public, max-age=31536000, immutable";

/** `event.seatAvailability` for the crowd: one reading for all of them, 304 where nothing moved. */
export async function answerAvailability(
  request: Request,
  input: { db: Db; eventId: string },
): Promise<Response> {
  try {
    const found = await seatAvailability({ db: input.db, ...known(input), actor: null });
    return answerCached(request, {
      etag: found.etag,
      cacheControl: AVAILABILITY,
      body: () => JSON.stringify(found),
    });
  } catch (error) {
    return refuse(error);
  }
}

/** `event.seatLayout`, packed (domain/seating/layout-wire), under an address that is good for a year. */
export async function answerLayout(
  request: Request,
  input: { db: Db; eventId: string; planHash: string },
): Promise<Response> {
  try {
    const layout = await seatLayout({ db: input.db, ...known(input), actor: null });
    if (layout.planHash !== input.planHash) {
      throw new AppError("NOT_FOUND", "These seats were laid out anew. Please load the page again.");
    }
    return answerCached(request, {
      etag: `layout-${layout.planHash}`,
      cacheControl: LAYOUT,
      body: () => JSON.stringify(toWire(layout)),
    });
  } catch (error) {
    return refuse(error);
  }
}

/** What cannot be an id is no event. */
function known({ eventId }: { eventId: string }): { eventId: string } {
  if (!eventOfInput.safeParse({ eventId }).success) throw notFound("event");
  return { eventId };
}

function refuse(error: unknown): Response {
  const known = error instanceof AppError ? error : null;
  const status = known?.code === "NOT_FOUND" ? 404 : 503;
  const message = known?.userMessage ?? "The seats cannot be read at the moment. Please try again.";
  return Response.json({ error: message }, { status, headers: { "cache-control": "no-store" } });
}
