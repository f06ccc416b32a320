import { z } from "zod";
import { directions, toldWords } from "~/domain/door/scan";
import { ALL_PARTS } from "~/domain/door/share";
import { id, instant, text } from "./common";

/** What a browser calls itself, so that two with one link, or one account, count their scans apart. */
const installation = z.string().regex(/^[\w-]{1,40}$/).optional();
const seq = z.int().min(0).max(2_147_483_647);
const code = z.string().min(1).max(300);
const door = { eventId: id, installation };

export const doorInput = z.object(door);

export const redeemInput = z.object({
  ...door,
  code,
  at: instant,
  deviceSeq: seq,
  direction: z.enum(directions).optional(),
});

export const syncInput = z.object({
  ...door,
  cursor: z.string().regex(/^\d{1,20}$/, "This is no cursor."),
  scans: z
    .array(z.object({ seq, code, at: instant, direction: z.enum(directions), told: z.enum(toldWords).optional() }))
    .max(100, "Send 100 scans at most."),
  share: z.int().min(0).max(ALL_PARTS),
  figures: z.boolean().default(false),
});

export const searchDoorInput = z.object({ ...door, text: z.string().trim().max(100) });

export const makeLinkInput = z.object({
  eventId: id,
  gate: text("The gate's name", 40),
  role: z.enum(["STEWARD", "SUPERVISOR"]),
  expiresAt: instant,
});

export const linkIdInput = z.object({ linkId: id });
export const doorRulesInput = z.object({ eventId: id, turning: z.boolean(), paper: z.boolean() });
export const doorListCsvInput = z.object({ eventId: id });
