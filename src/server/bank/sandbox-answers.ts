import { createContext } from "~/server/api/trpc";
import { sandboxBank } from "~/server/gateways/sandbox";
import { serveBank } from "~/server/gateways/sandbox/handler";
import { route } from "~/server/http/route";

/** The sandbox bank; there is none where PAYMENT_GATEWAY names a real one. */
export const sandboxAnswers = route("api", async (request) => {
  const bank = sandboxBank(createContext().db);
  return bank ? serveBank(bank, request) : new Response("Not found", { status: 404 });
});
