import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { createCaller } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies } from "~/server/session-cookie";

/** An event's attendees as a file, streamed: 50,000 tickets are read in pieces, as fast as the browser takes them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id: eventId } = await params;
  const claims = claimsFromCookies(request.headers.get("cookie"));
  const { organizer } = createCaller(createContext({ claims }));

  const first = await organizer.attendeesCsv({ eventId }).catch((error: unknown) => {
    if (error instanceof TRPCError) return error;
    throw error;
  });
  if (first instanceof TRPCError) {
    const status = getHTTPStatusCodeFromError(first);
    return new Response(first.message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
  }

  const encoder = new TextEncoder();
  let piece = first;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(encoder.encode(piece.csv));
      if (piece.nextCursor === null) controller.close();
      else piece = await organizer.attendeesCsv({ eventId, cursor: piece.nextCursor });
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${first.fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
