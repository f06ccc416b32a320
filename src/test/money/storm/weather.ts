import type { Db } from "~/server/db/db";
import { sign } from "~/server/gateways/signature";
import type { Random } from "./random";

type Delivery = { eventId: string; text: string; signature: string; forged: boolean };

/** Shares of the gateway's events that come doubled, out of order, later than the rest, or from a stranger. */
export const WEATHER = { doubled: 0.3, reordered: 0.2, late: 0.05, forged: 0.05 };

/** The gateway's webhooks on their way to the shop: taken from the bank's queue, and badly treated. */
export class Weather {
  readonly counts = { sent: 0, doubled: 0, reordered: 0, late: 0, forged: 0, retried: 0 };
  private readonly later: Delivery[] = [];

  constructor(
    private readonly db: Db,
    private readonly random: Random,
  ) {}

  /** What the bank has to say, in the order in which it will arrive. */
  async gather(): Promise<Delivery[]> {
    const rows = await this.db.$queryRaw<{ id: string; text: string; signature: string }[]>`
      UPDATE "SandboxRecord" SET "parentId" = NULL WHERE "parentId" = 'webhooks:waiting'
      RETURNING id, body->>'text' AS text, body->>'signature' AS signature`;
    const arriving: Delivery[] = [];
    for (const { id, text, signature } of rows) {
      const delivery = { eventId: id, text, signature, forged: false };
      if (this.random.chance(WEATHER.forged)) {
        this.counts.forged++;
        // A stranger's copy of a real message, with another payment's name in it.
        const forgery = text.replace('"status":"failed"', '"status":"captured"');
        arriving.push({ eventId: `forged-${id}`, text: forgery, signature: sign(forgery, "not the secret"), forged: true });
      }
      if (this.random.chance(WEATHER.late)) {
        this.counts.late++;
        this.later.push(delivery);
      } else if (this.random.chance(WEATHER.reordered)) {
        this.counts.reordered++;
        arriving.splice(this.random.below(arriving.length + 1), 0, delivery);
      } else arriving.push(delivery);
      if (this.random.chance(WEATHER.doubled)) {
        this.counts.doubled++;
        arriving.splice(this.random.below(arriving.length + 1), 0, delivery);
      }
    }
    return arriving;
  }

  /** The stragglers, at the end. */
  stragglers(): Delivery[] {
    return this.later.splice(0);
  }
}
