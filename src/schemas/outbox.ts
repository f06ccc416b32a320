import { z } from "zod";
import { id, paging } from "./common";

export const outboxStatuses = ["PENDING", "SENDING", "SENT", "FAILED"] as const;

export const listOutboxInput = z.object(paging).extend({
  status: z.enum(outboxStatuses).optional(),
  /** A part of the address. */
  recipient: z.string().trim().max(254).optional(),
});
export const outboxMessageInput = z.object({ id });
