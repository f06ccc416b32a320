import { createContext } from "~/server/api/trpc";
import { answerAvailability } from "~/server/seat-answers";

export const dynamic = "force-dynamic";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ eventId: string }> },
): Promise<Response> {
  return answerAvailability(request, { db: createContext().db, ...(await params) });
}
