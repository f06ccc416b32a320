import { fileAnswer } from "~/app/api/file-answer";

/** The door list on paper, to the event's organizer. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id: eventId } = await params;
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.checkIn.doorList({ eventId });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
}
