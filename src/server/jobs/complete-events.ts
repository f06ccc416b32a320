import { completeEnded } from "~/server/services/events/complete-ended";
import type { Job } from "./job";

/** Closes what is over and asks for reviews. */
export const completeEvents: Job = ({ db }) => completeEnded({ db });
