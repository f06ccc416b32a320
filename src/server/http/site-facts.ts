import { env } from "~/env";

/** What of the environment decides headers. */
export const siteFacts = {
  https: env.APP_URL.startsWith("https:"),
  razorpay: env.PAYMENT_GATEWAY === "razorpay",
  dev: env.NODE_ENV === "development",
};

/** Origins whose pages may call the API. */
export const ourOrigins: readonly string[] = [new URL(env.APP_URL).origin];
