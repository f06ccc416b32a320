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
