import { sendReminders as remind } from "~/server/services/messages/send-reminders";
import type { Job } from "./job";

/** Reminds ticket holders a day and two hours before. */
export const sendReminders: Job = ({ db }) => remind({ db });
