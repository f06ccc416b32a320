import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ id: string }> };

/** The door list on paper, to the event's organizer. */
export const GET = route("api", async (request, { params }: Context) => {
  const { id: eventId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.checkIn.doorList({ eventId });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
});
