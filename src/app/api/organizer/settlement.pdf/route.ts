import { fileAnswer } from "~/app/api/file-answer";
import { route } from "~/server/http/route";

/** A month's statement (`?month=2026-12`) on paper, to the organizer. */
export const GET = route("api", async (request) => {
  const month = new URL(request.url).searchParams.get("month") ?? "";
  return fileAnswer(request, async (api) => {
    const { fileName, bytes } = await api.settlement.pdf({ month });
    return { fileName, contentType: "application/pdf", content: bytes };
  });
});
