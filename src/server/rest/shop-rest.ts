import { db } from "~/server/db/db";
import { paymentGateway } from "~/server/gateways/select";
import { env } from "~/env";
import type { Call, ExchangeHandler, Mount } from "~/server/http/exchange";
import { foreignCall } from "~/server/http/origin";
import { securityHeaders } from "~/server/http/security-headers";
import { ourOrigins, siteFacts } from "~/server/http/site-facts";
import { createRest, DOCUMENT_PATH } from "./handler";
import { problem } from "./problem";
import { MOST_BYTES } from "./read-input";
import { Router } from "./route";
import { table } from "./table";

const rest = createRest({ db, gateway: paymentGateway() });

/** Pages elsewhere that may call: those of CORS_ORIGIN. Everybody's may where no visitor's cookie comes along. */
function refusedPage(call: Call) {
  if (env.CORS_ORIGIN.includes("*") && !call.headers.get("cookie")) return null;
  return foreignCall(call, [...ourOrigins, ...env.CORS_ORIGIN]);
}

/** The public API of this process: for the App routes, and for whatever stands before Next. */
export const shopRest: ExchangeHandler = async (call) => {
  const refused = refusedPage(call);
  const { status, headers, body } = refused ? problem(refused) : await rest(call);
  return { status, headers: { ...securityHeaders("api", siteFacts), ...headers }, body };
};

const router = new Router(table);

/** The public API as a part of the front: it counts and turns away by itself, in its own words. */
export const restMount: Mount = {
  answers: (path) => path === DOCUMENT_PATH || router.find(path) !== null,
  calls: () => 0,
  mostBytes: () => MOST_BYTES,
  refusal: (_, error) => problem(error),
  handler: shopRest,
};
