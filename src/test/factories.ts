import { hashSync } from "bcryptjs";
import { nanoid } from "nanoid";
import { sectionPrice } from "~/domain/pricing";
import { seatId } from "~/domain/seating/seat-id";
import { SEAT_PITCH, type SeatingPlanContent, type SectionLayout } from "~/domain/seating/plan/seating-plan";
import { rowLabelAt } from "~/domain/seating/plan/seating-plan-labels";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";

/** Whole, believable rows with one thing or another said by the test. Times are UTC, money in paise. */

export const PASSWORD = "paper-elephant-9";
// The cheapest cost there is: tests sign in often and guard nothing.
const passwordHash = hashSync(PASSWORD, 4);

let counter = 0;
const next = () => (counter += 1);

/** A buyer, unless `role` says otherwise; their password is PASSWORD. */
export function makeUser(db: Db, fields: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const number = next();
  return db.user.create({
    data: {
      name: `Person ${number}`,
      email: `person-${number}-${nanoid(6)}@aisle.test`.toLowerCase(),
      passwordHash,
      emailVerifiedAt: new Date(),
      ...fields,
    },
  });
}

export type SectionShape = {
  name: string;
  rowCount: number;
  seatsPerRow: number;
  priceMultiplierBps?: number;
  /** "1": rows 1, 2, ... instead of A, B, ... */
  rowLabels?: "A" | "1";
};

const STALLS: SectionShape[] = [{ name: "Stalls", rowCount: 5, seatsPerRow: 10 }];

/** A venue in Mumbai with sections and their plan: one of 5 rows of 10 unless told. */
export async function makeVenue(
  db: Db,
  {
    sections = STALLS,
    ...fields
  }: Partial<Omit<Prisma.VenueUncheckedCreateInput, "sections">> & { sections?: SectionShape[] } = {},
) {
  const number = next();
  const venue = await db.venue.create({
    data: {
      name: `Hall ${number}`,
      slug: `hall-${number}-${nanoid(6)}`,
      address: "1 Marine Drive",
      city: "Mumbai",
      stateCode: "27",
      ...fields,
      sections: {
        create: sections.map(({ priceMultiplierBps = 10_000, rowLabels = "A", ...section }, position) => ({
          ...section,
          priceMultiplierBps,
          position,
          layout: { shape: "straight", rowLabels, x: 0, y: position * 1_000 },
        })),
      },
    },
    include: { sections: { orderBy: { position: "asc" } } },
  });
  const content = planContent(venue.name, venue.sections);
  const seatCount = content.sections.reduce(
    (sum, { rows }) => sum + rows.reduce((n, { seats }) => n + seats.length, 0),
    0,
  );
  const plan = await db.seatingPlan.create({
    data: { venueId: venue.id, version: 1, hash: `plan-${nanoid(12)}`, seatCount, content },
  });
  return { ...venue, plan };
}

type SectionRow = {
  id: string;
  name: string;
  rowCount: number;
  seatsPerRow: number;
  priceMultiplierBps: number;
  layout: unknown;
};

/** Straight rows of seats 1, 2, ...: sections behind one another. */
function planContent(name: string, sections: SectionRow[]): SeatingPlanContent {
  let top = 0;
  const laidOut = sections.map((section) => {
    const rows = Array.from({ length: section.rowCount }, (_, row) => ({
      label: rowLabelAt({ layout: section.layout as SectionLayout }, row),
      seats: Array.from({ length: section.seatsPerRow }, (_, seat) => ({
        label: `${seat + 1}`,
        x: seat * SEAT_PITCH,
        y: top + row * SEAT_PITCH,
        flags: 0,
      })),
    }));
    top += (section.rowCount + 2) * SEAT_PITCH;
    return { id: section.id, name: section.name, priceMultiplierBps: section.priceMultiplierBps, rows };
  });
  const width = Math.max(...sections.map((section) => section.seatsPerRow)) * SEAT_PITCH;
  return { name, size: { width, height: top }, sections: laidOut, decorations: [] };
}

type Venue = Awaited<ReturnType<typeof makeVenue>>;

type EventFields = Partial<Omit<Prisma.EventUncheckedCreateInput, "sections">> & {
  venue?: Venue;
  sections?: SectionShape[];
};

/**
 * An event on sale a week from now, at 500 rupees, with its seats; organizer and venue are made unless given.
 * `seats` comes in ordinal order.
 */
export async function makeEvent(db: Db, { venue: given, sections, ...fields }: EventFields = {}) {
  const venue = given ?? (await makeVenue(db, { sections }));
  const organizerId = fields.organizerId ?? (await makeUser(db, { role: "ORGANIZER" })).id;
  const number = next();
  const basePricePaise = fields.basePricePaise ?? 50_000;
  const content = venue.plan.content as unknown as SeatingPlanContent;
  const priced = content.sections.map((section) => ({
    ...section,
    pricePaise: sectionPrice(basePricePaise, section.priceMultiplierBps),
    seatCount: section.rows.reduce((sum, { seats }) => sum + seats.length, 0),
  }));
  const prices = priced.map(({ pricePaise }) => pricePaise);
  const event = await db.event.create({
    data: {
      slug: `event-${number}-${nanoid(6)}`,
      title: `Evening ${number}`,
      description: "An evening worth leaving the house for.",
      category: "CONCERT",
      status: "PUBLISHED",
      publishedAt: new Date(),
      startsAt: new Date(Date.now() + 7 * 86_400_000),
      planHash: `layout-${nanoid(12)}`,
      seatCount: venue.plan.seatCount,
      minPricePaise: Math.min(...prices),
      maxPricePaise: Math.max(...prices),
      ...fields,
      basePricePaise,
      organizerId,
      venueId: venue.id,
      planId: venue.plan.id,
      sections: {
        create: priced.map(({ id, name, priceMultiplierBps, pricePaise, seatCount }, position) => ({
          sectionId: id,
          position,
          name,
          priceMultiplierBps,
          pricePaise,
          seatCount,
        })),
      },
    },
  });
  let ordinal = -1;
  const data = priced.flatMap((section) =>
    section.rows.flatMap((row) =>
      row.seats.map((seat) => ({
        id: seatId(event.serial, (ordinal += 1)),
        eventId: event.id,
        ordinal,
        sectionId: section.id,
        rowLabel: row.label,
        seatLabel: seat.label,
        pricePaise: section.pricePaise,
      })),
    ),
  );
  const seats = await db.seat.createManyAndReturn({ data });
  seats.sort((a, b) => a.ordinal - b.ordinal);
  return { event, venue, seats, organizerId };
}
