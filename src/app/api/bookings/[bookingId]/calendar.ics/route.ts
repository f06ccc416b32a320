import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ bookingId: string }> };

/** A booking for its buyer's calendar; once it has ended, its cancellation. */
export const GET = route("api", async (request, { params }: Context) => {
  const { bookingId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, text } = await api.ticket.bookingCalendar({ bookingId });
    return { fileName, contentType: "text/calendar; charset=utf-8", content: text };
  });
});
