import { csvAnswer } from "~/app/api/csv-answer";
import { route } from "~/server/http/route";

/** A month's statement (`?month=2026-12`) as CSV, to the organizer. */
export const GET = route("api", async (request) => {
  const month = new URL(request.url).searchParams.get("month") ?? "";
  return csvAnswer(request, (api) => api.settlement.csv({ month }));
});
