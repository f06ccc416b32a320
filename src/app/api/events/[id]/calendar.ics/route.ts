import { fileAnswer } from "~/app/api/file-answer";

type Context = { params: Promise<{ id: string }> };

/** An event for anybody's calendar. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, text } = await api.ticket.eventCalendar({ id });
    return { fileName, contentType: "text/calendar; charset=utf-8", content: text };
  });
}
