import { adminRouter } from "./routers/admin";
import { apiKeyRouter } from "./routers/api-key";
import { authRouter } from "./routers/auth";
import { bookingRouter } from "./routers/booking";
import { checkInRouter } from "./routers/check-in";
import { couponRouter } from "./routers/coupon";
import { eventRouter } from "./routers/event";
import { messageRouter } from "./routers/message";
import { notificationRouter } from "./routers/notification";
import { organizerRouter } from "./routers/organizer";
import { paymentRouter } from "./routers/payment";
import { pricingRouter } from "./routers/pricing";
import { questionRouter } from "./routers/question";
import { reviewRouter } from "./routers/review";
import { invoiceRouter } from "./routers/invoice";
import { savedRouter } from "./routers/saved";
import { seatLockRouter } from "./routers/seat-lock";
import { settlementRouter } from "./routers/settlement";
import { showingRouter } from "./routers/showing";
import { systemRouter } from "./routers/system";
import { teamRouter } from "./routers/team";
import { ticketRouter } from "./routers/ticket";
import { userRouter } from "./routers/user";
import { venueRouter } from "./routers/venue";
import { webhookRouter } from "./routers/webhook";
import { createCallerFactory, createRouter } from "./trpc";

/** The table of contents of the API: one router a noun. */
export const appRouter = createRouter({
  admin: adminRouter,
  apiKey: apiKeyRouter,
  auth: authRouter,
  booking: bookingRouter,
  checkIn: checkInRouter,
  coupon: couponRouter,
  event: eventRouter,
  invoice: invoiceRouter,
  message: messageRouter,
  notification: notificationRouter,
  organizer: organizerRouter,
  payment: paymentRouter,
  pricing: pricingRouter,
  question: questionRouter,
  review: reviewRouter,
  saved: savedRouter,
  seatLock: seatLockRouter,
  settlement: settlementRouter,
  showing: showingRouter,
  system: systemRouter,
  team: teamRouter,
  ticket: ticketRouter,
  user: userRouter,
  venue: venueRouter,
  webhook: webhookRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP: server components and tests. */
export const createCaller = createCallerFactory(appRouter);
