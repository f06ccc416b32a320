import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ id: string }> };

/** An event's attendees as a file, streamed: 50,000 tickets are read in pieces, as fast as the browser takes them. */
export const GET = route("api", async (request, { params }: Context) => {
  const { id: eventId } = await params;
  return fileAnswer(request, async (api, further) => {
    const first = await api.organizer.attendeesCsv({ eventId });
    const encoder = new TextEncoder();
    let piece = first;
    const content = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(encoder.encode(piece.csv));
        if (piece.nextCursor === null) controller.close();
        else piece = await further.organizer.attendeesCsv({ eventId, cursor: piece.nextCursor });
      },
    });
    return { fileName: first.fileName, contentType: "text/csv; charset=utf-8", content };
  });
});
