import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ eventId: string }> };

/** An event for anybody's calendar. */
export const GET = route("api", async (request, { params }: Context) => {
  const { eventId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, text } = await api.ticket.eventCalendar({ id: eventId });
    return { fileName, contentType: "text/calendar; charset=utf-8", content: text };
  });
});
