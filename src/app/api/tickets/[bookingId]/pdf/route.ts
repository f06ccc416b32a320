import { fileAnswer } from "~/app/api/file-answer";

type Context = { params: Promise<{ bookingId: string }> };

/** A booking's tickets on paper, to its buyer. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { bookingId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.ticket.pdf({ bookingId });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
}
