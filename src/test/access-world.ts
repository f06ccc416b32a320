import type { Db } from "~/server/db/db";
import type { World } from "./access-rule";
import { makeEvent, makeVenue } from "./factories";

/** Things that belong to `owner`, an organizer, and to `victim`, a buyer: what nobody else may touch. */
export async function makeWorld(db: Db, owner: { id: string }, victim: { id: string }): Promise<World> {
  const venue = await makeVenue(db, { ownerId: owner.id });
  const { event, seats } = await makeEvent(db, { venue, organizerId: owner.id });
  const draft = await makeEvent(db, { venue, organizerId: owner.id, status: "DRAFT" });
  const at = new Date(Date.now() + 600_000);
  const booking = await db.booking.create({
    data: {
      bookingNumber: "AIS-FOREIGN",
      userId: victim.id,
      eventId: event.id,
      seatCount: 1,
      subtotalPaise: 50_000,
      taxPaise: 9_000,
      totalPaise: 59_000,
      expiresAt: at,
      holdsUntil: at,
      policy: {},
    },
  });
  const payment = await db.payment.create({
    data: {
      bookingId: booking.id,
      gateway: "sandbox",
      orderId: "order_foreign",
      method: "UPI",
      amountPaise: 59_000,
    },
  });
  const review = await db.review.create({ data: { eventId: event.id, userId: victim.id, rating: 4 } });
  const question = await db.eventQuestion.create({ data: { eventId: event.id, userId: victim.id, text: "When do doors open?" } });
  const session = await db.session.create({ data: { userId: victim.id } });
  const notification = await db.notification.create({
    data: { userId: victim.id, type: "test", title: "A title", body: "A body" },
  });
  const coupon = await db.coupon.create({
    data: {
      code: "FOREIGN10",
      type: "PERCENTAGE",
      value: 1_000,
      validFrom: new Date(Date.now() - 1_000),
      validUntil: at,
      organizerId: owner.id,
    },
  });
  const apiKey = await db.apiKey.create({
    data: { userId: owner.id, name: "Foreign", hint: "aisle_…", hash: "foreign", scopes: ["events"] },
  });
  const webhook = await db.webhookEndpoint.create({
    data: { userId: owner.id, url: "https://example.com", types: ["event.updated"], secret: "whsec_c2VjcmV0" },
  });
  const delivery = await db.webhookDelivery.create({
    data: { id: "msg_foreign", endpointId: webhook.id, type: "event.updated", payload: {}, status: "FAILED" },
  });
  const member = await db.teamMember.create({ data: { ownerId: owner.id, userId: victim.id, role: "DOOR" } });
  const invitation = await db.teamInvitation.create({
    data: { ownerId: owner.id, email: "somebody@else.test", role: "DOOR", expiresAt: at },
  });
  return {
    memberId: member.id,
    invitationId: invitation.id,
    ownerId: owner.id,
    apiKeyId: apiKey.id,
    webhookId: webhook.id,
    deliveryId: delivery.id,
    eventId: event.id,
    draftId: draft.event.id,
    seatId: seats[0]!.id,
    venueId: venue.id,
    sectionId: venue.sections[0]!.id,
    bookingId: booking.id,
    orderId: payment.orderId,
    reviewId: review.id,
    questionId: question.id,
    sessionId: session.id,
    notificationId: notification.id,
    couponId: coupon.id,
    userId: victim.id,
  };
}
