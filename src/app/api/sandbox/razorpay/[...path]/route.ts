import { createContext } from "~/server/api/trpc";
import { sandboxBank } from "~/server/gateways/sandbox";
import { serveBank } from "~/server/gateways/sandbox/handler";

/** The sandbox bank; there is none where PAYMENT_GATEWAY names a real one. */
async function handler(request: Request): Promise<Response> {
  const bank = sandboxBank(createContext().db);
  return bank ? serveBank(bank, request) : new Response("Not found", { status: 404 });
}

export { handler as GET, handler as POST, handler as PUT };
