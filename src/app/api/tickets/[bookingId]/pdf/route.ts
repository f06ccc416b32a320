import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ bookingId: string }> };

/** A booking's tickets on paper, to its buyer. */
export const GET = route("api", async (request, { params }: Context) => {
  const { bookingId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.ticket.pdf({ bookingId });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
});
