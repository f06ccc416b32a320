import { fileAnswer } from "~/app/api/file-answer";

type Context = { params: Promise<{ bookingId: string }> };

/** A booking for its buyer's calendar; once it has ended, its cancellation. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { bookingId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, text } = await api.ticket.bookingCalendar({ bookingId });
    return { fileName, contentType: "text/calendar; charset=utf-8", content: text };
  });
}
