import { createContext } from "~/server/api/trpc";
import { answerLayout } from "~/server/seat-answers";
import { route } from "~/server/http/route";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ eventId: string; planHash: string }> };

export const GET = route("api", async (request, { params }: Context) => {
  return answerLayout(request, { db: createContext().db, ...(await params) });
});
