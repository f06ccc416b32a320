import { fileAnswer } from "~/app/api/file-answer";

type Context = { params: Promise<{ eventId: string }> };

/** An event for anybody's calendar. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { eventId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, text } = await api.ticket.eventCalendar({ id: eventId });
    return { fileName, contentType: "text/calendar; charset=utf-8", content: text };
  });
}
