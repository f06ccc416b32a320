import { toastQueue } from "./toast-queue";

type Extra = { description?: string };

/** Says in passing how something went; put nothing there that must be read to go on. */
export const toast = {
  success: (message: string, extra?: Extra) => toastQueue.push({ tone: "success", message, ...extra }),
  error: (message: string, extra?: Extra) => toastQueue.push({ tone: "error", message, ...extra }),
};

// A toast answers what somebody did: its place is loaded at the first press or key, ahead of the answer.
if (typeof window !== "undefined") {
  const want = () => toastQueue.want();
  for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, want, { once: true, capture: true });
}
