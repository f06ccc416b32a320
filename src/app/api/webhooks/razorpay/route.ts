import { after } from "next/server";
import { takeWebhook } from "~/server/bank/take-webhook";

// Under `npm start` the front answers this (server/front).
export const POST = takeWebhook(after);
