import { deliverWebhooks as deliver } from "~/server/services/webhooks-out/deliver";
import type { Job } from "./job";

/** Sends organizers the webhooks that are due. */
export const deliverWebhooks: Job = ({ db }) => deliver({ db });
