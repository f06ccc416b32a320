import { db } from "~/server/db/db";
import { paymentGateway } from "~/server/gateways/select";
import { env } from "~/env";
import type { Answer, Head, ExchangeHandler, Mount } from "~/server/http/exchange";
import { foreignCall } from "~/server/http/origin";
import { securityHeaders } from "~/server/http/security-headers";
import { ourOrigins, siteFacts } from "~/server/http/site-facts";
import { corsHeaders } from "./cors";
import { createRest, DOCUMENT_PATH } from "./handler";
import { problem } from "./problem";
import { MOST_BYTES, tooLarge } from "./read-input";
import { Router } from "./route";
import { table } from "./table";

const rest = createRest({ db, gateway: paymentGateway() });

/** Pages elsewhere that may call: those of CORS_ORIGIN. Everybody's may where no visitor's cookie comes along. */
function refusedPage(call: Head) {
  if (env.CORS_ORIGIN.includes("*") && !call.headers.get("cookie")) return null;
  return foreignCall(call, [...ourOrigins, ...env.CORS_ORIGIN]);
}

const ours = ({ status, headers, body }: Answer): Answer => ({ status, headers: { ...securityHeaders("api", siteFacts), ...headers }, body });

const shopRest: ExchangeHandler = async (call) => {
  const refused = refusedPage(call);
  return ours(refused ? problem(refused) : await rest(call));
};

const router = new Router(table);

/** The public API of this process: as a part of the front, and for the App route. */
export const restMount: Mount = {
  answers: (path) => path === DOCUMENT_PATH || router.find(path) !== null,
  calls: () => 1,
  mostBytes: () => MOST_BYTES,
  refusal: (head, error, status) => {
    const { headers, ...answer } = problem(status === 413 ? tooLarge() : error, { [error.code]: status });
    return ours({ ...answer, headers: { ...headers, ...corsHeaders(head) } });
  },
  handler: shopRest,
};
