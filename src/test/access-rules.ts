import type { Standing } from "~/domain/team";

/** Ids of things that belong to somebody else, for the walk through every procedure (access.test.ts). */
export type World = Record<
  | "eventId"
  | "draftId"
  | "seatId"
  | "venueId"
  | "sectionId"
  | "bookingId"
  | "orderId"
  | "reviewId"
  | "questionId"
  | "sessionId"
  | "notificationId"
  | "couponId"
  | "apiKeyId"
  | "webhookId"
  | "deliveryId"
  | "userId"
  | "memberId"
  | "invitationId"
  | "ownerId",
  string
>;

export type AccessRule = {
  /** Who comes in at all. */
  door: "anyone" | "signedIn" | "organizer" | "admin";
  /** What one has to be in an organizer's team, behind the organizers' door; a manager unless told. */
  team?: Standing;
  /** Calls with another's ids; each must be refused. Left out: it takes none, or all may. */
  foreign?: (world: World) => object | object[];
  /** Codes that hide the thing as well as NOT_FOUND does. */
  refusedAs?: readonly string[];
  /** It has no input that could be wrong. */
  takesNothing?: true;
  /** With nothing to refuse, it would do its work: the walk leaves it to its own tests. */
  changes?: true;
};

const byId = (key: keyof World) => (world: World) => ({ id: world[key] });
const byEvent = (world: World) => [{ eventId: world.eventId }, { eventId: world.draftId }];
const ofDraft = (world: World) => ({ eventId: world.draftId });
const byOwner = (world: World) => ({ ownerId: world.ownerId });
const letter = (world: World) => ({ eventId: world.eventId, subject: "Mine", body: "Come to my own evening." });
const byBooking = (world: World) => ({ bookingId: world.bookingId });
const ownEvents = (world: World) => [{ id: world.eventId }, { id: world.draftId }];
const seats = (world: World) => ({ eventId: world.eventId, seatIds: [world.seatId] });

