import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { cancelEvent } from "../events/cancel-event";
import { likeness } from "../events/copy-event";
import { managedEvent } from "~/server/services/rights/event-rules";
import { publishEvent } from "../events/publish-event";
import { updateEvent } from "../events/update-event";

type Together = { db: Db; actor: Actor; ids: string[] };

/** What became of several showings: those that were refused, each with the sentence it would have got alone. */
type Outcome = { done: number; refused: { id: string; sentence: string }[] };

/**
 * Does to each of these showings what may be done to one, one after another: one that refuses keeps none of the others.
 * @throws whatever is no refusal
 */
async function each(ids: string[], doOne: (id: string) => Promise<unknown>): Promise<Outcome> {
  const refused: Outcome["refused"] = [];
  const all = [...new Set(ids)];
  for (const id of all) {
    try {
      await doOne(id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "FORBIDDEN" || error.code === "NOT_FOUND") throw error;
      refused.push({ id, sentence: error.userMessage });
    }
  }
  return { done: all.length - refused.length, refused };
}

/** Puts showings on sale. @throws AppError NOT_FOUND, FORBIDDEN */
export function publishShowings({ db, actor, ids }: Together): Promise<Outcome> {
  return each(ids, (id) => publishEvent({ db, actor, id }));
}

/**
 * Gives showings the words, pictures, price and rules of one of them. Where seats are sold the price stays, and with it
 * all the rest of that showing. @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function alignShowings({ db, actor, eventId, ids }: Together & { eventId: string }): Promise<Outcome> {
  const model = likeness(await managedEvent(db, actor, eventId));
  return each(ids.filter((id) => id !== eventId), (id) => updateEvent({ db, actor, input: { id, ...model } }));
}

/** Moves showings, sales and all, by so many minutes; who has tickets is told. @throws AppError NOT_FOUND, FORBIDDEN */
export function moveShowings({ db, actor, ids, minutes }: Together & { minutes: number }): Promise<Outcome> {
  const moved = (at: Date | null) => at && new Date(at.getTime() + minutes * 60_000);
  return each(ids, async (id) => {
    const { startsAt, endsAt, offSaleAt } = await managedEvent(db, actor, id);
    const input = { id, startsAt: moved(startsAt) ?? undefined, endsAt: moved(endsAt), offSaleAt: moved(offSaleAt) };
    await updateEvent({ db, actor, input });
  });
}

/** Calls showings off, for good; every buyer gets all back. @throws AppError NOT_FOUND, FORBIDDEN */
export function cancelShowings({ db, gateway, actor, ids, reason }: Together & { gateway: PaymentGateway; reason?: string }): Promise<Outcome> {
  return each(ids, (id) => cancelEvent({ db, gateway, actor, id, reason }));
}
