import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "~/server/services/api-keys/keep-keys";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { testRest, tokenFor } from "~/test/harness/rest";
import { anyRequest, type Known } from "~/test/harness/rest-requests";

// What nobody thought of: requests made from the document. `npm run test:fuzz` for 100,000, FUZZ_SEED to repeat.

const db = testDb({ reset: "file" });
const bank = testBank(db);
const call = testRest(db, bank.gateway);
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 20_000);
const TOGETHER = 20;

let ids: Known;
let onSaleId = "";
const tokens: (string | undefined)[] = [undefined, "nonsense"];

beforeAll(async () => {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const onSale = await makeEvent(db, { organizerId: organizer.id });
  const draft = await makeEvent(db, { organizerId: organizer.id, venue: onSale.venue, status: "DRAFT" });
  const sale = await makeSale(db, bank.gateway, { event: onSale });
  const { paymentId, orderId } = await sale.payFor();
  const unpaid = await makeSale(db, bank.gateway, { event: onSale, from: 10 });
  onSaleId = sale.eventId;
  ids = {
    eventId: [onSaleId, onSaleId, draft.event.id],
    venueId: [onSale.venue.id],
    bookingId: [sale.bookingId, unpaid.bookingId],
    sectionId: [onSale.venue.sections[0]!.id],
    seatIds: onSale.seats.slice(0, 9).map((seat) => seat.id),
    orderId: [orderId, (await unpaid.order()).orderId],
    paymentId: [paymentId],
  };
  tokens.push(await tokenFor(db, sale.buyer), await tokenFor(db, unpaid.buyer), await tokenFor(db, organizer), await tokenFor(db, await makeUser(db, { role: "ADMIN" })));
  tokens.push((await createApiKey({ db, actor: organizer, input: { name: "K", scopes: ["events", "orders", "reports"] } })).key);
});

it(`answers ${REQUESTS} requests as its document says, and never with a fault of ours`, { timeout: 3_600_000 }, async () => {
  const seen = new Map<string, number>();
  let addresses = 0;
  const property = fc.asyncProperty(fc.array(anyRequest(ids), { minLength: TOGETHER, maxLength: TOGETHER }), async (requests) => {
    await Promise.all(
      requests.map(async ({ operationId, method, target, body, headers, who }) => {
        const token = tokens[who];
        // The client itself holds each answer against the document.
        const answer = await call(method, target, { token, body, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) }, ip: `198.18.${(addresses >> 8) & 255}.${addresses++ & 255}` });
        if (answer.status === 500) throw new Error(`500 to ${method} ${target} ${body?.slice(0, 500)}`);
        seen.set(`${operationId} ${answer.status}`, (seen.get(`${operationId} ${answer.status}`) ?? 0) + 1);
      }),
    );
    // Somebody has called it off by now: the next ones are to get further than that.
    await db.event.updateMany({ where: { id: onSaleId, status: "CANCELLED" }, data: { status: "PUBLISHED", cancelledAt: null } });
  });
  const seed = process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : undefined;
  await fc.assert(property, { numRuns: Math.ceil(REQUESTS / TOGETHER), seed, interruptAfterTimeLimit: undefined });
  const statuses = new Set([...seen.keys()].map((key) => key.split(" ")[1]));
  // It got further than the door.
  for (const status of ["200", "400", "401", "403", "404"]) expect(statuses).toContain(status);
  if (process.env.FUZZ_SAY) process.stdout.write(`${[...seen].sort().map(([key, count]) => `${key}: ${count}`).join("\n")}\n`);
});
