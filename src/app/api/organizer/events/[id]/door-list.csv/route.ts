import { fileAnswer } from "~/app/api/file-answer";

/** The door list for spreadsheets, to the event's organizer. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id: eventId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, csv } = await api.checkIn.doorListCsv({ eventId });
    return { fileName, contentType: "text/csv; charset=utf-8", content: csv };
  });
}
