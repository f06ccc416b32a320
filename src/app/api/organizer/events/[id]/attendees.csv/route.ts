import { csvAnswer } from "~/app/api/csv-answer";
import { route } from "~/server/http/route";

type Context = { params: Promise<{ id: string }> };

/** An event's attendees as a file: 50,000 tickets and more. */
export const GET = route("api", async (request, { params }: Context) => {
  const { id: eventId } = await params;
  return csvAnswer(request, (api, cursor?: string) => api.organizer.attendeesCsv({ eventId, cursor }));
});
