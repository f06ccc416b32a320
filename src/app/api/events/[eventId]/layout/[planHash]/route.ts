import { createContext } from "~/server/api/trpc";
import { answerLayout } from "~/server/seat-answers";

export const dynamic = "force-dynamic";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ eventId: string; planHash: string }> },
): Promise<Response> {
  return answerLayout(request, { db: createContext().db, ...(await params) });
}
