import { createContext } from "~/server/api/trpc";
import { answerAvailability } from "~/server/seat-answers";
import { route } from "~/server/http/route";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ eventId: string }> };

export const GET = route("api", async (request, { params }: Context) => {
  return answerAvailability(request, { db: createContext().db, ...(await params) });
});
