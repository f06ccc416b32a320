import { toastQueue } from "./toast-queue";

type Extra = { description?: string };

/** Says in passing how something went; put nothing there that must be read to go on. */
export const toast = {
  success: (message: string, extra?: Extra) => toastQueue.push({ tone: "success", message, ...extra }),
  error: (message: string, extra?: Extra) => toastQueue.push({ tone: "error", message, ...extra }),
};

if (typeof window !== "undefined") toastQueue.want();