/** Who may call what. A new procedure has no line here, and the test is red until it gets one. */
export const accessRules: Record<string, AccessRule> = {
  "admin.auditLog": { door: "admin" },
  "admin.clearSecondFactor": { door: "admin", foreign: (world) => ({ userId: world.userId }) },
  "admin.integrity": { door: "admin", takesNothing: true },
  "admin.moneyList": { door: "admin", takesNothing: true },
  "admin.noteUnknownPayment": { door: "admin" },
  "admin.outbox": { door: "admin" },
  "admin.outboxMessage": { door: "admin" },
  "admin.retryOutboxMessage": { door: "admin" },
  "admin.retryRefund": { door: "admin" },
  "admin.securityLog": { door: "admin" },
  "admin.setFeatured": { door: "admin", foreign: (world) => ({ id: world.eventId, featured: true }) },
  "admin.setRole": { door: "admin", foreign: (world) => ({ userId: world.userId, role: "ADMIN" }) },
  "admin.setSuspended": { door: "admin", foreign: (world) => ({ userId: world.userId, suspended: true }) },
  "admin.users": { door: "admin" },
  "apiKey.create": { door: "organizer", team: "OWNER", foreign: (world) => ({ name: "Mine", scopes: ["events"], eventId: world.eventId }) },
  "apiKey.list": { door: "organizer", team: "OWNER", takesNothing: true },
  "apiKey.revoke": { door: "organizer", team: "OWNER", foreign: byId("apiKeyId") },
  "auth.register": { door: "anyone" },
  "auth.requestPasswordReset": { door: "anyone" },
  "auth.requestSignInCode": { door: "anyone" },
  "auth.resetPassword": { door: "anyone" },
  "auth.verifyEmail": { door: "anyone" },
  "booking.byId": { door: "signedIn", foreign: byBooking },
  "booking.cancel": { door: "signedIn", foreign: byBooking },
  "booking.confirm": {
    door: "signedIn",
    foreign: (world) => ({
      bookingId: world.bookingId,
      orderId: world.orderId,
      paymentId: "pay_1",
      signature: "x",
    }),
  },
  "booking.create": {
    door: "signedIn",
    foreign: (world) => ({ eventId: world.draftId, seatIds: [world.seatId] }),
    refusedAs: ["PRECONDITION_FAILED"],
  },
  "booking.list": { door: "signedIn" },
  "booking.quote": {
    door: "signedIn",
    foreign: (world) => ({ eventId: world.draftId, seatIds: [world.seatId] }),
    refusedAs: ["PRECONDITION_FAILED"],
  },
  "checkIn.doors": { door: "organizer", team: "DOOR", takesNothing: true },
  "checkIn.doorList": { door: "organizer", team: "SELLER", foreign: byEvent },
  "checkIn.doorListCsv": { door: "organizer", team: "SELLER", foreign: byEvent },
  "checkIn.links": { door: "organizer", foreign: byEvent },
  "checkIn.list": { door: "signedIn", foreign: byEvent },
  "checkIn.makeLink": {
    door: "organizer",
    foreign: (world) => ({ eventId: world.eventId, gate: "Mine", role: "STEWARD", expiresAt: new Date(Date.now() + 60_000) }),
  },
  "checkIn.redeem": { door: "signedIn", foreign: (world) => ({ eventId: world.eventId, code: "A1-0", at: new Date(), deviceSeq: 1 }) },
  // What it takes is a link's id; its own tests ask for another's.
  "checkIn.revokeLink": { door: "organizer" },
  "checkIn.search": { door: "signedIn", foreign: (world) => ({ eventId: world.eventId, text: "person" }) },
  "checkIn.setRules": { door: "organizer", foreign: (world) => ({ eventId: world.eventId, turning: true, paper: false }) },
  "checkIn.sync": { door: "signedIn", foreign: (world) => ({ eventId: world.eventId, cursor: "0", scans: [], share: 0 }) },
  "coupon.create": {
    door: "organizer",
    foreign: (world) => ({
      code: "STOLEN10",
      type: "PERCENTAGE",
      value: 1_000,
      validFrom: new Date(0),
      validUntil: new Date(),
      eventId: world.eventId,
    }),
  },
  "coupon.list": { door: "organizer" },
  "coupon.update": { door: "organizer", foreign: (world) => ({ id: world.couponId, active: false }) },
  "coupon.validate": {
    door: "signedIn",
    foreign: (world) => ({ code: "FOREIGN10", eventId: world.draftId }),
    refusedAs: ["BAD_REQUEST", "PRECONDITION_FAILED"],
  },
  "event.blockSeats": { door: "organizer", foreign: seats },
  "event.byId": { door: "anyone", foreign: byId("draftId") },
  "event.cancel": { door: "organizer", foreign: ownEvents },
  "event.complete": { door: "organizer", foreign: ownEvents },
  "event.copy": { door: "organizer", foreign: (world) => ownEvents(world).map((event) => ({ ...event, startsAt: new Date(Date.now() + 86_400_000) })) },
  "event.create": { door: "organizer" },
  "event.facets": { door: "anyone", takesNothing: true },
  "event.publicAddresses": { door: "anyone", takesNothing: true },
  "event.list": { door: "anyone" },
  "event.posterFacts": { door: "anyone", foreign: byId("draftId") },
  "event.planNews": { door: "organizer", foreign: byEvent },
  "event.publish": { door: "organizer", foreign: ownEvents },
  "event.publishChecklist": { door: "organizer", foreign: ownEvents },
  "event.seatAvailability": { door: "anyone", foreign: ofDraft },
  "event.seatLayout": { door: "anyone", foreign: ofDraft },
  "event.takePlan": { door: "organizer", foreign: (world) => ({ eventId: world.eventId, planId: "any-plan" }) },
  "event.unblockSeats": { door: "organizer", foreign: seats },
  "event.update": { door: "organizer", foreign: (world) => ({ id: world.eventId, title: "Mine now" }) },
  "invoice.documents": { door: "organizer" },
  "invoice.gstr1Csv": { door: "organizer" },
  "invoice.keepSeller": { door: "organizer", team: "OWNER" },
  "invoice.list": { door: "signedIn", foreign: byBooking },
  // What it takes is an invoice's id: none is anybody's before it is issued, so its own tests ask for another's.
  "invoice.pdf": { door: "signedIn" },
  "invoice.seller": { door: "organizer", takesNothing: true },
  "message.list": { door: "organizer", foreign: byEvent },
  "message.preview": { door: "organizer", foreign: letter },
  "message.send": { door: "organizer", foreign: (world) => ({ ...letter(world), requestKey: "12345678" }) },
  "notification.list": { door: "signedIn" },
  "notification.markAllRead": { door: "signedIn", takesNothing: true, changes: true },
  "notification.markRead": { door: "signedIn" },
  "organizer.attendees": { door: "organizer", team: "SELLER", foreign: byEvent },
  "organizer.attendeesCsv": { door: "organizer", team: "SELLER", foreign: byEvent },
  "organizer.bookingMoney": { door: "organizer", team: "SELLER", foreign: byBooking },
  "organizer.cancelForecast": { door: "organizer", foreign: ownEvents },
  "organizer.dashboard": { door: "organizer", team: "SELLER" },
  "organizer.eventReport": { door: "organizer", team: "SELLER", foreign: byEvent },
  "organizer.addNote": { door: "organizer", team: "SELLER", foreign: (world) => ({ ...byBooking(world), body: "Called." }) },
  "organizer.order": { door: "organizer", team: "SELLER", foreign: byBooking },
  "organizer.orders": { door: "organizer", team: "SELLER", foreign: byEvent },
  "organizer.renameAttendee": { door: "organizer", team: "SELLER", foreign: (world) => ({ ...byBooking(world), name: "Somebody" }) },
  "organizer.resendTickets": { door: "organizer", team: "SELLER", foreign: byBooking },
  "payment.cancelAsOrganizer": {
    door: "organizer",
    foreign: (world) => ({ bookingId: world.bookingId, note: "because" }),
  },
  "payment.cancellationProgress": { door: "organizer", team: "SELLER", foreign: byEvent },
  "payment.createOrder": {
    door: "signedIn",
    foreign: (world) => ({ bookingId: world.bookingId, method: "upi" }),
  },
  "payment.refundPart": {
    door: "organizer",
    foreign: (world) => ({
      bookingId: world.bookingId,
      amountPaise: 100,
      note: "because",
      requestKey: "12345678",
    }),
  },
  "payment.sandboxPay": {
    door: "signedIn",
    foreign: (world) => ({ orderId: world.orderId, outcome: "success" }),
  },
  "pricing.list": { door: "organizer", foreign: byEvent },
  "pricing.priceSeats": { door: "organizer", foreign: (world) => ({ ...seats(world), categoryId: null }) },
  "pricing.removeCategory": { door: "organizer", foreign: (world) => ({ eventId: world.eventId, id: "any-category" }) },
  "pricing.saveCategory": { door: "organizer", foreign: (world) => ({ eventId: world.eventId, name: "Mine", pricePaise: 100 }) },
  "question.answer": { door: "organizer", foreign: (world) => ({ id: world.questionId, answer: "At six." }) },
  "question.ask": { door: "signedIn", foreign: (world) => ({ eventId: world.draftId, text: "When?" }) },
  "question.list": { door: "organizer", foreign: byEvent },
  "review.list": { door: "anyone", foreign: ofDraft },
  "review.remove": { door: "signedIn", foreign: ofDraft },
  "review.reply": {
    door: "organizer",
    foreign: (world) => ({ id: world.reviewId, reply: "Mine to answer" }),
  },
  "review.takeDown": { door: "admin", foreign: (world) => ({ id: world.reviewId, reason: "because" }) },
  "review.upsert": { door: "signedIn", foreign: (world) => ({ eventId: world.eventId, rating: 1 }) },
  "saved.keep": { door: "signedIn", foreign: (world) => ({ eventId: world.draftId, saved: true, remind: false }) },
  "saved.list": { door: "signedIn", takesNothing: true },
  "saved.of": { door: "signedIn" },
  "seatLock.extend": {
    door: "signedIn",
    foreign: ofDraft,
    refusedAs: ["PRECONDITION_FAILED"],
  },
  "seatLock.hold": {
    door: "signedIn",
    foreign: (world) => ({ eventId: world.draftId, seatIds: [world.seatId] }),
    refusedAs: ["PRECONDITION_FAILED"],
  },
  "seatLock.holdBest": {
    door: "signedIn",
    foreign: (world) => ({ eventId: world.draftId, count: 1 }),
    refusedAs: ["PRECONDITION_FAILED"],
  },
  "seatLock.release": { door: "signedIn" },
  "seatLock.status": { door: "signedIn" },
  "settlement.csv": { door: "organizer" },
  "settlement.month": { door: "organizer" },
  "settlement.pdf": { door: "organizer" },
  "showing.add": { door: "organizer", foreign: (world) => ({ eventId: world.eventId, startsAts: [new Date(Date.now() + 86_400_000)] }) },
  "showing.ahead": { door: "anyone", foreign: ofDraft },
  "showing.align": { door: "organizer", foreign: (world) => ({ eventId: world.eventId, ids: [world.draftId] }) },
  "showing.cancel": { door: "organizer", foreign: (world) => ({ ids: [world.eventId, world.draftId] }) },
  "showing.list": { door: "organizer", team: "SELLER", foreign: byEvent },
  "showing.move": { door: "organizer", foreign: (world) => ({ ids: [world.eventId], minutes: 30 }) },
  "showing.publish": { door: "organizer", foreign: (world) => ({ ids: [world.draftId] }) },
  "system.ping": { door: "anyone", takesNothing: true },
  "team.accept": { door: "signedIn", foreign: byId("invitationId") },
  "team.choose": { door: "signedIn", foreign: byOwner },
  "team.decline": { door: "signedIn", foreign: byId("invitationId") },
  "team.invitation": { door: "signedIn" },
  "team.invite": { door: "organizer", team: "OWNER" },
  "team.leave": { door: "signedIn", foreign: byOwner },
  "team.list": { door: "organizer", team: "OWNER", takesNothing: true },
  "team.mine": { door: "signedIn", takesNothing: true },
  "team.remove": { door: "organizer", team: "OWNER", foreign: (world) => ({ memberId: world.memberId }) },
  "team.setRole": { door: "organizer", team: "OWNER", foreign: (world) => ({ memberId: world.memberId, role: "MANAGER" }) },
  "team.withdraw": { door: "organizer", team: "OWNER", foreign: byId("invitationId") },
  "ticket.appleWallet": { door: "signedIn", foreign: byBooking },
  "ticket.bookingCalendar": { door: "signedIn", foreign: byBooking },
  "ticket.eventCalendar": { door: "anyone", foreign: byId("draftId") },
  "ticket.googleWallet": { door: "signedIn", foreign: byBooking },
  "ticket.list": { door: "signedIn", foreign: byBooking },
  "ticket.pdf": { door: "signedIn", foreign: byBooking },
  "user.changePassword": { door: "signedIn" },
  "user.confirmSecondFactor": { door: "signedIn" },
  "user.deleteAccount": { door: "signedIn" },
  "user.endAllSessions": { door: "signedIn", takesNothing: true, changes: true },
  "user.endSession": { door: "signedIn", foreign: byId("sessionId") },
  "user.exportData": { door: "signedIn", takesNothing: true },
  "user.keepTaxDetails": { door: "signedIn" },
  "user.taxDetails": { door: "signedIn", takesNothing: true },
  "user.preferences": { door: "signedIn", takesNothing: true },
  "user.profile": { door: "signedIn", takesNothing: true },
  "user.removeSecondFactor": { door: "signedIn" },
  "user.renewRecoveryCodes": { door: "signedIn" },
  "user.resendVerification": { door: "signedIn", takesNothing: true, changes: true },
  "user.secondFactor": { door: "signedIn", takesNothing: true },
  "user.sessions": { door: "signedIn", takesNothing: true },
  "user.startSecondFactor": { door: "signedIn" },
  "user.updatePreferences": { door: "signedIn" },
  "user.updateProfile": { door: "signedIn" },
  "venue.addSection": {
    door: "organizer",
    foreign: (world) => ({ venueId: world.venueId, name: "Mine", rowCount: 1, seatsPerRow: 1 }),
  },
  "venue.byId": { door: "anyone" },
  "venue.create": { door: "organizer" },
  "venue.plan": { door: "organizer", foreign: (world) => ({ venueId: world.venueId }) },
  "venue.exportPlan": { door: "organizer", foreign: (world) => ({ venueId: world.venueId }) },
  "venue.importPlan": { door: "organizer", foreign: (world) => ({ venueId: world.venueId, plan: {} }) },
  "venue.planDraft": { door: "organizer", foreign: (world) => ({ venueId: world.venueId }) },
  "venue.savePlanDraft": {
    door: "organizer",
    foreign: (world) => ({ venueId: world.venueId, revision: 0, draft: { sections: [], decorations: [] } }),
  },
  "venue.publishPlanDraft": { door: "organizer", foreign: (world) => ({ venueId: world.venueId, revision: 1 }) },
  "venue.discardPlanDraft": { door: "organizer", foreign: (world) => ({ venueId: world.venueId }) },
  "venue.list": { door: "anyone" },
  "venue.removeSection": { door: "organizer", foreign: byId("sectionId") },
  "venue.setArchived": { door: "organizer", foreign: (world) => ({ id: world.venueId, archived: true }) },
  "venue.update": { door: "organizer", foreign: (world) => ({ id: world.venueId, name: "Mine now" }) },
  "venue.updateSection": {
    door: "organizer",
    foreign: (world) => ({ id: world.sectionId, name: "Mine now" }),
  },
  "webhook.create": {
    door: "organizer", team: "OWNER",
    foreign: (world) => ({ url: "https://example.com", types: ["event.updated"], eventId: world.eventId }),
  },
  "webhook.deliveries": { door: "organizer", team: "OWNER", foreign: byId("webhookId") },
  "webhook.list": { door: "organizer", team: "OWNER", takesNothing: true },
  "webhook.remove": { door: "organizer", team: "OWNER", foreign: byId("webhookId") },
  "webhook.replay": { door: "organizer", team: "OWNER", foreign: (world) => ({ deliveryId: world.deliveryId }) },
  "webhook.rotateSecret": { door: "organizer", team: "OWNER", foreign: byId("webhookId") },
  "webhook.test": { door: "organizer", team: "OWNER", foreign: byId("webhookId") },
  "webhook.update": { door: "organizer", team: "OWNER", foreign: (world) => ({ id: world.webhookId, enabled: false }) },
};
