import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ id: string }> };

/** The door list for spreadsheets, to the event's organizer. */
export const GET = route("api", async (request, { params }: Context) => {
  const { id: eventId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, csv } = await api.checkIn.doorListCsv({ eventId });
    return { fileName, contentType: "text/csv; charset=utf-8", content: csv };
  });
});
