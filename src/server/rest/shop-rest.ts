import { db } from "~/server/db/db";
import { paymentGateway } from "~/server/gateways/select";
import type { Mount } from "~/server/http/exchange";
import { createRest, DOCUMENT_PATH } from "./handler";
import { problem } from "./problem";
import { MOST_BYTES } from "./read-input";
import { Router } from "./route";
import { table } from "./table";

/** The public API of this process: for the App routes, and for whatever stands before Next. */
export const shopRest = createRest({ db, gateway: paymentGateway() });

const router = new Router(table);

/** The public API as a part of the front: it counts and turns away by itself, in its own words. */
export const restMount: Mount = {
  answers: (path) => path === DOCUMENT_PATH || router.find(path) !== null,
  calls: () => 0,
  mostBytes: () => MOST_BYTES,
  refusal: (_, error) => problem(error),
  handler: shopRest,
};
