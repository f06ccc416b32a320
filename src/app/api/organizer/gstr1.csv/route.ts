import { csvAnswer } from "~/app/api/csv-answer";
import { route } from "~/server/http/route";

/** A month's documents for GSTR-1 (`?month=2026-12`), to the seller. */
export const GET = route("api", async (request) => {
  const month = new URL(request.url).searchParams.get("month") ?? "";
  return csvAnswer(request, (api, cursor?: string) => api.invoice.gstr1Csv({ month, cursor }));
});
