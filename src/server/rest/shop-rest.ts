import { db } from "~/server/db/db";
import { paymentGateway } from "~/server/gateways/select";
import { createRest } from "./handler";

/** The public API of this process: for the App routes, and for whatever stands before Next. */
export const shopRest = createRest({ db, gateway: paymentGateway() });
