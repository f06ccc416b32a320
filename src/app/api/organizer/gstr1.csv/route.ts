import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

/** A month's documents for GSTR-1 (`?month=2026-12`), streamed in pieces, to the seller. */
export const GET = route("api", async (request) => {
  const month = new URL(request.url).searchParams.get("month") ?? "";
  return fileAnswer(request, async (api, further) => {
    const first = await api.invoice.gstr1Csv({ month });
    const encoder = new TextEncoder();
    let piece = first;
    const content = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(encoder.encode(piece.csv));
        if (piece.nextCursor === null) controller.close();
        else piece = await further.invoice.gstr1Csv({ month, cursor: piece.nextCursor });
      },
    });
    return { fileName: first.fileName, contentType: "text/csv; charset=utf-8", content };
  });
});
