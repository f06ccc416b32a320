import { z } from "zod";
import { id, paging, prose, text } from "./common";

const letter = {
  eventId: id,
  /** Only to who has seats there; left out or empty: to all who have tickets. */
  sectionIds: z.array(id).max(200).default([]),
  subject: text("The subject", 150),
  body: prose("The message", 5_000),
};

export const previewMessageInput = z.object(letter);
export const sendMessageInput = z.object({ ...letter, requestKey: z.string().regex(/^[\w-]{8,64}$/, "That is no key of a request.") });
export const messagesInput = z.object({ eventId: id, ...paging });
