import type { Mount } from "~/server/http/exchange";
import { webMount } from "~/server/http/web-mount";
import { sandboxAnswers } from "./sandbox-answers";
import { takeWebhook, WEBHOOK_MOST_BYTES } from "./take-webhook";

const webhook = takeWebhook((work) => void setImmediate(() => void work()));
const ofTheSandbox = new Set(["GET", "POST", "PUT"]);

/** The bank's two ways into the shop, before Next: three webhooks and four calls come with every purchase in the sandbox. */
export const bankMounts: readonly Mount[] = [
  webMount({
    answers: (path, method) => path === "/api/webhooks/razorpay" && method === "POST",
    mostBytes: WEBHOOK_MOST_BYTES,
    handler: (request) => webhook(request, undefined),
  }),
  webMount({
    answers: (path, method) => path.startsWith("/api/sandbox/razorpay/") && ofTheSandbox.has(method),
    mostBytes: 64_000,
    handler: (request) => sandboxAnswers(request, undefined),
  }),
];
