import { fileAnswer, type Api } from "./file-answer";

type Piece<Cursor> = { fileName: string; csv: string; nextCursor: Cursor | null };

/**
 * A CSV file, streamed: read in pieces, as fast as the browser takes them.
 *
 * @param read the first piece through the API as a call from outside, the further ones from their cursor as our own
 */
export function csvAnswer<Cursor>(request: Request, read: (api: Api, cursor?: Cursor) => Promise<Piece<Cursor>>): Promise<Response> {
  return fileAnswer(request, async (api, further) => {
    const first = await read(api);
    const encoder = new TextEncoder();
    let piece = first;
    const content = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(encoder.encode(piece.csv));
        if (piece.nextCursor === null) controller.close();
        else piece = await read(further, piece.nextCursor);
      },
    });
    return { fileName: first.fileName, contentType: "text/csv; charset=utf-8", content };
  });
}
