import { paymentGateway } from "~/server/gateways/select";
import { reconcile } from "~/server/services/sale/money/reconcile/reconcile";
import type { Job } from "./job";

/** Asks the gateway about what hangs, before anything is given up. */
export const reconcilePayments: Job = ({ db }) => reconcile({ db, gateway: paymentGateway() });
